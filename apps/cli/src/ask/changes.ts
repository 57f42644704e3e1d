import type { ChangeItem, ReplayItem, Stood } from '@daybook/figures';
import type { Change, ChangeOfFigure, ChangeOfInspection, ChangeOfScrutiny, Many } from '@daybook/runtime';
import type { ListAnswer, Question } from '../door/door';
import { ask, at, type Asking, type At } from './ask';
import { PAGE } from './questions';
import { counted, dateOf, listed, valueOf } from './show';
import { table, type Column } from './table';

export interface DiffAsked {
  readonly area: string;
  readonly measure?: string;
  readonly from?: string;
  readonly to?: string;
  readonly fromBasis?: string;
  readonly toBasis?: string;
}
export interface ReplayAsked {
  readonly area: string;
  readonly measure?: string;
  readonly from?: string;
  readonly order?: string;
}

/** What changed between two positions, as a table or as JSON with both of them resolved. */
export const askDiff = (asked: Asking & DiffAsked): Promise<void> => {
  const { area, measure, from, to, fromBasis, toBasis } = asked;
  const between = { from, to, fromBasis, toBasis };
  const question: Question<Many<Change>> = {
    path: 'changes',
    parameters: { area, measure, ...between, limit: PAGE },
    here: (readings, person) => readings.changes.between(person, between, { area, measure }),
  };
  return ask(asked, (door) => door.many(question), showDiff);
};

/** A history, step by step. */
export const askReplay = (asked: Asking & At & ReplayAsked): Promise<void> => {
  const { area, measure, from, order } = asked;
  const history = { area, measure, from, order };
  const question: Question<Many<ReplayItem>> = {
    path: 'replay',
    parameters: { ...at(asked), ...history, limit: PAGE },
    here: (readings, person) => readings.replay.steps(person, at(asked), history),
  };
  return ask(asked, (door) => door.many(question), showReplay);
};

const stood = (one: Stood | null): string | null => one && valueOf(one);

/** What a change says, in the columns that both tables share. */
const told: readonly Column<ChangeItem>[] = [
  { head: 'Measure', cell: (c) => c.measure },
  { head: 'Period', cell: (c) => c.period },
  { head: 'Breakdown', cell: (c) => c.breakdown },
  { head: 'Kind', cell: kindOf },
  { head: 'Before', cell: (c) => stood(c.before), align: 'end' },
  { head: 'After', cell: (c) => stood(c.after), align: 'end' },
  { head: 'Difference', cell: (c) => signed(c.difference), align: 'end' },
  { head: 'Effective', cell: dateOf },
  { head: 'By', cell: (c) => `${c.by.role} ${c.by.body}${c.for ? ` for ${c.for}` : ''}` },
  { head: 'Paper', cell: (c) => c.source?.paper ?? null },
  { head: 'Reason', cell: (c) => (c.reasonErased ? '(erased)' : (c.reason ?? c.definition?.change ?? null)) },
  { head: 'Record', cell: (c) => c.index, align: 'end' },
];

/** What a change of an inspection or a finding says. */
const toldOfInspections: readonly Column<ChangeOfInspection>[] = [
  { head: 'Finding', cell: (c) => c.finding ?? c.inspection },
  { head: 'Kind', cell: (c) => c.kind },
  { head: 'Addressee', cell: (c) => c.addressees.map(({ addressee }) => addressee).join(', ') || null },
  { head: 'Status', cell: statusesOf },
  { head: 'Anticipated', cell: datesOf },
  { head: 'Effective', cell: dateOf },
  { head: 'By', cell: (c) => `${c.by.role} ${c.by.body}${c.for ? ` for ${c.for}` : ''}` },
  { head: 'Paper', cell: (c) => c.source?.paper ?? null },
  { head: 'Reason', cell: (c) => (c.reasonErased ? '(erased)' : c.reason) },
  { head: 'Record', cell: (c) => c.index, align: 'end' },
];

