import { daysBetween } from '@daybook/ledger';
import type { Said } from '@daybook/provenance';
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

/** Days on which one of the parties acted. */
export const DAYS_OF_PARTIES = ['claimedOn', 'declinedOn', 'assuredOn', 'closedOn', 'endedOn'] as const;
export type DayOfParty = (typeof DAYS_OF_PARTIES)[number];

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
  /** Which of those days are known to the month alone: each is its last day then. */
  readonly monthOnly: readonly DayOfParty[];
  /** How long it has waited for the next party: for an assurance, or for the closing. */
  readonly gapDays: number | null;
}

/** A state in plain values, as on a day that is no earlier than anything in it. */
export function standingOf(state: AddresseeState, day: string): Standing {
  const { status, completion, claim, ended } = state;
  const { standing, original, moves, slipDays, noDateGiven } = completion;
  const { claimedNotAssuredDays, assuredNotClosedDays, claimedNotClosedDays } = gapsOf(state, day);
  const latestMove = moves.at(-1);
  const days: Readonly<Record<DayOfParty, Said | null>> = {
    claimedOn: claim?.said ?? null,
    declinedOn: claim?.declined ?? null,
    assuredOn: claim?.assured ?? null,
    closedOn: status === 'closed' ? ended : null,
    endedOn: ended,
  };
  const on = (day: DayOfParty): string | null => days[day]?.effectiveOn ?? null;
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
    ...{ claimedOn: on('claimedOn'), declinedOn: on('declinedOn'), assuredOn: on('assuredOn') },
    ...{ closedOn: on('closedOn'), endedOn: on('endedOn') },
    monthOnly: DAYS_OF_PARTIES.filter((one) => days[one]?.precision === 'month'),
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
