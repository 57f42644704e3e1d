import fc from 'fast-check';
import { clockOn, lastDay, type ClockedReport } from './response-clock';

const report: ClockedReport = {
  kind: 'force',
  inspectorate: 'hmicfrs',
  relatesToForce: true,
  publishedOn: '2026-01-01',
};
const published = (publishedOn: string | null): ClockedReport => ({ ...report, publishedOn });
const why = (over: Partial<ClockedReport>, asOf = '2026-06-30') =>
  clockOn({ ...report, ...over }, asOf, null);

/** The calendar reckoned by hand: no date of the language, no library. */
type Day = readonly [year: number, month: number, day: number];
function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
function next([year, month, day]: Day): Day {
  const days = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (day < (days[month - 1] ?? 0)) return [year, month, day + 1];
  return month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1];
}
const written = ([year, month, day]: Day): string =>
  [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');

/** Every day from 2 May 2017 for 84 years: leap days, both clock changes of each year, and 2100, no leap year. */
const EVERY_DAY: readonly string[] = (() => {
  const days: string[] = [];
  for (let day: Day = [2017, 5, 2]; day[0] < 2101; day = next(day)) days.push(written(day));
  return days;
})();

describe('the clock', () => {
  it('55. the day of publication is day 1 of 56', () => {
    expect(clockOn(report, '2026-01-01', null)).toEqual({ status: 'running', day: 1, dueOn: '2026-02-25' });
    expect(clockOn(report, '2026-02-25', null)).toEqual({ status: 'running', day: 56, dueOn: '2026-02-25' });
    expect(clockOn(published('2022-04-28'), '2022-05-09', null)).toMatchObject({
      day: 12,
      dueOn: '2022-06-22',
    });
  });

  it('55. for every day of publication, the last day is the 56th of the calendar', () => {
    const wrong = EVERY_DAY.slice(0, -55).filter((day, i) => lastDay(day) !== EVERY_DAY[i + 55]);
    expect(wrong).toEqual([]);
  });

  it('55. whatever the days, the status follows from counting them one by one', () => {
    const place = fc.nat({ max: EVERY_DAY.length - 400 });
    const days = fc.nat({ max: 300 });
    const responded = fc.option(days);
    fc.assert(
      fc.property(place, days, responded, (at, ago, after) => {
        const [publishedOn, asOf] = [EVERY_DAY[at]!, EVERY_DAY[at + ago]!];
        const respondedOn = after === null ? null : EVERY_DAY[at + after]!;
        const n = (after ?? ago) + 1;
        const done = after !== null;
        const expected =
          n <= 56
            ? { status: done ? 'met' : 'running', day: n }
            : done
              ? { status: 'late', day: n, daysLate: n - 56 }
              : { status: 'none-recorded', day: n, daysPast: n - 56 };
        expect(clockOn(published(publishedOn), asOf, respondedOn)).toEqual({
          ...expected,
          dueOn: EVERY_DAY[at + 55],
        });
      }),
    );
  });

  it('56. silence is never a breach: only what was done late is late', () => {
    expect(clockOn(report, '2026-02-26', null)).toMatchObject({ status: 'none-recorded', daysPast: 1 });
    expect(clockOn(report, '2026-06-30', '2026-02-25')).toMatchObject({ status: 'met', day: 56 });
    expect(clockOn(report, '2026-06-30', '2026-02-27')).toMatchObject({ status: 'late', daysLate: 2 });
  });

  it.each([
    'internal-audit',
    'external-audit',
    'super-complaint',
    'prevention-of-future-deaths',
    'information-notice',
  ] as const)('57. none for what keeps the date that it sets: %s', (kind) =>
    expect(why({ kind })).toMatchObject({ status: 'not-applicable', why: 'sets-its-own-date' }),
  );

  it.each(['force', 'national', 'thematic'] as const)('57. one for a report: %s', (kind) =>
    expect(why({ kind }).status).toBe('none-recorded'),
  );

  it('57. none for a report of another body, or of no relation to the force', () => {
    expect(why({ inspectorate: 'kent-council' })).toMatchObject({ why: 'not-an-inspectorate' });
    expect(why({ relatesToForce: false })).toMatchObject({ why: 'does-not-relate-to-force' });
    expect(why({ inspectorate: 'hmic', publishedOn: '2017-05-02' }).status).toBe('none-recorded');
  });

  it('57. none before 2 May 2017, nor without a known day', () => {
    expect(why({ publishedOn: '2017-05-01' })).toMatchObject({
      why: 'before-the-law',
      dueOn: null,
      day: null,
    });
    expect(why({ publishedOn: '2017-05-02' })).toMatchObject({ dueOn: '2017-06-26' });
    expect(why({ publishedOn: '2016-02' })).toMatchObject({ why: 'before-the-law' });
    expect(why({ publishedOn: '2017-05' })).toMatchObject({ why: 'day-not-known' });
    expect(why({ publishedOn: null })).toMatchObject({ why: 'day-not-known' });
  });

  it('57. none before the report is published', () => {
    expect(why({}, '2025-12-31')).toMatchObject({ status: 'not-applicable', why: 'not-published-yet' });
  });
});
