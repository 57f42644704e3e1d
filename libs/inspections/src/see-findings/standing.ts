import { daysBetween } from '@daybook/ledger';
import { needsAssurance } from '../addressees';
import type { FindingStatus } from '../codes';
import type { AddresseeState } from '../finding-state';

/** How long each of the three parties waited for the next, in days; null where nothing waits or waited. */
export interface Gaps {
  /** To the position's day, of a claim that nobody has assured. */
  readonly claimedNotAssuredDays: number | null;
  readonly assuredNotClosedDays: number | null;
  /** Of a claim that stands, assured or not. */
  readonly claimedNotClosedDays: number | null;
  readonly claimedToAssuredDays: number | null;
  readonly assuredToClosedDays: number | null;
  readonly claimedToClosedDays: number | null;
}

/** Parts of a closing that were not on record when the inspectorate closed. */
export const MISSING_PARTS = ['claim', 'assurance'] as const;
export type MissingPart = (typeof MISSING_PARTS)[number];

/** Where a finding stands with one addressee on a day, in plain values. */
export interface Standing {
  readonly status: FindingStatus;
  /** `2022-11` for a month, `2022-11-30` for a day, else the words; null: none was given. */
  readonly anticipated: string | null;
  readonly originalAnticipated: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** It was said that no date is given. */
  readonly noDateGiven: boolean;
  readonly moves: number;
  readonly slipDays: number | null;
  /** Whether the latest move is agreed; null where nothing moved. */
  readonly agreed: boolean | null;
  /** Days past the latest day, of what is neither claimed nor ended; null where it is not overdue. */
  readonly overdueDays: number | null;
  readonly claimedOn: string | null;
  /** The day on which the claim was declined. */
  readonly declinedOn: string | null;
  readonly assuredOn: string | null;
  readonly closedOn: string | null;
  /** The day on which it was closed, carried forward, superseded or withdrawn. */
  readonly endedOn: string | null;
  /** How long it has waited for the next party: for an assurance, or for the closing. */
  readonly gapDays: number | null;
}

/** A state in plain values, as on a day that is no earlier than anything in it. */
export function standingOf(state: AddresseeState, day: string): Standing {
  const { status, completion, claim, ended } = state;
  const { standing, original, moves, slipDays, noDateGiven } = completion;
  const { claimedNotAssuredDays, assuredNotClosedDays, claimedNotClosedDays } = gapsOf(state, day);
  const latestMove = moves.at(-1);
  return {
    status,
    anticipated: standing?.expected.anticipated ?? null,
    originalAnticipated: original?.expected.anticipated ?? null,
    earliest: standing?.expected.earliest ?? null,
    latest: standing?.expected.latest ?? null,
    noDateGiven: noDateGiven !== null,
    moves: moves.length,
    slipDays,
    agreed: latestMove ? latestMove.agreed !== null : null,
    overdueDays: overdueDays(state, day),
    claimedOn: claim?.said.effectiveOn ?? null,
    declinedOn: claim?.declined?.effectiveOn ?? null,
    assuredOn: claim?.assured?.effectiveOn ?? null,
    closedOn: status === 'closed' && ended ? ended.effectiveOn : null,
    endedOn: ended?.effectiveOn ?? null,
    gapDays: claimedNotAssuredDays ?? assuredNotClosedDays ?? claimedNotClosedDays,
  };
}

/** Overdue counts from the latest day, never without one, and not once the addressee says that it is done. */
function overdueDays({ status, completion }: AddresseeState, day: string): number | null {
  const latest = completion.standing?.expected.latest;
  if (!latest || latest >= day || !['open', 'accepted', 'disputed'].includes(status)) return null;
  return daysBetween(latest, day);
}

/** The gaps between the three parties; a claim that was declined waits for nobody. */
export function gapsOf({ addressee, status, claim, ended }: AddresseeState, day: string): Gaps {
  const claimed = claim?.said.effectiveOn;
  const assured = claim?.assured?.effectiveOn;
  const closed = status === 'closed' ? ended?.effectiveOn : undefined;
  const waits = status === 'claimed' || status === 'assured';
  return {
    claimedNotAssuredDays: between(
      status === 'claimed' && needsAssurance(addressee) ? claimed : undefined,
      day,
    ),
    assuredNotClosedDays: between(status === 'assured' ? assured : undefined, day),
    claimedNotClosedDays: between(waits ? claimed : undefined, day),
    claimedToAssuredDays: between(claimed, assured),
    assuredToClosedDays: between(assured, closed),
    claimedToClosedDays: between(claim?.declined ? undefined : claimed, closed),
  };
}

function between(from: string | undefined, to: string | undefined): number | null {
  return from === undefined || to === undefined ? null : daysBetween(from, to);
}

/** What the inspectorate closed without; a body that answers to nobody here needs no assurance. */
export function missingOf({ addressee, status, claim }: AddresseeState): MissingPart[] {
  if (status !== 'closed') return [];
  const assurance: MissingPart[] = needsAssurance(addressee) && !claim?.assured ? ['assurance'] : [];
  return claim ? assurance : ['claim', ...assurance];
}
