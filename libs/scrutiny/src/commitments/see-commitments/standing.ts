import type { CommitmentStatus } from '../../codes';
import { dueOf, overdueDays, pendingMove, type CommitmentState } from '../commitment-state';

/** Where a commitment stands on a day, in plain values. */
export interface Standing {
  readonly status: CommitmentStatus;
  /** `2023-11` for a month, `2023-06-07` for a day, else the words; null: no date is given. */
  readonly due: string | null;
  readonly dueWords: string | null;
  readonly dueEarliest: string | null;
  readonly dueLatest: string | null;
  /** First by effective date, and kept for ever. */
  readonly originalDue: string | null;
  /** How often the date that stands changed. */
  readonly moves: number;
  /** From the latest day first on record to the one that stands; null where either has none. */
  readonly slipDays: number | null;
  /** Past the latest day, while it is to be kept and not claimed; null where it is not overdue. */
  readonly overdueDays: number | null;
  /** The date that is asked for, and neither agreed nor refused; null: none. */
  readonly pendingMove: string | null;
  readonly madeOn: string;
  /** The day on which the owner took it on. */
  readonly takenOn: string | null;
  /** The day of the claim that counts. */
  readonly claimedOn: string | null;
  readonly acceptedOn: string | null;
}

/** A state in plain values, as on a day that is no earlier than anything in it. */
export function standingOf(state: CommitmentState, day: string): Standing {
  const { status, original, moves, slipDays, made, taken, claim, accepted } = state;
  const { anticipated, words, earliest, latest } = dueOf(state);
  return {
    ...{ status, due: anticipated, dueWords: words, dueEarliest: earliest, dueLatest: latest },
    ...{ originalDue: original?.expected.anticipated ?? null, moves, slipDays },
    overdueDays: overdueDays(state, day),
    pendingMove: pendingMove(state)?.asked.data.to.anticipated ?? null,
    ...{ madeOn: made.effectiveOn, takenOn: taken?.effectiveOn ?? null },
    ...{ claimedOn: claim?.effectiveOn ?? null, acceptedOn: accepted?.effectiveOn ?? null },
  };
}
