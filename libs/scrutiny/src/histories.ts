import type { FreeText, Recorded } from '@daybook/ledger';
import { inEffectiveOrder, saidIn, type Marked, type Said } from '@daybook/provenance';
import {
  subjectOf,
  type CommitmentEvent,
  type DecisionEvent,
  type MeetingEvent,
  type QuestionEvent,
  type ScrutinyAct,
  type ScrutinyEvent,
  type Subject,
} from './scrutiny.events';

/** What was said, with its place in the record. */
export type Act<Event extends ScrutinyAct = ScrutinyAct> = Event extends ScrutinyAct
  ? Said & { readonly type: Event['type']; readonly data: Event['data']; readonly about: readonly string[] }
  : never;

export type MeetingAct = Act<MeetingEvent>;
export type QuestionAct = Act<QuestionEvent>;
export type CommitmentAct = Act<CommitmentEvent>;
export type DecisionAct = Act<DecisionEvent>;

/** The acts by kind of subject. */
export interface ActsOf {
  readonly meeting: MeetingAct;
  readonly question: QuestionAct;
  readonly commitment: CommitmentAct;
  readonly decision: DecisionAct;
}
export type SubjectKind = Subject['kind'];

/** What puts each kind of subject on record. */
export const BEGINNINGS = {
  meeting: 'scrutiny.meeting-called',
  question: 'scrutiny.question-asked',
  commitment: 'scrutiny.commitment-made',
  decision: 'scrutiny.decision-recorded',
} as const satisfies Readonly<Record<SubjectKind, ScrutinyAct['type']>>;

/** A mark, with how the slip came about and what the paper really says. */
export interface Mark extends Marked {
  readonly reason: FreeText;
  readonly says: FreeText;
}

/** What was entered wrongly and counts for nothing, with its mark. */
export interface WrongEntry<Kind extends SubjectKind = SubjectKind> {
  readonly act: ActsOf[Kind];
  readonly mark: Mark;
}

/** All that was said of one thing: a meeting, a question, a commitment or a decision. */
export interface History<Kind extends SubjectKind = SubjectKind> {
  readonly area: string;
  readonly id: string;
  /** In effective order, beginnings first of their day. It is on record while a beginning is among them. */
  readonly acts: readonly ActsOf[Kind][];
  readonly wrong: readonly WrongEntry<Kind>[];
  /** Marks of entries that are not here: they count as soon as these come. Absent where there is none. */
  readonly ahead?: readonly Mark[];
}

export function isAct(event: Recorded<ScrutinyEvent>): event is Recorded<ScrutinyAct> {
  return event.type !== 'scrutiny.entry-marked-wrong';
}

export function actOf(event: Recorded<ScrutinyAct>, order: number): Act {
  const { type, data, about } = event;
  return { ...saidIn(event, order), type, data, about } as Act;
}

/** The subject of any event of this slice; of a mark, that of the entry that it marks. */
export function subjectIn(event: Recorded<ScrutinyEvent>): Subject {
  return isAct(event) ? subjectOf(event) : event.data.subject;
}

/**
 * A history with one more event about it. Whatever order its events come in, it is the same in the end: a
 * mark that comes before its entry is kept until that comes.
 */
export function withEvent<Kind extends SubjectKind>(
  history: History<Kind>,
  event: Recorded<ScrutinyEvent>,
  order: number,
): History<Kind> {
  const { acts, ahead = [], ...rest } = history;
  if (isAct(event)) {
    const act = actOf(event, order) as ActsOf[Kind];
    const mark = ahead.find(({ of }) => of === act.id);
    if (!mark) return { ...history, acts: [...acts, act].sort(inOrder) };
    const others = ahead.filter((one) => one !== mark);
    return { ...marked({ ...rest, acts }, act, mark), ...(others.length > 0 && { ahead: others }) };
  }
  const { of, reason, says } = event.data;
  const mark: Mark = { ...saidIn(event, order), of, reason, says };
  const act = acts.find((one) => one.id === mark.of);
  if (act) return marked(history, act, mark);
  const known = history.wrong.some((one) => one.act.id === mark.of);
  return known ? history : { ...history, ahead: [...ahead, mark] };
}

/**
 * Effective order, a beginning before all else of its day, and that a meeting was held before what came of
 * it: one that is entered again, because it was marked, is recorded after what was said on that day, and
 * comes before it all the same.
 */
function inOrder(a: ActsOf[SubjectKind], b: ActsOf[SubjectKind]): number {
  if (a.effectiveOn !== b.effectiveOn) return inEffectiveOrder(a, b);
  return placeInDay(a) - placeInDay(b) || inEffectiveOrder(a, b);
}

function placeInDay(act: ActsOf[SubjectKind]): number {
  if (isBeginning(act)) return 0;
  return COME_OF_MEETING.some((type) => type === act.type) ? 3 : act.type === 'scrutiny.meeting-held' ? 2 : 1;
}

const COME_OF_MEETING = [
  'scrutiny.item-resolved',
  'scrutiny.notes-published',
  'scrutiny.notes-agreed',
] as const satisfies readonly ScrutinyAct['type'][];

export function isBeginning({ type }: Pick<ActsOf[SubjectKind], 'type'>): boolean {
  return Object.values(BEGINNINGS).some((one) => one === type);
}

function marked<Kind extends SubjectKind>(
  history: History<Kind>,
  act: ActsOf[Kind],
  mark: Mark,
): History<Kind> {
  const wrong = [...history.wrong, { act, mark }].sort((a, b) => inEffectiveOrder(a.mark, b.mark));
  return { ...history, acts: history.acts.filter((one) => one !== act), wrong };
}

export function nothingYet<Kind extends SubjectKind>(area: string, id: string): History<Kind> {
  return { area, id, acts: [], wrong: [] };
}

/** How a thing began: the latest beginning that is not marked; undefined while it is not on record. */
export function beginningOf<Kind extends SubjectKind>(
  kind: Kind,
  { acts }: Pick<History<Kind>, 'acts'>,
): Extract<ActsOf[Kind], { readonly type: (typeof BEGINNINGS)[Kind] }> | undefined {
  const began = acts.findLast(({ type }) => type === BEGINNINGS[kind]);
  return began as Extract<ActsOf[Kind], { readonly type: (typeof BEGINNINGS)[Kind] }> | undefined;
}

/** What was said by the end of a day, whatever was entered about later days. */
export function byDay<One extends Pick<Said, 'effectiveOn'>>(acts: readonly One[], day: string): One[] {
  return acts.filter(({ effectiveOn }) => effectiveOn <= day);
}
