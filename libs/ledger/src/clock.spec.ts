import { daysAfter, daysBetween, endOfUkDay, isDate, lastDayOfMonth, systemClock, ukDate } from './clock';

describe('ukDate', () => {
  it.each([
    ['2026-01-15T23:59:59.999Z', '2026-01-15'],
    ['2026-01-16T00:00:00.000Z', '2026-01-16'],
    ['2026-07-15T22:59:59.999Z', '2026-07-15'],
    ['2026-07-15T23:00:00.000Z', '2026-07-16'],
    // The clocks go forward on 29 March 2026 and back on 25 October, at 01:00 UTC.
    ['2026-03-28T23:30:00.000Z', '2026-03-28'],
    ['2026-03-29T00:30:00.000Z', '2026-03-29'],
    ['2026-03-29T22:59:59.999Z', '2026-03-29'],
    ['2026-03-29T23:00:00.000Z', '2026-03-30'],
    ['2026-10-24T22:59:59.999Z', '2026-10-24'],
    ['2026-10-24T23:00:00.000Z', '2026-10-25'],
    ['2026-10-25T23:30:00.000Z', '2026-10-25'],
    ['2026-10-26T00:00:00.000Z', '2026-10-26'],
    // British Standard Time: one hour ahead all winter.
    ['1970-01-01T23:30:00.000Z', '1970-01-02'],
  ])('at %s is %s', (instant, date) => {
    expect(ukDate(new Date(instant))).toBe(date);
  });
});

describe('endOfUkDay', () => {
  it.each([
    ['2026-01-15', '2026-01-16T00:00:00.000Z'],
    ['2026-07-15', '2026-07-15T23:00:00.000Z'],
    ['2026-03-28', '2026-03-29T00:00:00.000Z'],
    ['2026-03-29', '2026-03-29T23:00:00.000Z'],
    ['2026-10-24', '2026-10-24T23:00:00.000Z'],
    ['2026-10-25', '2026-10-26T00:00:00.000Z'],
    ['2024-02-28', '2024-02-29T00:00:00.000Z'],
    ['2024-02-29', '2024-03-01T00:00:00.000Z'],
    ['2025-12-31', '2026-01-01T00:00:00.000Z'],
  ])('of %s is %s', (date, instant) => {
    expect(new Date(endOfUkDay(date)).toISOString()).toBe(instant);
  });

  it('is the instant at which the date changes, on every day of a year', () => {
    for (let day = Date.UTC(2025, 11, 31); day <= Date.UTC(2026, 11, 31); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      expect(ukDate(new Date(endOfUkDay(date) - 1))).toBe(date);
      expect(ukDate(new Date(endOfUkDay(date)))).toBe(new Date(day + 86_400_000).toISOString().slice(0, 10));
    }
  });
});

describe('isDate', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('takes %s', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '20260101',
  ])('refuses %s', (text) => {
    expect(isDate(text)).toBe(false);
  });

  it.each(['', '2026-01-01T00:00:00Z', '2026-01-01\n', ' 2026-01-01', '+002026-01-01', '２０２６-01-01'])(
    'refuses what is more or less than a date: %j',
    (text) => {
      expect(isDate(text)).toBe(false);
    },
  );
});

describe('lastDayOfMonth', () => {
  it.each([
    ['2024-02', '2024-02-29'],
    ['2023-02', '2023-02-28'],
    ['2000-02', '2000-02-29'],
    ['1900-02', '1900-02-28'],
    ['2026-04', '2026-04-30'],
    ['2026-12', '2026-12-31'],
  ])('of %s is %s', (month, date) => {
    expect(lastDayOfMonth(month)).toBe(date);
  });

  it('throws for what is no month', () => {
    expect(() => lastDayOfMonth('2026-13')).toThrow();
  });
});

it('days are counted on the calendar, over leap days and changes of the clock', () => {
  expect([daysAfter('2024-02-28', 2), daysAfter('2022-10-29', 2)]).toEqual(['2024-03-01', '2022-10-31']);
  expect([daysBetween('2022-03-26', '2022-03-28'), daysBetween('2022-03-28', '2022-03-26')]).toEqual([2, -2]);
});

it('systemClock tells the time of this machine', () => {
  const before = Date.now();
  const now = systemClock.now().getTime();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});
