import { SUPPRESSED, type Unit } from './codes';
import { compareDecimals, parseValue } from './value';

/** What deserves a second look before a figure is sent. A flag refuses nothing. */
export type Flag = 'small-count' | 'withheld';

/** Counts of people below this can tell who they are (domain: "small counts of people"). */
const SMALL = '5';
const PEOPLE: readonly Unit[] = ['count', 'headcount'];

/**
 * The flags of a line. A count is taken for one of people, since a count of deeds is often one of the people
 * they were done to; an inexact value is small where all that it allows is.
 */
export function flagsOf(
  line: {
    readonly value?: string | null;
    readonly withheldBy?: string | null;
    readonly status?: string | null;
  },
  unit: Unit | null,
): readonly Flag[] {
  const flags: Flag[] = [];
  if (line.withheldBy || line.status === SUPPRESSED) flags.push('withheld');
  const value = line.value ? parseValue(line.value) : undefined;
  if (!value || unit === null || !PEOPLE.includes(unit)) return flags;
  const open = value.bound === 'at-least' || value.bound === 'more-than';
  const limit = value.bound === 'less-than' ? compareDecimals(value.high, SMALL) <= 0 : below(value.high);
  return !open && limit ? ['small-count', ...flags] : flags;
}

function below(decimal: string): boolean {
  return compareDecimals(decimal, SMALL) < 0;
}
