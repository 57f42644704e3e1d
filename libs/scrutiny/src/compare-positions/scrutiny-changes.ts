import { isSealed, type FreeText } from '@daybook/ledger';
import { inEffectiveOrder, type Said } from '@daybook/provenance';
import type { Audience, Position, Rows, View } from '@daybook/read-model';
import type { ActsOf, History, SubjectKind } from '../histories';
import { commitmentsView, decisionsView, meetingsView, questionsView } from '../histories.view';
import { subjectRef } from '../scrutiny.events';
import { standingOf } from './standing';

/** What happened, in the order in which kinds are counted. */
export const SCRUTINY_CHANGES = [
  'meeting-called',
  'agenda-changed',
  'meeting-postponed',
  'meeting-cancelled',
  'meeting-held',
  'item-resolved',
  'notes-published',
  'notes-agreed',
  'question-asked',
  'question-answered',
  'question-followed-up',
  'question-settled',
  'commitment-made',
  'commitment-accepted',
  'commitment-move-asked',
  'commitment-move-agreed',
  'commitment-move-refused',
  'commitment-progress-reported',
  'commitment-claimed',
  'discharge-accepted',
  'discharge-refused',
  'commitment-withdrawn',
  'commitment-superseded',
  'commitment-reopened',
  'decision-recorded',
  'decision-amended',
  'decision-rescinded',
  'decision-superseded',
  'decision-called-in',
  'decision-reviewed',
  'scrutiny-entered-wrongly',
] as const;
export type ScrutinyChangeKind = (typeof SCRUTINY_CHANGES)[number];

/** What an act concerns, and how it moved that at its place in effective order. */
export interface SubjectMoved {
  readonly kind: SubjectKind;
  readonly id: string;
  /** At the later position; null where it is not on record there. */
  readonly title: string | null;
  /** Null before it was on record, and of what was entered wrongly. */
  readonly statusBefore: string | null;
  readonly statusAfter: string | null;
  /** When a meeting is, a commitment is due, a decision takes effect; null where no date stands. */
  readonly dueBefore: string | null;
  readonly dueAfter: string | null;
}

/** One change, and where it stands in the list. */
export interface ScrutinyChange {
  /** The reference of what changed. */
  readonly key: string;
  /** Its place among the changes of one key, from 0. */
  readonly n: number;
  readonly area: string;
  readonly kind: ScrutinyChangeKind;
  readonly said: Said;
  readonly text: FreeText;
  readonly of: string | null;
  readonly subject: SubjectMoved;
  /** Whether what it is about reads otherwise at the later position than at the earlier one. */
  readonly standingDiffers: boolean;
}

/** Two positions, the first no later than the second on either clock. */
export interface PositionsCompared {
  readonly area: string;
  readonly from: Position;
  readonly to: Position;
  readonly audience: Audience;
}

/**
 * What was said of an area's meetings, questions, commitments and decisions between two positions, in order
 * of reference, and of each in effective order.
 */
export function scrutinyChanges(rows: Rows, compared: PositionsCompared): ScrutinyChange[] {
  const { area, from, to, audience } = compared;
  const changed = <Kind extends SubjectKind>(kind: Kind) => {
    const listed = (at: Position) => rows.list(VIEWS[kind], { area }, at, audience).rows;
    const known = new Map(listed(from).map(({ key, row }) => [key, row]));
    return listed(to).flatMap(({ key, row }) => ofThing(kind, known.get(key), row));
  };
  return [...changed('commitment'), ...changed('decision'), ...changed('meeting'), ...changed('question')];
}

const VIEWS: { readonly [Kind in SubjectKind]: View<History<Kind>> } = {
  meeting: meetingsView,
  question: questionsView,
  commitment: commitmentsView,
  decision: decisionsView,
};

type Unplaced = Omit<ScrutinyChange, 'n'>;

function ofThing<Kind extends SubjectKind>(
  kind: Kind,
  before: History<Kind> | undefined,
  row: History<Kind>,
): ScrutinyChange[] {
  const { area, id, acts, wrong } = row;
  const was = before && standingOf(kind, before.acts);
  const is = standingOf(kind, acts);
  const known = new Set(saidIn(before).map((said) => said.id));
  const common = { key: subjectRef({ kind, id }, area), area, standingDiffers: differs(was, is) };
  const base = { kind, id, title: is?.title ?? null };
  const changes: Unplaced[] = [
    ...acts.map((act, i) => ({
      ...{ ...common, kind: kindOf(act.type), said: act, text: textOf(act.data) },
      of: 'of' in act.data ? act.data.of : null,
      subject: { ...base, ...movedBy(kind, acts, i) },
    })),
    ...wrong.map(({ mark }) => ({
      ...{ ...common, kind: 'scrutiny-entered-wrongly' as const, said: mark, text: mark.reason, of: mark.of },
      subject: { ...base, statusBefore: null, statusAfter: null, dueBefore: null, dueAfter: null },
    })),
  ];
  return changes
    .filter(({ said }) => !known.has(said.id))
    .sort((a, b) => inEffectiveOrder(a.said, b.said))
    .map((change, n) => ({ ...change, n }));
}

/** What was said of it, with what was marked and the marks: a mark alone makes nothing new of its entry. */
function saidIn(row: History | undefined): readonly Said[] {
  return row ? [...row.acts, ...row.wrong.flatMap(({ act, mark }) => [act, mark])] : [];
}

function differs(was: object | undefined, is: object | undefined): boolean {
  return JSON.stringify(was) !== JSON.stringify(is);
}

function kindOf(type: ActsOf[SubjectKind]['type']): ScrutinyChangeKind {
  // A finding's discharge is claimed too: each kind of change has one name wherever it is counted.
  if (type === 'scrutiny.discharge-claimed') return 'commitment-claimed';
  return type.slice('scrutiny.'.length) as ScrutinyChangeKind;
}

/** The words that an act gives: a question, an answer, a reason, evidence. */
function textOf(data: object): FreeText {
  return Object.values(data).find((part) => isSealed(part)) ?? null;
}

function movedBy<Kind extends SubjectKind>(kind: Kind, acts: readonly ActsOf[Kind][], i: number) {
  const a = standingOf(kind, acts.slice(0, i));
  const b = standingOf(kind, acts.slice(0, i + 1));
  return {
    ...{ statusBefore: a?.status ?? null, statusAfter: b?.status ?? null },
    ...{ dueBefore: a?.due ?? null, dueAfter: b?.due ?? null },
  };
}
