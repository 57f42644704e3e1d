import {
  breakdownInWords,
  figurePath,
  periodInWords,
  valueInWords,
  valueWithUnit,
  type ValueSaid,
} from './wording.page';

const value = (text: string | null, more: Partial<ValueSaid> = {}): ValueSaid => ({
  value: text,
  status: 'A',
  withheldBy: null,
  ...more,
});

it.each([
  ['2022-07', 'July 2022'],
  ['2022-07-14', '14 July 2022'],
  ['2022-Q3', 'July to September 2022'],
  ['2021', '2021'],
  ['FY2021-22', 'Financial year 2021/22'],
  ['R12-2017-09', '12 months to September 2017'],
  ['2022-08-01--2022-08-22', '1 August 2022 to 22 August 2022'],
  ['2022-04-01--', 'from 1 April 2022 on'],
  ['soon', 'soon'],
])('the period %s is read as %s', (period, words) => {
  expect(periodInWords(period)).toBe(words);
});

it.each([
  ['gbp', '1200', '£1,200'],
  ['gbp', '5..6', '£5 to £6'],
  ['percent', '85.0', '85.0%'],
  ['percent', '>=70', '70% or more'],
  ['seconds', '~31', 'around 31 seconds'],
  ['rank', '3', 'rank 3'],
  ['count', '13524', '13,524'],
] as const)('in %s, %s is read as %s', (unit, text, words) => {
  expect(valueWithUnit(value(text), unit)).toBe(words);
});

it('says why there is no value', () => {
  expect(valueInWords(value(null, { status: 'O' }))).toBe('missing value');
  expect(valueInWords(value(null, { status: 'O', kind: 'withdrawn' }))).toBe('withdrawn');
  expect(valueInWords(value(null, { status: 'Q', withheldBy: 'kent-police' }))).toBe(
    'withheld by Kent Police',
  );
});

it('says a part of the whole, and links to it', () => {
  const breakdown = 'age=under-18;sex=female';
  expect(breakdownInWords(breakdown)).toBe('age: under 18, sex: female');
  expect(figurePath({ area: 'kent', measure: 'robbery', period: '2022-07', breakdown })).toBe(
    '/kent/figures/robbery/2022-07?breakdown=age%3Dunder-18%3Bsex%3Dfemale',
  );
});
