import fc from 'fast-check';
import { agree, compareDecimals, decimalPlaces, difference, morePrecise, parseValue } from './value';

/** A decimal of so many places: the number of its last places, as text. */
function decimal(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return units < 0n ? `-${text}` : text;
}

const long = fc.tuple(fc.bigInt({ min: -(10n ** 28n), max: 10n ** 28n }), fc.nat(20));
const small = fc
  .tuple(fc.integer({ min: -400, max: 400 }), fc.nat(3))
  .map(([n, places]) => decimal(BigInt(n), places));
const inexact = fc.oneof(
  small.chain((d) => fc.constantFrom(`~${d}`, `>=${d}`, `<=${d}`, `>${d}`, `<${d}`)),
  fc
    .tuple(small, small)
    .filter(([a, b]) => compareDecimals(a, b) < 0)
    .map(([a, b]) => `${a}..${b}`),
);
const anyValue = fc.oneof(small, small, inexact);

describe('a value', () => {
  it.each([
    ['1839', 'exact', '1839', '1839'],
    ['85.0', 'exact', '85.0', '85.0'],
    ['-3.5', 'exact', '-3.5', '-3.5'],
    ['0', 'exact', '0', '0'],
    ['~31', 'around', '31', '31'],
    ['>=70', 'at-least', '70', '70'],
    ['<=5', 'at-most', '5', '5'],
    ['>200000', 'more-than', '200000', '200000'],
    ['<1', 'less-than', '1', '1'],
    ['5..6', 'range', '5', '6'],
  ])('28. may be %s', (text, bound, low, high) => {
    expect(parseValue(text)).toEqual({ bound, low, high });
  });

  it.each([
    ...[
      '',
      ' ',
      '1e5',
      'NaN',
      'Infinity',
      '1,839',
      '1 839',
      '1_839',
      '0x10',
      '+5',
      '.5',
      '5.',
      '007',
      '--5',
      '1.2.3',
    ],
    ...[
      '１８３９',
      '٣',
      '5\u0000',
      '5\n',
      '\ud800',
      '50%',
      '£5',
      '6..5',
      '5..5',
      '5...6',
      '~',
      '~~5',
      '=5',
      '≥70',
      '> 5',
    ],
    ...['9'.repeat(31), `0.${'1'.repeat(21)}`, '__proto__', 'null', '5-6', '½'],
  ])('28. may not be %j', (text) => {
    expect(parseValue(text)).toBeUndefined();
  });

  it.each([
    ['40', '40', true],
    ['85.0', '85', true],
    ['39.95', '39.9', true],
    ['39.95', '40.0', true],
    ['0.76', '0.8', true],
    ['0.75', '0.8', true],
    ['0.85', '0.8', true],
    ['0.86', '0.8', false],
    ['0.74', '0.8', false],
    ['40', '41', false],
    ['40', '40.5', true],
    ['40', '40.6', false],
    ['-0.76', '-0.8', true],
    ['-0.4', '0', true],
    ['0.76', '-0.76', false],
    ['~31', '31', true],
    ['~31', '31.0', false],
    ['~31', '32', false],
    ['~31', '~31', true],
    ['~31', '~31.0', false],
    ['>=70', '70', true],
    ['>=70', '71.5', true],
    ['>=70', '69.9', false],
    ['<=5', '5', true],
    ['<=5', '6', false],
    ['>200000', '200000', false],
    ['>200000', '200001', true],
    ['<1', '1', false],
    ['<1', '0.99', true],
    ['5..6', '5', true],
    ['5..6', '6', true],
    ['5..6', '6.1', false],
    ['5..6', '4.9', false],
    ['5..6', '>=5', false],
    ['>=70', '>=71', false],
    [null, null, true],
    [null, '0', false],
  ])('30. %s and %s agree: %s', (a, b, expected) => {
    expect(agree(a, b)).toBe(expected);
    expect(agree(b, a)).toBe(expected);
  });

  it('30. agrees with itself, and with another as the other with it', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        expect(agree(a, a)).toBe(true);
        expect(agree(a, b)).toBe(agree(b, a));
      }),
      { numRuns: 1_000 },
    );
  });

  it('30. agrees exactly where one unrounded number prints as both', () => {
    // In units of a ten-thousandth, an unrounded number prints as d when it lies within half a last place of d.
    const reach = (d: string) => {
      const half = 5 * 10 ** (3 - decimalPlaces(d));
      const middle = Math.round(Number(d) * 10_000);
      return { from: middle - half, to: middle + half };
    };
    fc.assert(
      fc.property(small, small, (a, b) => {
        const [x, y] = [reach(a), reach(b)];
        expect(agree(a, b)).toBe(Math.max(x.from, y.from) < Math.min(x.to, y.to));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['0.76', '0.8', true],
    ['0.8', '0.76', false],
    ['85.0', '85', true],
    ['40', '40', false],
    ['70', '>=70', true],
    ['>=70', '70', false],
    ['~31', '~31', false],
    ['40', null, false],
    [null, '40', false],
  ])('30. %s says more than %s: %s', (a, b, expected) => {
    expect(morePrecise(a, b)).toBe(expected);
  });

  it('30. is more precise than at most one of two', () => {
    fc.assert(fc.property(anyValue, anyValue, (a, b) => !(morePrecise(a, b) && morePrecise(b, a))));
  });
});

describe('a difference', () => {
  it.each([
    ['41', '40', '1'],
    ['0.76', '0.8', '-0.04'],
    ['85.0', '85', '0.0'],
    ['-3.5', '3.5', '-7.0'],
    ['0.3', '0.1', '0.2'],
    ['0.05', '0', '0.05'],
  ])('of %s and %s is %s', (later, earlier, expected) => {
    expect(difference(later, earlier)).toBe(expected);
  });

  it('is of exact values alone', () => {
    for (const other of ['~31', '>=70', '5..6', null, 'x']) {
      expect(difference('40', other)).toBeUndefined();
      expect(difference(other, '40')).toBeUndefined();
    }
  });

  it('is exact, however long', () => {
    fc.assert(
      fc.property(long, long, ([a, placesA], [b, placesB]) => {
        const places = Math.max(placesA, placesB);
        const raised = a * 10n ** BigInt(places - placesA) - b * 10n ** BigInt(places - placesB);
        expect(difference(decimal(a, placesA), decimal(b, placesB))).toBe(decimal(raised, places));
        expect(Math.sign(compareDecimals(decimal(a, placesA), decimal(b, placesB)))).toBe(
          raised < 0n ? -1 : raised > 0n ? 1 : 0,
        );
      }),
    );
  });
});
