import { Temporal } from 'temporal-polyfill';

const UK = 'Europe/London';

/** The time of day, given from outside so that nothing pure ever asks for it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The last day that was asked for: most instants are of the same day, and a calendar is slow to ask. */
let known = { date: '', start: NaN, end: NaN };

/** The UK calendar date (YYYY-MM-DD) at an instant. */
export function ukDate(instant: Date): string {
  const at = instant.getTime();
  if (!(at >= known.start && at < known.end)) {
    const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(UK).startOfDay();
    const date = day.toPlainDate().toString();
    known = { date, start: day.epochMilliseconds, end: endOfUkDay(date) };
  }
  return known.date;
}

/**
 * The first instant after a UK calendar date, as milliseconds since 1970; both clock changes are counted.
 */
export function endOfUkDay(date: string): number {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(UK).epochMilliseconds;
}

/** Whether the text is a real calendar date written YYYY-MM-DD. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

/** The last day (YYYY-MM-DD) of a month written YYYY-MM. */
export function lastDayOfMonth(month: string): string {
  const yearMonth = Temporal.PlainYearMonth.from(month);
  return yearMonth.toPlainDate({ day: yearMonth.daysInMonth }).toString();
}

const DAY_MS = 86_400_000;

/** A UK date so many days later. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days it is from one UK date to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
}
