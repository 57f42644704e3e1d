import fc from 'fast-check';
import { parsePeriod } from './period';

const canonical = (text: string): string | undefined => parsePeriod(text)?.canonical;
const MS_A_DAY = 86_400_000;
/** Any day of 1990 to 2060, from its number; plain arithmetic, so that the parser is not tested against itself. */
const dayText = (n: number): string =>
  new Date(Date.UTC(1990, 0, 1) + n * MS_A_DAY).toISOString().slice(0, 10);
const lastOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
const firstOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
const pad = (n: number): string => String(n).padStart(2, '0');

describe('a period', () => {
  it.each([
    ['2017-11-08', '2017-11-08', '2017-11-08', '2017-11-08'],
    ['2017/11/08', '2017-11-08', '2017-11-08', '2017-11-08'],
    ['2017-11-08--2017-11-08', '2017-11-08', '2017-11-08', '2017-11-08'],
    ['2022-07', '2022-07', '2022-07-01', '2022-07-31'],
    ['2022/07', '2022-07', '2022-07-01', '2022-07-31'],
    ['2022-07-01/2022-07-31', '2022-07', '2022-07-01', '2022-07-31'],
    ['2022-07-01--2022-07-31', '2022-07', '2022-07-01', '2022-07-31'],
    ['R1-2022-07', '2022-07', '2022-07-01', '2022-07-31'],
    ['2024-02', '2024-02', '2024-02-01', '2024-02-29'],
    ['2022-Q3', '2022-Q3', '2022-07-01', '2022-09-30'],
    ['2022q3', '2022-Q3', '2022-07-01', '2022-09-30'],
    ['2022/Q3', '2022-Q3', '2022-07-01', '2022-09-30'],
    ['R3-2022-09', '2022-Q3', '2022-07-01', '2022-09-30'],
    ['2022-07--2022-09', '2022-Q3', '2022-07-01', '2022-09-30'],
    ['R3-2017-10', 'R3-2017-10', '2017-08-01', '2017-10-31'],
    ['2017-08-01/2017-10-31', 'R3-2017-10', '2017-08-01', '2017-10-31'],
    ['2017/08/01--2017/10/31', 'R3-2017-10', '2017-08-01', '2017-10-31'],
    ['2022', '2022', '2022-01-01', '2022-12-31'],
    ['R12-2022-12', '2022', '2022-01-01', '2022-12-31'],
    ['FY2022-23', 'FY2022-23', '2022-04-01', '2023-03-31'],
    ['2022-23', 'FY2022-23', '2022-04-01', '2023-03-31'],
    ['2022/23', 'FY2022-23', '2022-04-01', '2023-03-31'],
    ['2022/2023', 'FY2022-23', '2022-04-01', '2023-03-31'],
    ['FY 2022/23', 'FY2022-23', '2022-04-01', '2023-03-31'],
    ['R12-2023-03', 'FY2022-23', '2022-04-01', '2023-03-31'],
    ['1999-00', 'FY1999-00', '1999-04-01', '2000-03-31'],
    ['2011-12', '2011-12', '2011-12-01', '2011-12-31'],
    ['2011/12', 'FY2011-12', '2011-04-01', '2012-03-31'],
    ['2010-11', '2010-11', '2010-11-01', '2010-11-30'],
    ['R12-2022-07', 'R12-2022-07', '2021-08-01', '2022-07-31'],
    ['2021-08/2022-07', 'R12-2022-07', '2021-08-01', '2022-07-31'],
    ['R24-2022-12', 'R24-2022-12', '2021-01-01', '2022-12-31'],
    ['2022-08-01--2022-08-22', '2022-08-01--2022-08-22', '2022-08-01', '2022-08-22'],
    ['2022-08-01/2022-08-22', '2022-08-01--2022-08-22', '2022-08-01', '2022-08-22'],
    ['1800-01-01--2022-07-31', '1800-01-01--2022-07-31', '1800-01-01', '2022-07-31'],
  ])('33. %s is kept as %s', (text, kept, start, end) => {
    expect(parsePeriod(text)).toEqual({ canonical: kept, start, end });
  });

  it.each([
    ['2022-04-01--', '2022-04-01--', '2022-04-01'],
    ['2022-04-01/..', '2022-04-01--', '2022-04-01'],
    ['2022/04/05--', '2022-04-05--', '2022-04-05'],
    ['2022-04--', '2022-04-01--', '2022-04-01'],
  ])('33. %s is open, and kept as %s', (text, kept, start) => {
    expect(parsePeriod(text)).toEqual({ canonical: kept, start, end: null });
  });

  it.each([
    ...[
      '',
      ' ',
      'summer',
      'Q2',
      '2022-Q5',
      '2022-Q0',
      '22-07',
      '2022-13-01',
      '2022-02-30',
      '2023-02-29',
      '2022-00',
    ],
    ...[
      '2022-13',
      '2022/13',
      '2022-24',
      '2022/2024',
      'FY2022',
      'FY2022-24',
      'R0-2022-07',
      'R12-2022-13',
      'R1201-2022-07',
    ],
    ...[
      '2022-08-22--2022-08-01',
      '2022-02-30--2022-03-01',
      '2022-01-01--2022-02-30',
      '--2022-08-22',
      '2022-08-01--x',
    ],
    ...['２０２２-07', '2022-07\u0000', '2022-07\n2022-08', '2022-07-1', '2022–07', '__proto__'],
  ])('33. %j is no period', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  it('33. is the same however it is spelled, and its kept form reads as itself', () => {
    const days = fc.tuple(fc.nat(25_000), fc.oneof(fc.nat(40), fc.nat(25_000)));
    fc.assert(
      fc.property(days, ([from, length]) => {
        const [start, end] = [dayText(from), dayText(from + length)];
        const kept = canonical(`${start}--${end}`)!;
        expect(parsePeriod(kept)).toEqual({ canonical: kept, start, end });
        expect(canonical(`${start}/${end}`)).toBe(kept);
        expect(canonical(` ${start.replaceAll('-', '/')}--${end.replaceAll('-', '/')} `)).toBe(kept);
        expect(canonical(kept.toLowerCase())).toBe(kept);
      }),
    );
  });

  it('33. of whole months has one form, the first that fits', () => {
    const year = fc.integer({ min: 1950, max: 2050 });
    fc.assert(
      fc.property(
        year,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 1_400 }),
        (y, m, months) => {
          const start = firstOf(y, m - months + 1);
          const end = lastOf(y, m);
          const kept = canonical(`${start}--${end}`);
          if (months <= 1_200) expect(canonical(`R${months}-${y}-${pad(m)}`)).toBe(kept);
          const expected =
            months === 1
              ? `${y}-${pad(m)}`
              : months === 3 && m % 3 === 0
                ? `${y}-Q${m / 3}`
                : months === 12 && m === 12
                  ? `${y}`
                  : months === 12 && m === 3
                    ? `FY${y - 1}-${pad(y % 100)}`
                    : months <= 1_200
                      ? `R${months}-${y}-${pad(m)}`
                      : `${start}--${end}`;
          expect(kept).toBe(expected);
        },
      ),
    );
  });

  it('33. never throws, whatever is typed', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^[0-9FYRQ/.-]{0,24}$/));
    fc.assert(
      fc.property(typed, (text) => {
        const read = parsePeriod(text);
        if (read) expect(parsePeriod(read.canonical)).toEqual(read);
      }),
      { numRuns: 2_000 },
    );
  });
});