/** What a change of a meeting, a question, a commitment or a decision says. */
const toldOfScrutiny: readonly Column<ChangeOfScrutiny>[] = [
  { head: 'About', cell: (c) => `${c.subject.kind} ${c.subject.id}` },
  { head: 'Kind', cell: (c) => c.kind },
  { head: 'Status', cell: ({ subject }) => beforeAndAfter(subject.statusBefore, subject.statusAfter) },
  { head: 'Date', cell: ({ subject }) => beforeAndAfter(subject.dueBefore, subject.dueAfter) },
  { head: 'Effective', cell: dateOf },
  { head: 'By', cell: (c) => `${c.by.role} ${c.by.body}${c.for ? ` for ${c.for}` : ''}` },
  { head: 'Paper', cell: (c) => c.source?.paper ?? null },
  { head: 'Says', cell: (c) => (c.reasonErased ? '(erased)' : c.reason) },
  { head: 'Record', cell: (c) => c.index, align: 'end' },
];

function beforeAndAfter(before: string | null, after: string | null): string | null {
  return before === null || before === after ? after : `${before} > ${after ?? ''}`;
}

/** What became of it: a grade, or where the finding stands with each addressee. */
function statusesOf({ graded, addressees }: ChangeOfInspection): string | null {
  if (graded) return `${graded.question}: ${graded.grade ?? 'not graded'}`;
  const moved = addressees.map(({ statusBefore: a, statusAfter: b }) => (a === b ? b : `${a ?? ''} > ${b}`));
  return [...new Set(moved)].join(', ') || null;
}

function datesOf({ addressees }: ChangeOfInspection): string | null {
  const moved = addressees.flatMap(({ anticipatedBefore: a, anticipatedAfter: b }) =>
    a === b ? [] : [a ? `${a} > ${b ?? ''}` : (b ?? '')],
  );
  return [...new Set(moved)].join(', ') || null;
}

function kindOf({ kind, entry }: ChangeItem): string {
  if (kind === 'rejudged' && entry) return `rejudged: ${entry.kindBefore ?? ''} is ${entry.kind} now`;
  return kind === 'explained' && entry ? `explained as ${entry.kind}` : kind;
}

function signed(difference: string | null): string | null {
  if (difference === null || difference.startsWith('-')) return difference;
  return /[1-9]/.test(difference) ? `+${difference}` : difference;
}

function showDiff(answer: ListAnswer<Change>, colour: boolean): string {
  const { asOf, basis, from, items } = answer;
  const first = from ?? { asOf, basis };
  const flags = `--from ${first.asOf} --from-basis ${first.basis} --to ${asOf} --to-basis ${basis}`;
  const where = `Between ${first.asOf} (${counted(first.basis, 'record')}) and ${asOf} (${counted(basis, 'record')})`;
  if (items.length === 0) return `${where} nothing changed. Ask again: ${flags}\n`;
  const figures = items.filter((c): c is ChangeOfFigure => c.measure !== null);
  const others = items.filter((c): c is ChangeOfInspection => c.measure === null && c.subject === null);
  const scrutiny = items.filter((c): c is ChangeOfScrutiny => c.subject !== null);
  const tables = [
    ...(figures.length > 0 ? [table(told, figures, colour)] : []),
    ...(others.length > 0 ? [table(toldOfInspections, others, colour)] : []),
    ...(scrutiny.length > 0 ? [table(toldOfScrutiny, scrutiny, colour)] : []),
  ];
  return `${tables.join('\n')}\n${where}: ${counted(items.length, 'change')}. Ask again: ${flags}\n`;
}

function showReplay(answer: ListAnswer<ReplayItem>, colour: boolean): string {
  const columns: readonly Column<ReplayItem>[] = [
    { head: 'Step', cell: (s) => s.n, align: 'end' },
    ...told,
    { head: 'Recorded', cell: (s) => s.recordedAt },
    { head: 'Judged again', cell: (s) => s.rejudged.length || null, align: 'end' },
  ];
  return listed(answer, table(columns, answer.items, colour), 'step');
}
