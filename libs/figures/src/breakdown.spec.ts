import fc from 'fast-check';
import { dimensionsOf, parseBreakdown } from './breakdown';

const word = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,10}$/);
const parts = fc.uniqueArray(fc.tuple(word, word), {
  selector: ([name]) => name,
  minLength: 1,
  maxLength: 5,
});
const written = (given: readonly (readonly [string, string])[]): string =>
  given.map((p) => p.join('=')).join(';');

describe('a breakdown', () => {
  it.each([
    ['', ''],
    ['  ', ''],
    ['sex=male', 'sex=male'],
    ['sex=male;age=under-18', 'age=under-18;sex=male'],
    [' sex = male ; age = 18-24 ', 'age=18-24;sex=male'],
  ])('35. %j is kept as %j', (text, kept) => {
    expect(parseBreakdown(text)).toBe(kept);
  });

  it.each([
    'sex',
    'sex=',
    '=male',
    'sex=male;',
    'sex=male;sex=female',
    'Sex=male',
    'sex=a=b',
    'sex=a b',
    '__proto__=x',
    'sex=ａ',
  ])('35. %j is none', (text) => {
    expect(parseBreakdown(text)).toBeUndefined();
  });

  it('35. is the same in any order, reads as itself, and names its dimensions', () => {
    const shuffled = parts.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    );
    fc.assert(
      fc.property(shuffled, ([given, other]) => {
        const kept = parseBreakdown(written(given))!;
        expect(parseBreakdown(written(other))).toBe(kept);
        expect(parseBreakdown(kept)).toBe(kept);
        expect([...dimensionsOf(kept)].sort()).toEqual(given.map(([name]) => name).sort());
      }),
    );
  });
});
