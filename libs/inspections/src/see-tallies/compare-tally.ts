import { addresseeKind } from '../addressees';
import { stateOf } from '../finding-state';
import type { TallyPart } from '../inspections.events';
import type { FindingRow } from '../see-findings/findings.view';
import type { TallyRow } from './tallies.view';

/** A number as it was said, beside what the ledger counts. */
export interface PartCompared extends Omit<TallyPart, 'number'> {
  /** Null: how many was not said, so there is nothing to agree with. */
  readonly said: number | null;
  /** What the ledger counts as of the day on which it was said. */
  readonly counted: number;
  readonly agrees: boolean | null;
}

/** The sum that was said, worked out again from its own parts. */
export interface SumCompared {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  readonly equals: string;
  readonly said: number;
  readonly reckoned: number;
  readonly holds: boolean;
}

export interface TallyCompared {
  readonly parts: readonly PartCompared[];
  readonly sum: SumCompared | null;
}

/** Compares what was said with what the findings on record come to, as of the day on which it was said. */
export function compareTally(tally: TallyRow, findings: readonly FindingRow[]): TallyCompared {
  const own = findings.filter(({ raised }) => !tally.inspection || raised?.inspection === tally.inspection);
  const parts = tally.parts.map(({ number: said, ...part }): PartCompared => {
    const counted = own.filter((finding) => counts(part, finding, tally.effectiveOn)).length;
    return { ...part, said, counted, agrees: said === null ? null : said === counted };
  });
  return { parts, sum: tally.sum && sumOf(tally.sum, tally.parts) };
}

/** A finding counts once: where it has an addressee of that kind with which it stands like that. */
function counts(
  { kind, addresseeKind: wanted, statuses }: Omit<TallyPart, 'number'>,
  { raised, acts }: FindingRow,
  day: string,
): boolean {
  if (!raised || raised.effectiveOn > day || (kind && raised.kind !== kind)) return false;
  const by = acts.filter(({ effectiveOn }) => effectiveOn <= day);
  const addressees = raised.addressees.filter((id) => !wanted || addresseeKind(id) === wanted);
  if (statuses.length === 0) return !wanted || addressees.length > 0;
  return addressees.some((id) => statuses.includes(stateOf(raised, by, id).status));
}

function sumOf(sum: NonNullable<TallyRow['sum']>, parts: readonly TallyPart[]): SumCompared {
  const number = (id: string): number => parts.find((part) => part.id === id)?.number ?? 0;
  const total = (ids: readonly string[]): number => ids.reduce((all, id) => all + number(id), 0);
  const [said, reckoned] = [number(sum.equals), total(sum.plus) - total(sum.minus)];
  return { ...sum, said, reckoned, holds: said === reckoned };
}
