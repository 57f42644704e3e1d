import fc from 'fast-check';
import { between, isAtLeast, isAtMost, isExactly, sumOf, written, type Between } from './between';
import { compareDecimals, parseValue, sumOfDecimals } from './value';

const lies = (text: string): Between => between(parseValue(text)!);
const sum = (...texts: string[]): string | null => written(sumOf(texts.map(lies)));

/** Any value near nought, so that bounds meet often. */
const decimal = fc.tuple(fc.integer({ min: -30, max: 30 }), fc.constantFrom(0, 1)).map(([n, places]) => {
  const digits = String(Math.abs(n)).padStart(places + 1, '0');
  return `${n < 0 ? '-' : ''}${places === 0 ? digits : `${digits.slice(0, -1)}.${digits.slice(-1)}`}`;
});
const value = fc.oneof(
  decimal,
  decimal.chain((d) => fc.constantFrom(`~${d}`, `>=${d}`, `<=${d}`, `>${d}`, `<${d}`)),
  fc
    .tuple(decimal, decimal)
    .filter(([a, b]) => compareDecimals(a, b) < 0)
    .map(([a, b]) => `${a}..${b}`),
);

/** Hundredths from -150 to 150 that a value, as it is written, may stand for. */
function candidates(text: string): number[] {
  const [, sign, low, high] = /^(~|>=|<=|>|<)?(-?[\d.]+?)(?:\.\.(-?[\d.]+))?$/.exec(text)!;
  const [from, to] = [low!, high ?? low!].map((d) => Math.round(Number(d) * 100));
  const all = Array.from({ length: 20_001 }, (_, i) => i - 10_000);
  const may: Record<string, (n: number) => boolean> = {
    '~': () => true,
    '>=': (n) => n >= from!,
    '<=': (n) => n <= from!,
    '>': (n) => n > from!,
    '<': (n) => n < from!,
    '': (n) => n >= from! && n <= to!,
  };
  return all.filter(may[sign ?? '']!);
}

describe('where a number lies', () => {
  it('1. is reckoned exactly, to the finest of the places', () => {
    expect(sumOfDecimals(['0.1', '0.2'])).toBe('0.3');
    expect(sumOfDecimals(['14.10', '-6.8'])).toBe('7.30');
    expect(sumOfDecimals(['9007199254740993', '0.01'])).toBe('9007199254740993.01');
    expect(sumOfDecimals([])).toBe('0');
  });

  it('2. has an end of a sum where every part has that end', () => {
    expect(sum('1.5', '2')).toBe('3.5');
    expect(sum('>=70', '1')).toBe('>=71');
    expect(sum('>70', '>=1')).toBe('>71');
    expect(sum('5..6', '1', '<=2')).toBe('<=9');
    expect(sum('5..6', '1..2')).toBe('6..8');
    expect(sum('>=70', '<=1')).toBeNull();
    expect(sum('~31', '1')).toBeNull();
  });

  it('3. leaves no doubt, or some', () => {
    expect([isAtLeast(lies('>=70'), '70'), isAtLeast(lies('>=70'), '71')]).toEqual([true, undefined]);
    expect([isAtLeast(lies('<70'), '70'), isAtMost(lies('<70'), '70')]).toEqual([false, true]);
    expect([isExactly(lies('4144.90'), '4144.9'), isExactly(lies('>70'), '70')]).toEqual([true, false]);
    expect(isExactly(lies('5..6'), '6')).toBeUndefined();
  });

  it('3. says of every value what holds of each number that it may stand for, and no more', () => {
    const verdictOf = (numbers: number[], holds: (n: number) => boolean): boolean | undefined =>
      numbers.every(holds) ? true : numbers.some(holds) ? undefined : false;
    fc.assert(
      fc.property(value, decimal, (text, target) => {
        const [numbers, at] = [candidates(text), Math.round(Number(target) * 100)];
        expect([isAtLeast, isAtMost, isExactly].map((is) => is(lies(text), target))).toEqual([
          verdictOf(numbers, (n) => n >= at),
          verdictOf(numbers, (n) => n <= at),
          verdictOf(numbers, (n) => n === at),
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it('4. is nowhere around a number', () => {
    expect([isAtLeast(lies('~31'), '1'), isAtMost(lies('~31'), '99'), written(lies('~31'))]).toEqual([
      undefined,
      undefined,
      null,
    ]);
  });
});
