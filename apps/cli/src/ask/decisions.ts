import type { DecisionTold, Many, One } from '@daybook/runtime';
import type { DecisionItem, DecisionToldAct } from '@daybook/scrutiny';
import type { ListAnswer, OneAnswer, Question } from '../door/door';
import { ask, at, type Asking, type At } from './ask';
import { PAGE } from './questions';
import { dateOf, listed, positionLine } from './show';
import { sheet, table } from './table';

export interface DecisionsAsked {
  readonly area?: string;
  readonly status?: string;
  readonly office?: string;
  readonly meeting?: string;
  readonly priority?: string;
}

/** What was decided, the latest first, to the last page. */
export const askDecisions = (asked: Asking & At & DecisionsAsked): Promise<void> => {
  const { area, status, office, meeting, priority } = asked;
  const wanted = { area, status, office, meeting, priority };
  const decisions: Question<Many<DecisionItem>> = {
    path: 'decisions',
    parameters: { ...at(asked), ...wanted, limit: PAGE },
    here: (readings, person) => readings.decisions.list(person, at(asked), wanted),
  };
  return ask(asked, (door) => door.many(decisions), showDecisions);
};

export const askDecision = (id: string, asked: Asking & At & { area?: string }): Promise<void> => {
  const { area } = asked;
  const decision: Question<One<DecisionTold>> = {
    path: `decisions/${encodeURIComponent(id)}`,
    parameters: { ...at(asked), area },
    here: (readings, person) => readings.decisions.one(person, at(asked), { id, area }),
  };
  return ask(asked, (door) => door.one(decision), showDecision);
};

function showDecisions(answer: ListAnswer<DecisionItem>, colour: boolean): string {
  const rows = table<DecisionItem>(
    [
      { head: 'Decision', cell: (d) => d.id },
      { head: 'Number', cell: (d) => d.number },
      { head: 'Office', cell: (d) => d.office },
      { head: 'Decided', cell: decidedOn },
      { head: 'Status', cell: (d) => d.status },
      { head: 'Takes effect', cell: (d) => d.takesEffectOn },
      { head: 'Amended', cell: (d) => d.amendments || null, align: 'end' },
      { head: 'Called in', cell: (d) => d.calledIn },
      { head: 'Review', cell: (d) => d.review?.outcome ?? null },
      { head: 'Revised', cell: (d) => d.citesRevised || null, align: 'end' },
      { head: 'Title', cell: (d) => d.title },
    ],
    answer.items,
    colour,
  );
  return listed(answer, rows, 'decision');
}

function decidedOn({ decidedOn: effectiveOn, precision }: Pick<DecisionItem, 'decidedOn' | 'precision'>) {
  return dateOf({ effectiveOn, precision });
}

function showDecision({ item, ...position }: OneAnswer<DecisionTold>, colour: boolean): string {
  const review = item.review && `${item.review.outcome}, ${item.review.on}`;
  const about = sheet([
    ['Decision', item.id],
    ['Number', item.number],
    ['Title', item.title],
    ['Office', item.office],
    ['Body', item.by],
    ['Status', item.status],
    ['Decided', decidedOn(item)],
    ['Takes effect', item.takesEffectOn],
    ['Published', item.publishedOn],
    ['Exempt', item.exempt.join('; ')],
    ['Reasons', item.reasonsErased ? '(erased)' : item.reasons],
    ['Superseded by', item.supersededBy],
    ['Called in', item.calledIn],
    ['Review', review],
    ['Meeting', item.meeting && `${item.meeting}${item.item ? `, item ${item.item}` : ''}`],
    ['Rests on', item.cites.map(cited).join('; ')],
    ['About', item.about.join(', ')],
  ]);
  const history = table<DecisionToldAct>(
    [
      { head: 'Effective', cell: dateOf },
      { head: 'What', cell: (h) => h.type.slice(h.type.indexOf('.') + 1) },
      { head: 'By', cell: (h) => `${h.by.role} ${h.by.body}${h.for ? ` for ${h.for}` : ''}` },
      { head: 'Paper', cell: (h) => h.source?.paper ?? null },
      { head: 'Says', cell: (h) => h.texts.map((t) => (t.erased ? '(erased)' : (t.text ?? ''))).join(' / ') },
      { head: 'Counts', cell: counts },
      { head: 'Record', cell: (h) => h.index, align: 'end' },
    ],
    item.history,
    colour,
  );
  return `${about}\n${history}\n${positionLine(position)}`;
}

function cited({ figure, value, stands, now }: DecisionTold['cites'][number]): string {
  return `${figure} as ${value ?? 'no value'}${stands ? '' : `, now ${now?.value ?? 'no value'}`}`;
}

function counts({ fits, enteredWrongly }: DecisionToldAct): string | null {
  if (enteredWrongly) return 'entered wrongly';
  return fits ? null : 'does not fit';
}
