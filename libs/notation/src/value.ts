/** How a reported value bounds the true one. `around` is `~`; a range holds both its ends. */
export type Bound = 'exact' | 'around' | 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'range';

/** A value as reported: decimal strings with their digits kept, and what kind of bound it is. */
export interface Value {
  readonly bound: Bound;
  readonly low: string;
  /** The upper end of a range; otherwise the same as `low`. */
  readonly high: string;
}

const DECIMAL = '-?(?:0|[1-9][0-9]{0,29})(?:\\.[0-9]{1,20})?';
const FORMS: readonly (readonly [RegExp, Bound])[] = [
  [new RegExp(`^(${DECIMAL})$`), 'exact'],
  [new RegExp(`^~(${DECIMAL})$`), 'around'],
  [new RegExp(`^>=(${DECIMAL})$`), 'at-least'],
  [new RegExp(`^<=(${DECIMAL})$`), 'at-most'],
  [new RegExp(`^>(${DECIMAL})$`), 'more-than'],
  [new RegExp(`^<(${DECIMAL})$`), 'less-than'],
  [new RegExp(`^(${DECIMAL})\\.\\.(${DECIMAL})$`), 'range'],
];

/** Reads `1839`, `85.0`, `~31`, `>=70`, `<=5`, `>200000`, `<1` or `5..6`; undefined for anything else. */
export function parseValue(text: string): Value | undefined {
  for (const [form, bound] of FORMS) {
    const match = form.exec(text);
    if (!match?.[1]) continue;
    const value = { bound, low: match[1], high: match[2] ?? match[1] };
    return bound === 'range' && compareDecimals(value.low, value.high) >= 0 ? undefined : value;
  }
  return undefined;
}

export function decimalPlaces(decimal: string): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
}

/** The decimal times ten to the power of `scale`, exactly. */
function scaled(decimal: string, scale: number): bigint {
  return BigInt(decimal.replace('.', '')) * 10n ** BigInt(scale - decimalPlaces(decimal));
}

function unscaled(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${units < 0n ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
}

/** Less than, equal to or greater than 0, as `a` is to `b`. */
export function compareDecimals(a: string, b: string): number {
  const scale = Math.max(decimalPlaces(a), decimalPlaces(b));
  const difference = scaled(a, scale) - scaled(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The sum of decimals, to the finest of their places; `0` of none. */
export function sumOfDecimals(decimals: readonly string[]): string {
  const scale = Math.max(0, ...decimals.map(decimalPlaces));
  return unscaled(
    decimals.reduce((sum, decimal) => sum + scaled(decimal, scale), 0n),
    scale,
  );
}

/** `later` minus `earlier`, to the finer of their decimals; undefined unless both are exact. */
export function difference(later: string | null, earlier: string | null): string | undefined {
  const a = later === null ? undefined : parseValue(later);
  const b = earlier === null ? undefined : parseValue(earlier);
  if (a?.bound !== 'exact' || b?.bound !== 'exact') return undefined;
  const scale = Math.max(decimalPlaces(a.low), decimalPlaces(b.low));
  return unscaled(scaled(a.low, scale) - scaled(b.low, scale), scale);
}

/**
 * Whether one unrounded number could print as both: |a - b| < half a unit of a's last place + half of b's.
 */
function printAlike(a: string, b: string): boolean {
  const scale = Math.max(decimalPlaces(a), decimalPlaces(b)) + 1;
  const gap = scaled(a, scale) - scaled(b, scale);
  const half = (decimal: string): bigint => 5n * 10n ** BigInt(scale - decimalPlaces(decimal) - 1);
  return (gap < 0n ? -gap : gap) < half(a) + half(b);
}

function inside(exact: string, value: Value): boolean {
  const low = compareDecimals(exact, value.low);
  const high = compareDecimals(exact, value.high);
  switch (value.bound) {
    case 'exact':
      return printAlike(exact, value.low);
    case 'around':
      return exact === value.low;
    case 'at-least':
      return low >= 0;
    case 'at-most':
      return low <= 0;
    case 'more-than':
      return low > 0;
    case 'less-than':
      return low < 0;
    case 'range':
      return low >= 0 && high <= 0;
    default: {
      const never: never = value.bound;
      throw new Error(`Unknown bound ${String(never)}`);
    }
  }
}

/**
 * Whether two reported values say the same. Exact values agree when one unrounded number could print as both
 * (39.95 and 39.9; 0.76 and 0.8); an exact value agrees with an inexact one inside its bound; two inexact
 * values only when written alike. Null (missing, withheld, withdrawn) agrees with null alone.
 */
export function agree(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  if (a === b) return true;
  const left = parseValue(a);
  const right = parseValue(b);
  if (!left || !right) return false;
  if (left.bound === 'exact') return inside(left.low, right);
  return right.bound === 'exact' && inside(right.low, left);
}

/** Whether `a` says more than `b`, given that they agree: exact over inexact, more decimals over fewer. */
export function morePrecise(a: string | null, b: string | null): boolean {
  const left = a === null ? undefined : parseValue(a);
  const right = b === null ? undefined : parseValue(b);
  if (!left || !right || left.bound !== 'exact') return false;
  return right.bound !== 'exact' || decimalPlaces(left.low) > decimalPlaces(right.low);
}
