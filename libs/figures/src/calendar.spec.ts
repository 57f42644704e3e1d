import { periodAfter, periodOf, periodsDue, type Calendar, type ExpectedFrequency } from './calendar';

const calendar = (parts: Partial<Calendar> = {}): Calendar => ({
  ...{ id: 'c1', order: 1, effectiveOn: '2022-01-01' },
  ...{ frequency: 'month', daysAfter: 10, from: '2022-01', until: null },
  ...parts,
});
const due = (calendars: readonly Calendar[], asOf: string, came: readonly string[] = []): string[] =>
  periodsDue(calendars, asOf, (period) => came.includes(period)).map(
    ({ period, due: day }) => `${period.canonical} ${day}`,
  );

describe('regular periods', () => {
  it.each<[ExpectedFrequency, string, string, string]>([
    ['day', '2024-02-28', '2024-02-28', '2024-02-29'],
    ['month', '2022-12', '2022-12', '2023-01'],
    ['quarter', '2022/Q4', '2022-Q4', '2023-Q1'],
    ['year', '2022', '2022', '2023'],
    ['financial-year', '2022/23', 'FY2022-23', 'FY2023-24'],
    ['rolling-12-months', 'R12-2022-11', 'R12-2022-11', '2022'],
    ['rolling-12-months', '2022', '2022', 'R12-2023-01'],
    ['rolling-12-months', 'R12-2023-02', 'R12-2023-02', 'FY2022-23'],
  ])('%s: %s is %s, and after it comes %s', (frequency, text, canonical, next) => {
    const period = periodOf(frequency, text);
    expect(period?.canonical).toBe(canonical);
    expect(period && periodAfter(frequency, period)?.canonical).toBe(next);
  });

  it.each<[ExpectedFrequency, string]>([
    ['day', '2022-07'],
    ['month', '2022-Q3'],
    ['month', '2022-07-01'],
    ['quarter', 'R3-2022-08'],
    ['year', 'FY2022-23'],
    ['financial-year', '2022'],
    ['rolling-12-months', '2022-07'],
    ['month', '2022-07-01--'],
    ['month', 'soon'],
  ])('%s: %s is none', (frequency, text) => {
    expect(periodOf(frequency, text)).toBeUndefined();
  });
});

describe('what falls due', () => {
  it('is every period up to the day and the next one, which is all that is said of the future', () => {
    expect(due([calendar()], '2022-03-09')).toEqual(['2022-01 2022-02-10', '2022-02 2022-03-10']);
    expect(due([calendar()], '2022-03-10')).toEqual([
      '2022-01 2022-02-10',
      '2022-02 2022-03-10',
      '2022-03 2022-04-10',
    ]);
    expect(due([calendar()], '2022-01-01')).toEqual(['2022-01 2022-02-10']);
  });

  it('is also what came before its day; then the next one is the one after it', () => {
    expect(due([calendar()], '2022-02-05', ['2022-01'])).toEqual([
      '2022-01 2022-02-10',
      '2022-02 2022-03-10',
    ]);
  });

  it('ends with the last period', () => {
    expect(due([calendar({ until: '2022-02' })], '2023-01-01')).toEqual([
      '2022-01 2022-02-10',
      '2022-02 2022-03-10',
    ]);
  });

  it('keeps its date where a newer calendar came later, and has the newer one’s where it did not', () => {
    const longer = calendar({ id: 'c2', order: 2, effectiveOn: '2022-03-01', daysAfter: 30 });
    expect(due([longer, calendar()], '2022-04-15')).toEqual([
      '2022-01 2022-02-10',
      '2022-02 2022-03-30',
      '2022-03 2022-04-30',
    ]);
    // On the day of the newer one the older one holds no more.
    const same = calendar({ id: 'c2', order: 2, effectiveOn: '2022-02-10', daysAfter: 30 });
    expect(due([calendar(), same], '2022-02-20')).toEqual(['2022-01 2022-03-02']);
  });

  it('of two calendars of one date, the later recorded holds', () => {
    const slip = calendar({ order: 1, daysAfter: 1 });
    expect(due([calendar({ order: 2 }), slip], '2022-02-01')).toEqual(['2022-01 2022-02-10']);
  });

  it('changes from months to quarters with the calendar', () => {
    const quarters = calendar({
      ...{ id: 'c2', order: 2, effectiveOn: '2022-03-11', frequency: 'quarter', from: '2022-Q2' },
    });
    expect(due([calendar(), quarters], '2022-07-10')).toEqual([
      '2022-01 2022-02-10',
      '2022-02 2022-03-10',
      '2022-Q2 2022-07-10',
      '2022-Q3 2022-10-10',
    ]);
  });
});
