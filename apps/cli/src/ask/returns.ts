import type {
  EnteredFigure,
  EntryNamed,
  ExpectedItem,
  ReturnItem,
  ReturnWithLines,
  Totals,
  UnexplainedChange,
} from '@daybook/figures';
import type { Many, One, PaperWithFigures } from '@daybook/runtime';
import type { ListAnswer, OneAnswer, Question } from '../door/door';
import { ask, at, type Asking, type At } from './ask';
import { PAGE } from './questions';
import { counted, dateOf, listed, positionLine, valueOf } from './show';
import { sheet, table } from './table';

export interface ReturnsAsked {
  readonly area: string;
  readonly paper?: string;
  readonly of?: string;
}
export interface ExpectedAsked {
  readonly area: string;
  readonly measure?: string;
  readonly state?: string;
}
export interface UnexplainedAsked {
  readonly area: string;
  readonly measure?: string;
}

export function askReturns(asked: Asking & At & ReturnsAsked): Promise<void> {
  const { area, paper, of: body } = asked;
  const filter = { area, paper, body };
  const question: Question<Many<ReturnItem>> = {
    path: 'returns',
    parameters: { ...at(asked), ...filter, limit: PAGE },
    here: (readings, person) => readings.returns.list(person, at(asked), filter),
  };
  return ask(asked, (door) => door.many(question), showReturns);
}

export function askReturn(index: number, asked: Asking & At): Promise<void> {
  const question: Question<One<ReturnWithLines>> = {
    path: `returns/${index}`,
    parameters: { ...at(asked) },
    here: (readings, person) => readings.returns.one(person, at(asked), index),
  };
  return ask(asked, (door) => door.one(question), showReturn);
}

export function askPaper(id: string, asked: Asking & At): Promise<void> {
  const question: Question<One<PaperWithFigures>> = {
    path: `papers/${encodeURIComponent(id)}`,
    parameters: { ...at(asked) },
    here: (readings, person) => readings.returns.paper(person, at(asked), id),
  };
  return ask(asked, (door) => door.one(question), showPaper);
}

export function askExpected(asked: Asking & At & ExpectedAsked): Promise<void> {
  const { area, measure, state } = asked;
  const filter = { area, measure, state };
  const question: Question<Many<ExpectedItem>> = {
    path: 'expected',
    parameters: { ...at(asked), ...filter, limit: PAGE },
    here: (readings, person) => readings.returns.expected(person, at(asked), filter),
  };
  return ask(asked, (door) => door.many(question), showExpected);
}

export function askUnexplained(asked: Asking & At & UnexplainedAsked): Promise<void> {
  const { area, measure } = asked;
  const filter = { area, measure };
  const question: Question<Many<UnexplainedChange>> = {
    path: 'unexplained',
    parameters: { ...at(asked), ...filter, limit: PAGE },
    here: (readings, person) => readings.returns.unexplained(person, at(asked), filter),
  };
  return ask(asked, (door) => door.many(question), showUnexplained);
}

function showReturns(answer: ListAnswer<ReturnItem>, colour: boolean): string {
  const rows = table<ReturnItem>(
    [
      { head: 'Return', cell: (r) => r.index, align: 'end' },
      { head: 'Effective', cell: dateOf },
      { head: 'Paper', cell: (r) => r.paper },
      { head: 'By', cell: (r) => `${r.by.role} ${r.by.body}` },
      { head: 'Act of', cell: (r) => r.for },
      { head: 'Figures', cell: (r) => r.lines, align: 'end' },
      { head: 'Since', cell: (r) => inWords(r.became) },
    ],
    answer.items,
    colour,
  );
  return listed(answer, rows, 'return');
}

function showReturn({ item, ...position }: OneAnswer<ReturnWithLines>, colour: boolean): string {
  const heading = sheet([
    ['Return', `records ${item.index} to ${item.index + item.lines}`],
    ['Paper', item.paper],
    ['Effective', dateOf(item)],
    ['Recorded', item.recordedAt],
    ['Recorded by', `${item.by.role} ${item.by.body}`],
    ['Act of', item.for],
    ['Figures', item.lines],
    ['Since', inWords(item.became)],
  ]);
  return `${heading}\n${figuresTable(item.figures, colour)}\n${positionLine(position)}`;
}

