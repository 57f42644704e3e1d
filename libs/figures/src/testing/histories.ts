import type { Entry } from '@daybook/ledger';
import { eventId, recorded } from '@daybook/ledger/testing';
import fc from 'fast-check';
import type { FigureEvent } from '../figures.events';
import type { FigureRow } from '../see-figures/figures.view';
import type { Judged } from '../vintages';
import { corrected, explanation, marked, reported, restated, revised, withdrawn } from './facts';
import type { Ruled, Stands } from './oracle';

/** Histories play on this many days of September 2022. */
export const DAYS = 6;
export const VALUES = [
  '40',
  '40.0',
  '40.04',
  '40.4',
  '41',
  '41.0',
  '~40',
  '~41',
  '>=40',
  '<41',
  '40..42',
  null,
  null,
];
/** Day n of that month; 0 is the day before it. */
export const day = (n: number): string => new Date(Date.UTC(2022, 8, n)).toISOString().slice(0, 10);

export type Told = Entry<FigureEvent>;

/** A step of a random history: most of it is noise that the deciders would refuse. */
export interface Step {
  readonly act: string;
  readonly day: number;
  readonly value: string | null;
  readonly status: string;
  readonly paper: string;
  readonly place: string;
  readonly access: 'public' | 'restricted';
  /** Picks an earlier entry. */
  readonly target: number;
  readonly as: 'revised' | 'corrected' | 'restated';
}

export const ACTS = [
  'reported',
  'reported',
  'reported',
  'reported',
  'revised',
  'corrected',
  'restated',
  'withdrawn',
  'explained',
  'explained',
  'marked',
];
export const step: fc.Arbitrary<Step> = fc
  .record({
    act: fc.constantFrom(...ACTS),
    day: fc.integer({ min: 1, max: DAYS }),
    value: fc.constantFrom(...VALUES),
    valued: fc.constantFrom('A', 'P', 'E'),
    missing: fc.constantFrom('O', 'Q', 'M'),
    paper: fc.constantFrom('paper-1', 'paper-1', 'paper-2'),
    place: fc.constantFrom('table 1', 'table 2', 'table 3'),
    access: fc.constantFrom('public' as const, 'public' as const, 'public' as const, 'restricted' as const),
    target: fc.nat(),
    as: fc.constantFrom('revised', 'corrected', 'restated'),
  })
  .map(({ valued, missing, ...rest }) => ({ ...rest, status: rest.value === null ? missing : valued }));

function factOf(step: Step, before: readonly Told[]): FigureEvent {
  const { act, value, paper, place, access } = step;
  const observed = before.filter(({ record }) => 'value' in record.data);
  const target = observed[step.target % Math.max(1, observed.length)];
  const status = step.status as 'A';
  const withheldBy = status === ('Q' as string) ? { withheldBy: `${paper} office` } : {};
  const printed = { printed: `${value} in ${paper}` };
  const said = { value, status, paper, place, access, effectiveOn: day(step.day), ...withheldBy, ...printed };
  if (!target || act === 'reported') return reported(said);
  const change = { ...said, of: target.record.id };
  switch (act) {
    case 'revised':
      return revised(change);
    case 'corrected':
      return corrected(change);
    case 'restated':
      return restated({ ...change, redefinition: eventId(0) });
    case 'withdrawn':
      return withdrawn({ ...change, value: null, status: 'O' });
    case 'explained':
      return { ...explanation({ of: change.of, as: step.as, effectiveOn: said.effectiveOn }), access };
    default:
      return { ...marked({ of: change.of, effectiveOn: target.record.effectiveOn }), access };
  }
}

function ledgerOf(steps: readonly Step[]): Told[] {
  const ledger: Told[] = [];
  for (const one of steps)
    ledger.push({ index: ledger.length, record: recorded(factOf(one, ledger), { index: ledger.length }) });
  return ledger;
}

export const history = fc.array(step, { maxLength: 12, size: 'max' }).map(ledgerOf);

/** What the fold says, in the oracle's words. */
export function toldBy({ vintages, standing }: Partial<Judged> & Pick<Judged, 'vintages'>): {
  ruled: Ruled[];
  stands?: Stands;
} {
  const ruled = vintages.map(({ id, kind, contradictsItself, difference }) => ({
    ...{ id, kind, difference },
    flagged: contradictsItself ?? false,
  }));
  if (!standing) return { ruled };
  const { id, kind, effectiveOn, value, printed, status, withheldBy, named } = standing;
  return { ruled, stands: { id, kind, effectiveOn, value, printed, status, withheldBy, named } };
}

export const toldByRow = (row: FigureRow | undefined): unknown =>
  toldBy({ vintages: row?.vintages ?? [], standing: row?.standing ?? undefined });
export const inOrder = (ledger: readonly Told[]): Told[] =>
  [...ledger].sort((a, b) => a.record.effectiveOn.localeCompare(b.record.effectiveOn) || a.index - b.index);
