import { NOT_GIVEN, sameDate, slip, type DateSaid, type Expected } from '@daybook/due-dates';
import { daysBetween } from '@daybook/ledger';
import type { Said } from '@daybook/provenance';
import type { CommitmentStatus } from '../codes';
import { byDay, type CommitmentAct } from '../histories';

type ActNamed<Type extends CommitmentAct['type']> = Extract<CommitmentAct, { readonly type: Type }>;
export type MoveAsked = ActNamed<'scrutiny.commitment-move-asked'>;

/** Another date that was asked for, and what became of that. */
export interface MoveOfDate {
  readonly asked: MoveAsked;
  /** `overtaken`: another date was asked for before anybody answered; it may still be agreed by its id. */
  readonly outcome: 'pending' | 'overtaken' | 'agreed' | 'refused' | 'not-given';
  readonly answered: Said | null;
  /** The other date that it took the place of, where it did; null: it is the first, or changed nothing. */
  readonly from: DateSaid | null;
  /** From the latest day of the one to that of the other; null where either has none, or it moved nothing. */
  readonly days: number | null;
}

export interface CommitmentState {
  readonly made: ActNamed<'scrutiny.commitment-made'>;
  readonly status: CommitmentStatus;
  /** That the owner took it on. */
  readonly taken: Said | null;
  /** First by effective date on this basis, and kept for ever; null: none was given yet. */
  readonly original: DateSaid | null;
  readonly standing: DateSaid | null;
  /** Every date that was asked for, in order. */
  readonly asked: readonly MoveOfDate[];
  /** How often the date that stands changed. */
  readonly moves: number;
  /** From the latest day first on record to the one that stands; null where either has none. */
  readonly slipDays: number | null;
  readonly progress: readonly ActNamed<'scrutiny.commitment-progress-reported'>[];
  /** The claim that counts: the latest that made it claimed, since it was made or reopened. */
  readonly claim: ActNamed<'scrutiny.discharge-claimed'> | null;
  /** Later claims that it makes into repetitions, by their ids: what was said of them was said of it. */
  readonly repeated: readonly string[];
  readonly accepted: ActNamed<'scrutiny.discharge-accepted'> | null;
  /** The latest refusal. */
  readonly refused: ActNamed<'scrutiny.discharge-refused'> | null;
  /** The act that ended it. */
  readonly ended: CommitmentAct | null;
  readonly reopened: Said | null;
  /** Acts that did not fit what stood before them, by their ids: they are on record and change nothing. */
  readonly notFitting: readonly string[];
}

/** Whether it is still to be kept: not discharged, withdrawn or superseded. */
export function isLive(status: CommitmentStatus): boolean {
  return status === 'open' || status === 'claimed' || status === 'refused';
}

/** Where a commitment stood at the end of a day; undefined while it is not on record. */
export function commitmentOn(acts: readonly CommitmentAct[], day: string): CommitmentState | undefined {
  return commitmentOf(byDay(acts, day));
}

/** Where a commitment stands, from all that was said of it, in effective order. */
export function commitmentOf(acts: readonly CommitmentAct[]): CommitmentState | undefined {
  const from = acts.findIndex(({ type }) => type === 'scrutiny.commitment-made');
  const made = acts[from];
  if (made?.type !== 'scrutiny.commitment-made') return undefined;
  // It may have been entered again, of a later day than what was said of it.
  const before = acts.slice(0, from).map(({ id }) => id);
  return acts.slice(from + 1).reduce(after, { ...begin(made), notFitting: before });
}

function after(state: CommitmentState, act: CommitmentAct): CommitmentState {
  return step(state, act) ?? { ...state, notFitting: [...state.notFitting, act.id] };
}

function begin(made: ActNamed<'scrutiny.commitment-made'>): CommitmentState {
  const first = made.data.due.anticipated === null ? null : dateOf(made, made.data.due);
  return {
    ...{ made, status: 'open', taken: null, original: first, standing: first },
    ...{ asked: [], moves: 0, slipDays: first && slip(first, first), progress: [] },
    ...{ claim: null, repeated: [], accepted: null, refused: null, ended: null, reopened: null },
    notFitting: [],
  };
}

function dateOf(act: Said, expected: Expected): DateSaid {
  return { id: act.id, expected, setBy: act.for ?? act.by.body, effectiveOn: act.effectiveOn };
}