function showPaper({ item, ...position }: OneAnswer<PaperWithFigures>, colour: boolean): string {
  const heading = sheet([
    ['Paper', item.id],
    ['Title', item.title],
    ['Issued by', item.issuedBy],
    ['Effective', dateOf(item)],
    ['Recorded', item.recordedAt],
    ['Figures', item.totals.figures],
    ['Since', inWords(item.totals)],
  ]);
  const figures = item.figures.length === 0 ? '' : `${figuresTable(item.figures, colour)}\n`;
  return `${heading}\n${figures}${positionLine(position)}`;
}

function figuresTable(figures: readonly EnteredFigure[], colour: boolean): string {
  return table<EnteredFigure>(
    [
      { head: 'Record', cell: (f) => f.index, align: 'end' },
      { head: 'Measure', cell: (f) => f.measure },
      { head: 'Period', cell: (f) => f.period },
      { head: 'Breakdown', cell: (f) => f.breakdown },
      { head: 'Value', cell: (f) => valueOf(f), align: 'end' },
      { head: 'Kind', cell: (f) => f.kind },
      { head: 'Since', cell: (f) => f.became },
      { head: 'Now', cell: (f) => (f.became === 'stands' ? null : valueNow(f.standing)), align: 'end' },
      { head: 'Confirmed by', cell: (f) => f.confirmedBy.join(' ') },
      { head: 'Contradicts itself', cell: (f) => (f.contradictsItself ? 'yes' : null) },
      { head: 'Place', cell: (f) => f.place },
    ],
    figures,
    colour,
  );
}

function valueNow(standing: EntryNamed | null): string {
  return standing ? valueOf(standing) : '(nothing)';
}

function showExpected(answer: ListAnswer<ExpectedItem>, colour: boolean): string {
  const rows = table<ExpectedItem>(
    [
      { head: 'Measure', cell: (e) => e.measure },
      { head: 'Period', cell: (e) => e.period },
      { head: 'Due', cell: (e) => e.due },
      { head: 'State', cell: (e) => (e.state === 'overdue' ? 'has not come' : e.state.replace('-', ' ')) },
      { head: 'Days', cell: (e) => e.days || null, align: 'end' },
      {
        head: 'Received',
        cell: (e) => (e.precision === 'month' ? e.receivedOn?.slice(0, 7) : e.receivedOn) ?? null,
      },
      { head: 'Paper', cell: (e) => e.paper },
    ],
    answer.items,
    colour,
  );
  const { asOf, basis, items } = answer;
  return items.length === 0
    ? `Nothing is expected by a calendar on record there. ${positionLine(answer)}`
    : `${rows}\n${counted(items.length, 'period')}. ${positionLine({ asOf, basis })}`;
}

function showUnexplained(answer: ListAnswer<UnexplainedChange>, colour: boolean): string {
  const rows = table<UnexplainedChange>(
    [
      { head: 'Record', cell: (c) => c.index, align: 'end' },
      { head: 'Measure', cell: (c) => c.measure },
      { head: 'Period', cell: (c) => c.period },
      { head: 'Breakdown', cell: (c) => c.breakdown },
      { head: 'From', cell: (c) => valueOf(c.from), align: 'end' },
      { head: 'To', cell: (c) => valueOf(c.to), align: 'end' },
      { head: 'Difference', cell: (c) => c.difference, align: 'end' },
      { head: 'From paper', cell: (c) => c.from.paper },
      { head: 'To paper', cell: (c) => c.to.paper },
      { head: 'Effective', cell: (c) => c.effectiveOn },
      { head: 'Days', cell: (c) => c.days, align: 'end' },
      { head: 'Stands', cell: (c) => (c.stands ? 'yes' : 'no') },
    ],
    answer.items,
    colour,
  );
  return answer.items.length === 0
    ? `No change is unexplained there. ${positionLine(answer)}`
    : listed(answer, rows, 'unexplained change');
}

/** Those that are not nought: "301 stand, 12 corrected". */
function inWords(totals: Totals): string {
  const said: readonly (readonly [number, string])[] = [
    [totals.stands, 'stand'],
    [totals.revised, 'revised'],
    [totals.corrected, 'corrected'],
    [totals.restated, 'restated'],
    [totals.withdrawn, 'withdrawn'],
    [totals.unexplained, 'changed without explanation'],
    [totals.released, 'missing, with a value since'],
    [totals.contradicts, 'contradict their paper'],
    [totals.enteredWrongly, 'entered wrongly'],
    [totals.confirmedSince, 'confirmed by a later paper'],
  ];
  const parts = said.flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`]));
  return parts.join(', ');
}
