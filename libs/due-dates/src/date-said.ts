import { daysBetween } from '@daybook/ledger';
import type { Expected } from './expected';

/** A date by which something is to be complete, and who set it. */
export interface DateSaid {
  /** The event that gave it. */
  readonly id: string;
  readonly expected: Expected;
  readonly setBy: string;
  readonly effectiveOn: string;
}

/** Whether two say the same: the same days, or the same words where there are none. */
export function sameDate(a: Expected, b: Expected): boolean {
  if (!sameDays(a, b)) return false;
  return a.latest !== null || a.earliest !== null || a.anticipated === b.anticipated;
}

/** An earliest and a latest day; an empty field of a file is no day. */
interface Days {
  readonly earliest?: string | null;
  readonly latest?: string | null;
}

export function sameDays(a: Days, b: Days): boolean {
  return (a.earliest || null) === (b.earliest || null) && (a.latest || null) === (b.latest || null);
}

/** The days from the latest day of the one to that of the other; null where either has none. */
export function slip(from: Pick<DateSaid, 'expected'>, to: Pick<DateSaid, 'expected'>): number | null {
  const [a, b] = [from.expected.latest, to.expected.latest];
  return a === null || b === null ? null : daysBetween(a, b);
}