/** The next state; undefined where the act does not fit. */
export function step(state: CommitmentState, act: CommitmentAct): CommitmentState | undefined {
  const live = isLive(state.status);
  switch (act.type) {
    case 'scrutiny.commitment-made':
      return undefined;
    case 'scrutiny.commitment-accepted':
      return live && !state.taken ? { ...state, taken: act } : undefined;
    case 'scrutiny.commitment-move-asked':
      return live ? withMove(state, act) : undefined;
    case 'scrutiny.commitment-move-agreed':
    case 'scrutiny.commitment-move-refused':
      return live ? answerMove(state, act) : undefined;
    case 'scrutiny.commitment-progress-reported':
      return { ...state, progress: [...state.progress, act] };
    case 'scrutiny.discharge-claimed':
      return live ? withClaim(state, act) : undefined;
    case 'scrutiny.discharge-accepted':
      return isClaimed(state, act.data.of)
        ? { ...state, status: 'discharged', accepted: act, ended: act }
        : undefined;
    case 'scrutiny.discharge-refused':
      return isClaimed(state, act.data.of) ? { ...state, status: 'refused', refused: act } : undefined;
    case 'scrutiny.commitment-withdrawn':
      return live ? { ...state, status: 'withdrawn', ended: act } : undefined;
    case 'scrutiny.commitment-superseded':
      return live ? { ...state, status: 'superseded', ended: act } : undefined;
    case 'scrutiny.commitment-reopened':
      return live ? undefined : reopen(state, act);
    default: {
      const never: never = act;
      throw new Error(`Unknown act ${(never as Said & { type: string }).type}`);
    }
  }
}

function reopen(state: CommitmentState, reopened: Said): CommitmentState {
  return { ...state, status: 'open', claim: null, repeated: [], accepted: null, ended: null, reopened };
}

/** A claim of what is claimed repeats it: an older one, entered later, may have come before. */
function withClaim(state: CommitmentState, act: ActNamed<'scrutiny.discharge-claimed'>): CommitmentState {
  if (state.status === 'claimed') return { ...state, repeated: [...state.repeated, act.id] };
  return { ...state, status: 'claimed', claim: act, repeated: [] };
}

function isClaimed({ status, claim, repeated }: CommitmentState, of: string): boolean {
  return status === 'claimed' && (claim?.id === of || repeated.includes(of));
}

/**
 * A date that is asked for. It takes the place of one that nobody answered. Which date it was to move does
 * not matter here: an older move, entered later, may have moved that one already.
 */
function withMove(state: CommitmentState, act: MoveAsked): CommitmentState {
  const { agreement: outcome } = act.data;
  const move: MoveOfDate = { asked: act, outcome, answered: null, from: null, days: null };
  const before = state.asked.map((one) =>
    one.outcome === 'pending' ? { ...one, outcome: 'overtaken' as const } : one,
  );
  const asked = { ...state, asked: [...before, move] };
  return outcome === 'pending' ? asked : moved(asked, move, move);
}

type Answer = ActNamed<'scrutiny.commitment-move-agreed' | 'scrutiny.commitment-move-refused'>;

function answerMove(state: CommitmentState, act: Answer): CommitmentState | undefined {
  const move = state.asked.find(({ asked }) => asked.id === act.data.of);
  if (move?.outcome !== 'pending' && move?.outcome !== 'overtaken') return undefined;
  if (act.type === 'scrutiny.commitment-move-agreed')
    return moved(state, move, { ...move, outcome: 'agreed', answered: act });
  return withAnswer(state, move, { ...move, outcome: 'refused', answered: act });
}

function withAnswer(state: CommitmentState, move: MoveOfDate, now: MoveOfDate): CommitmentState {
  return { ...state, asked: state.asked.map((one) => (one === move ? now : one)) };
}

/** The date that was asked for stands from now on. Where it stands already, nothing moves. */
function moved(state: CommitmentState, move: MoveOfDate, now: MoveOfDate): CommitmentState {
  const { standing: from, original, moves } = state;
  const to = dateOf(move.asked, move.asked.data.to);
  if (from && sameDate(from.expected, to.expected)) return withAnswer(state, move, now);
  const first = original ?? to;
  return {
    ...withAnswer(state, move, { ...now, from, days: from && slip(from, to) }),
    ...{ original: first, standing: to, slipDays: slip(first, to), moves: from ? moves + 1 : moves },
  };
}

/** The move that is asked for and not answered; none of what has ended. */
export function pendingMove({ status, asked }: CommitmentState): MoveOfDate | undefined {
  return isLive(status) ? asked.find(({ outcome }) => outcome === 'pending') : undefined;
}

/** The due date that stands; that none was given, where none does. */
export function dueOf({ standing }: Pick<CommitmentState, 'standing'>): Expected {
  return standing?.expected ?? NOT_GIVEN;
}

/**
 * Days past the latest day of the date that stands, as at a day; null where it has none, is not past, or
 * nothing is to be done. A claim stops it, and its refusal leaves it overdue again.
 */
export function overdueDays({ status, standing }: CommitmentState, day: string): number | null {
  const latest = standing?.expected.latest ?? null;
  if (latest === null || latest >= day || (status !== 'open' && status !== 'refused')) return null;
  return daysBetween(latest, day);
}
