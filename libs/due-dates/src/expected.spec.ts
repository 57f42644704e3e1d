import { daysAfter, daysBetween, lastDayOfMonth } from '@daybook/ledger';
import fc from 'fast-check';
import { NOT_GIVEN, dueDates, type Expected } from './expected';

const SAID = '2022-10-31';
const { readExpected } = dueDates('tests');

describe('the reading of a due date', () => {
  it.each([
    ['30 November 2022', '2022-11-30', '2022-11-30'],
    ['November 2022', '2022-11-01', '2022-11-30'],
    ['by November 2022', null, '2022-11-30'],
    ['To November 2023', null, '2023-11-30'],
    ['until November 2023', null, '2023-11-30'],
    ['up to the end of November 2023', null, '2023-11-30'],
    ['end of 2023', '2023-12-31', '2023-12-31'],
    ['towards the end of 2023', '2023-01-01', '2023-12-31'],
    ['Towards end of November 2023', '2023-11-01', '2023-11-30'],
    ['to be confirmed', null, null],
  ])('finds in %j the days from %s to %s', (anticipated, earliest, latest) => {
    expect(readExpected({ anticipated }, SAID)).toMatchObject({ words: anticipated, earliest, latest });
  });

  it('says that no date was given', () => {
    expect(readExpected({ anticipated: null }, SAID)).toBe(NOT_GIVEN);
  });

  it('refuses in the name of the slice that asks', () => {
    const codes = [
      { anticipated: '2023-13' },
      { anticipated: '2023-02-30' },
      { anticipated: '2023-06', latest: '2023-07-01' },
      { anticipated: 'soon', earliest: '2023-07-01', latest: '2023-06-01' },
      { anticipated: null, latest: '2023-07-01' },
    ]
      .map((sent) => readExpected(sent, SAID))
      .map((found) => 'code' in found && found.code);
    expect(codes).toEqual(
      ['bad-month', 'bad-date', 'day-outside', 'days-reversed', 'words-missing'].map(
        (code) => `tests.${code}`,
      ),
    );
  });

  const days = fc.integer({ min: 0, max: 20_000 }).map((n) => daysAfter('1990-01-01', n));

  it('every day and month reads the same however it is written', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(`${day}T00:00:00Z`);
        const long = date.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
        const month = day.slice(0, 7);
        const whole = { anticipated: month, earliest: `${month}-01`, latest: lastDayOfMonth(month) };
        for (const text of [month, long, long.replace(/^(...)\w*/, '$1')])
          expect(readExpected({ anticipated: text }, SAID)).toEqual({ ...whole, words: text });
        for (const text of [day, `${Number(day.slice(8))} ${long}`, day.split('-').reverse().join('/')])
          expect(readExpected({ anticipated: text }, SAID)).toMatchObject({
            ...{ anticipated: day, earliest: day, latest: day },
          });
      }),
    );
  });

  it('weeks and months count from the day on which it was said', () => {
    const counts = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }));
    fc.assert(
      fc.property(days, counts, (said, [from, more]) => {
        const read = (anticipated: string) =>
          readExpected({ anticipated }, said) as { [K in keyof Expected]: string };
        const weeks = read(`${from} to ${from + more} weeks`);
        expect(daysBetween(said, weeks.earliest)).toBe(from * 7);
        expect(daysBetween(weeks.earliest, weeks.latest)).toBe(more * 7);
        const { latest: inMonths = '' } = read(`within ${from} months`);
        const day = Math.min(Number(said.slice(8)), Number(lastDayOfMonth(inMonths.slice(0, 7)).slice(8)));
        expect(Number(inMonths.slice(8))).toBe(day);
        const count = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        expect(count(inMonths) - count(said)).toBe(from);
      }),
    );
  });

  it('any words at all are read, and their days stand in order', () => {
    const parts = [
      'by',
      'around',
      'end of',
      'until',
      'up to',
      'towards the',
      'early',
      '2023',
      '12',
      'to',
      '-',
      'weeks',
      'May',
      '/24',
      'Q2',
      '30',
    ];
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...parts)).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(text, days, (anticipated, said) => {
        const read = readExpected({ anticipated }, said);
        if ('code' in read) return expect(anticipated.trim()).toMatch(/^\d{4}-\d/);
        if (read.earliest && read.latest) expect(read.earliest <= read.latest).toBe(true);
      }),
    );
  });
});
