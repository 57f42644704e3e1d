import type { Entry } from '@daybook/ledger';
import { eventId, recorded } from '@daybook/ledger/testing';
import fc from 'fast-check';
import type { AddresseeState } from '../finding-state';
import type { FindingAct, FindingRaised } from '../inspections.events';
import { act, raised } from './facts';
import type { Stands } from './chart-oracle';

/** Histories play on this many days after the finding was raised, many acts on each. */
export const DAYS = 4;
export const day = (n: number): string => `2022-05-${String(n + 1).padStart(2, '0')}`;

export const ADDRESSEES = ['kent-police', 'college'] as const;

/** A finding as it was raised, and what was said of it, in ledger order. */
export interface History {
  readonly first: Entry<FindingRaised>;
  readonly acts: readonly Entry<FindingAct>[];
}

/** What each of these acts names, and of which type that is. */
const NAMES: Readonly<Record<string, FindingAct['type']>> = {
  'inspections.dispute-answered': 'inspections.finding-disputed',
  'inspections.discharge-assured': 'inspections.discharge-claimed',
  'inspections.discharge-declined': 'inspections.discharge-claimed',
};

/** Claims and what is said of them come often, ends seldom, so that much happens before one. */
const TYPES: readonly FindingAct['type'][] = [
  ...Array<FindingAct['type']>(4).fill('inspections.discharge-claimed'),
  ...Array<FindingAct['type']>(4).fill('inspections.discharge-assured'),
  ...Array<FindingAct['type']>(4).fill('inspections.discharge-declined'),
  ...Array<FindingAct['type']>(3).fill('inspections.finding-disputed'),
  ...Array<FindingAct['type']>(3).fill('inspections.dispute-answered'),
  ...Array<FindingAct['type']>(2).fill('inspections.finding-accepted'),
  ...Array<FindingAct['type']>(2).fill('inspections.finding-closed'),
  ...Array<FindingAct['type']>(3).fill('inspections.finding-reopened'),
  'inspections.finding-carried-forward',
  'inspections.finding-superseded',
  'inspections.finding-withdrawn',
  'inspections.progress-reported',
];

const step = fc.record({
  type: fc.constantFrom(...TYPES),
  on: fc.integer({ min: 1, max: DAYS }),
  addressees: fc.constantFrom(['kent-police'], ['kent-police'], ['kent-police', 'college'], ['college']),
  access: fc.constantFrom('public' as const, 'public' as const, 'public' as const, 'restricted' as const),
  /** Picks the dispute or claim that it names, whether it was said before or later. */
  target: fc.nat(),
});

export const history: fc.Arbitrary<History> = fc.array(step, { maxLength: 14, size: 'max' }).map((steps) => ({
  first: { index: 0, record: recorded(raised({ addressees: ADDRESSEES }, { effectiveOn: day(0) })) },
  acts: steps.map(({ type, on, addressees, access, target }, i) => {
    const named = steps.flatMap((one, at) => (one.type === NAMES[type] ? [eventId(at + 1)] : []));
    const of = NAMES[type] && { of: named[target % named.length] ?? eventId(0) };
    const fact = act(type, { addressees, ...of }, { effectiveOn: day(on), access });
    return { index: i + 1, record: recorded(fact, { index: i + 1 }) };
  }),
}));

/** What the fold says, in the second reading's words. */
export function told(state: AddresseeState): Stands {
  const { status, accepted, dispute, claim, ended, reopened, notFitting } = state;
  return {
    status,
    accepted: accepted?.id ?? null,
    dispute: dispute && [dispute.said.id, dispute.answered?.id ?? null],
    claim: claim && [claim.id, claim.assured?.id ?? null, claim.declined?.id ?? null],
    ended: ended?.id ?? null,
    reopened: reopened?.id ?? null,
    notFitting,
  };
}
