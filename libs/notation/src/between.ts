import { compareDecimals, sumOfDecimals, type Value } from './value';

/** One end of where a true number lies; a number on an `open` end is outside. */
export interface End {
  readonly at: string;
  readonly open: boolean;
}

/** Where a true number lies, as far as what was reported says; null: that end is not known. */
export interface Between {
  readonly low: End | null;
  readonly high: End | null;
}

/** Where a reported value says that the true one lies. Around a number is nowhere: nobody says how far from it. */
export function between({ bound, low, high }: Value): Between {
  const closed = { at: low, open: false };
  switch (bound) {
    case 'exact':
      return { low: closed, high: closed };
    case 'around':
      return { low: null, high: null };
    case 'at-least':
      return { low: closed, high: null };
    case 'at-most':
      return { low: null, high: closed };
    case 'more-than':
      return { low: { at: low, open: true }, high: null };
    case 'less-than':
      return { low: null, high: { at: low, open: true } };
    case 'range':
      return { low: closed, high: { at: high, open: false } };
    default: {
      const never: never = bound;
      throw new Error(`Unknown bound ${String(never)}`);
    }
  }
}

/** Where the sum of numbers lies. An end is known where that of every number is. */
export function sumOf(parts: readonly Between[]): Between {
  return { low: sumOfEnds(parts.map(({ low }) => low)), high: sumOfEnds(parts.map(({ high }) => high)) };
}

function sumOfEnds(ends: readonly (End | null)[]): End | null {
  const known = ends.flatMap((end) => end ?? []);
  if (known.length < ends.length) return null;
  return { at: sumOfDecimals(known.map(({ at }) => at)), open: known.some(({ open }) => open) };
}

/** Whether it is at least a number; undefined where it may be or not. */
export function isAtLeast({ low, high }: Between, number: string): boolean | undefined {
  if (low && compareDecimals(low.at, number) >= 0) return true;
  const above = high && compareDecimals(high.at, number);
  return above !== null && (above < 0 || (above === 0 && high?.open)) ? false : undefined;
}

/** Whether it is at most a number; undefined where it may be or not. */
export function isAtMost({ low, high }: Between, number: string): boolean | undefined {
  if (high && compareDecimals(high.at, number) <= 0) return true;
  const below = low && compareDecimals(low.at, number);
  return below !== null && (below > 0 || (below === 0 && low?.open)) ? false : undefined;
}

/** Whether it is a number exactly, however many places that is written to; undefined where it may be or not. */
export function isExactly(lies: Between, number: string): boolean | undefined {
  const [least, most] = [isAtLeast(lies, number), isAtMost(lies, number)];
  if (least === false || most === false) return false;
  // `>70` is at least 70, and never 70.
  if ([lies.low, lies.high].some((end) => end?.open && compareDecimals(end.at, number) === 0)) return false;
  return least && most ? true : undefined;
}

/** The same as a value is written: `70`, `>=70`, `5..6`; null where neither end is known. */
export function written({ low, high }: Between): string | null {
  if (low && high) {
    if (compareDecimals(low.at, high.at) === 0) return low.at;
    return `${low.at}..${high.at}`;
  }
  if (low) return `${low.open ? '>' : '>='}${low.at}`;
  return high && `${high.open ? '<' : '<='}${high.at}`;
}
