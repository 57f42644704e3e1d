import { actsFor, bodyOf, NO_BODIES, type Bodies } from '@daybook/provenance';
import { isLive } from '../commitments/commitment-state';
import type { CommitmentItem } from '../commitments/see-commitments/commitment-item';
import type { MeetingItem } from '../meetings/see-meetings/meeting-item';
import type { QuestionItem } from '../questions/see-questions/question-item';

/** For which meeting, or for which day, something is to be raised. */
export interface Occasion {
  /** The day of the position: where things stand. */
  readonly asOf: string;
  /** The day up to which what falls due is to be raised; the day of the position or later. */
  readonly until: string;
  /** The board or panel whose meeting it is; absent: whatever the area has. */
  readonly body?: string;
}

/** What of an area's scrutiny is to be raised. */
export interface ScrutinyToRaise {
  /** The last meeting, of that body or of a board, that was held before that day; null: none is on record. */
  readonly since: MeetingItem | null;
  /** Those that are called for the day of the position or a later one, the next first. */
  readonly called: readonly MeetingItem[];
  readonly overdue: readonly CommitmentItem[];
  /** To be kept by `until`, and not past. */
  readonly due: readonly CommitmentItem[];
  /** Whose owner asked for another date, which nobody agreed to or refused. */
  readonly pending: readonly CommitmentItem[];
  /** Claimed, and neither accepted nor refused. */
  readonly claimed: readonly CommitmentItem[];
  /** To be kept, and without a date. */
  readonly undated: readonly CommitmentItem[];
  /** The longest waiting first. */
  readonly unanswered: readonly QuestionItem[];
  /** Meetings whose day has gone by, and of which nobody recorded that they were held. */
  readonly unheard: readonly MeetingItem[];
  /** Meetings that were held and whose notes are not agreed. */
  readonly notes: readonly MeetingItem[];
}

/** Everything on record of an area's scrutiny, in any order. */
export interface AllOfIt {
  readonly meetings: readonly MeetingItem[];
  readonly commitments: readonly CommitmentItem[];
  readonly questions: readonly QuestionItem[];
  readonly bodies?: Bodies;
}

/** Whether something that this party was promised, or asks, concerns a board or panel; everything where none is named. */
export function concerning(body: string | undefined, bodies: Bodies): (party: string | null) => boolean {
  return (party) => body === undefined || (party !== null && actsFor(bodyOf(body, bodies), party, bodies));
}

/** Chooses from everything on record what is to be raised on an occasion. */
export function toRaise(
  { meetings, commitments, questions, bodies = NO_BODIES }: AllOfIt,
  { asOf, until, body }: Occasion,
): ScrutinyToRaise {
  const concerns = concerning(body, bodies);
  const of = meetings.filter((one) => body === undefined || one.body === body);
  const live = commitments.filter(({ status, to }) => isLive(status) && concerns(to)).sort(byDue);
  const toKeep = live.filter(({ status }) => status !== 'claimed');
  const isDue = ({ dueLatest, overdueDays }: CommitmentItem): boolean =>
    dueLatest !== null && dueLatest <= until && overdueDays === null;
  return {
    since: lastHeld(body === undefined ? ofBoards(of, bodies) : of, until),
    called: calledFrom(of, asOf),
    overdue: live.filter(({ overdueDays }) => overdueDays !== null),
    due: toKeep.filter(isDue),
    pending: live.filter(({ pendingMove }) => pendingMove !== null),
    claimed: live.filter(({ status }) => status === 'claimed'),
    undated: toKeep.filter(({ dueLatest }) => dueLatest === null),
    unanswered: questions
      .filter(({ unanswered, askedBy }) => unanswered && concerns(askedBy))
      .sort((a, b) => b.ageDays - a.ageDays || (a.id < b.id ? -1 : 1)),
    unheard: of
      .filter(({ status, on }) => status !== 'held' && status !== 'cancelled' && on !== null && on < asOf)
      .sort(byDay),
    notes: of.filter(({ status, notes }) => status === 'held' && !isAgreed(notes.status)).sort(byDay),
  };
}

function isAgreed(status: MeetingItem['notes']['status']): boolean {
  return status === 'agreed' || status === 'agreed-with-corrections';
}

function byDue(a: CommitmentItem, b: CommitmentItem): number {
  const [x, y] = [a.dueLatest ?? '9999', b.dueLatest ?? '9999'];
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
}

function byDay(a: MeetingItem, b: MeetingItem): number {
  return (a.on ?? '') < (b.on ?? '') ? -1 : 1;
}

/** Those of boards; whatever nobody registered is a board's unless it is the panel's. */
function ofBoards(meetings: readonly MeetingItem[], bodies: Bodies): MeetingItem[] {
  const kindOf = (body: string): string =>
    bodies.get(body)?.kind ?? (body.endsWith('-panel') ? 'panel' : 'board');
  return meetings.filter(({ body }) => kindOf(body) === 'board');
}

/** The latest meeting that was held before a day. */
function lastHeld(meetings: readonly MeetingItem[], day: string): MeetingItem | null {
  const held = meetings.filter(({ status, on }) => status === 'held' && on !== null && on < day);
  return held.sort(byDay).at(-1) ?? null;
}

/** Meetings that are called for a day or a later one. */
function calledFrom(meetings: readonly MeetingItem[], day: string): MeetingItem[] {
  const called = meetings.filter(
    ({ status, on }) => (status === 'called' || status === 'postponed') && on !== null && on >= day,
  );
  return called.sort(byDay);
}
