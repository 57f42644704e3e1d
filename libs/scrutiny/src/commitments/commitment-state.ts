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
  readonly outcome: 'pending' | 'agreed' | 'refused' | 'not-given';
  readonly answered: Said | null;
  /** The date that it took the place of, where it stands or stood; null: none did. */
  readonly from: DateSaid | null;
  /** From the latest day of the one to that of the other; null where either has none, or it never stood. */
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
  /** The claim that counts: the latest since it was made or reopened. */
  readonly claim: ActNamed<'scrutiny.discharge-claimed'> | null;
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
  return acts.reduce<CommitmentState | undefined>(after, undefined);
}

function after(state: CommitmentState | undefined, act: CommitmentAct): CommitmentState | undefined {
  if (!state) return act.type === 'scrutiny.commitment-made' ? begin(act) : undefined;
  return step(state, act) ?? { ...state, notFitting: [...state.notFitting, act.id] };
}

function begin(made: ActNamed<'scrutiny.commitment-made'>): CommitmentState {
  const first = made.data.due.anticipated === null ? null : dateOf(made, made.data.due);
  return {
    ...{ made, status: 'open', taken: null, original: first, standing: first },
    ...{ asked: [], moves: 0, slipDays: first && slip(first, first), progress: [] },
    ...{ claim: null, accepted: null, refused: null, ended: null, reopened: null, notFitting: [] },
  };
}

function dateOf(act: Said, expected: Expected): DateSaid {
  return { id: act.id, expected, setBy: act.for ?? act.by.body, effectiveOn: act.effectiveOn };
}

/** The next state; undefined where the act does not fit. */
export function step(state: CommitmentState, act: CommitmentAct): CommitmentState | undefined {
  const { status, claim } = state;
  switch (act.type) {
    case 'scrutiny.commitment-made':
      return undefined;
    case 'scrutiny.commitment-accepted':
      return isLive(status) && !state.taken ? { ...state, taken: act } : undefined;
    case 'scrutiny.commitment-move-asked':
      return isLive(status) ? withMove(state, act) : undefined;
    case 'scrutiny.commitment-move-agreed':
      return isLive(status) ? withAgreement(state, act) : undefined;
    case 'scrutiny.commitment-move-refused':
      return answerMove(state, act.data.of, { outcome: 'refused', answered: act });
    case 'scrutiny.commitment-progress-reported':
      return { ...state, progress: [...state.progress, act] };
    case 'scrutiny.discharge-claimed':
      return status === 'open' || status === 'refused'
        ? { ...state, status: 'claimed', claim: act }
        : undefined;
    case 'scrutiny.discharge-accepted':
      return status === 'claimed' && claim?.id === act.data.of
        ? { ...state, status: 'discharged', accepted: act, ended: act }
        : undefined;
    case 'scrutiny.discharge-refused':
      return status === 'claimed' && claim?.id === act.data.of
        ? { ...state, status: 'refused', refused: act }
        : undefined;
    case 'scrutiny.commitment-withdrawn':
      return isLive(status) ? { ...state, status: 'withdrawn', ended: act } : undefined;
    case 'scrutiny.commitment-superseded':
      return isLive(status) ? { ...state, status: 'superseded', ended: act } : undefined;
    case 'scrutiny.commitment-reopened':
      return isLive(status)
        ? undefined
        : { ...state, status: 'open', claim: null, accepted: null, ended: null, reopened: act };
    default: {
      const never: never = act;
      throw new Error(`Unknown act ${(never as Said & { type: string }).type}`);
    }
  }
}

function withMove(state: CommitmentState, asked: MoveAsked): CommitmentState | undefined {
  const { of, to, agreement } = asked.data;
  const { standing } = state;
  if (standing ? of !== standing.id && !sameDate(asked.data.from, standing.expected) : false)
    return undefined;
  if (standing && sameDate(standing.expected, to)) return undefined;
  const move: MoveOfDate = { asked, outcome: agreement, answered: null, from: null, days: null };
  if (agreement === 'pending') return { ...state, asked: [...state.asked, move] };
  return moved({ ...state, asked: [...state.asked, move] }, move, move);
}

/** The date that was asked for stands from now on. */
function moved(state: CommitmentState, move: MoveOfDate, now: MoveOfDate): CommitmentState {
  const { standing: from, original, moves } = state;
  const to = dateOf(move.asked, move.asked.data.to);
  const first = original ?? to;
  const counted: MoveOfDate = { ...now, from, days: from && slip(from, to) };
  return {
    ...{ ...state, original: first, standing: to, slipDays: slip(first, to) },
    ...{ moves: from ? moves + 1 : moves, asked: state.asked.map((one) => (one === move ? counted : one)) },
  };
}

function pending({ asked }: CommitmentState, of: string): MoveOfDate | undefined {
  return asked.find((move) => move.asked.id === of && move.outcome === 'pending');
}

function answerMove(
  state: CommitmentState,
  of: string,
  answer: Pick<MoveOfDate, 'outcome' | 'answered'>,
): CommitmentState | undefined {
  const move = pending(state, of);
  if (!move) return undefined;
  return { ...state, asked: state.asked.map((one) => (one === move ? { ...one, ...answer } : one)) };
}

function withAgreement(
  state: CommitmentState,
  act: ActNamed<'scrutiny.commitment-move-agreed'>,
): CommitmentState | undefined {
  const move = pending(state, act.data.of);
  if (!move) return undefined;
  return moved(state, move, { ...move, outcome: 'agreed', answered: act });
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
