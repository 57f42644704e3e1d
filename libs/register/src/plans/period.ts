import { isDate, lastDayOfMonth } from '@daybook/ledger';

/** The days that the end of a plan's period may mean. */
interface Days {
  readonly first: string;
  readonly last: string;
}

/** The days of a day (2022-04-01), a month (2022-04) or a year (2022); undefined where it is none of them. */
export function daysOf(text: string): Days | undefined {
  if (isDate(text)) return { first: text, last: text };
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return { first: `${text}-01`, last: lastDayOfMonth(text) };
  return /^\d{4}$/.test(text) ? { first: `${text}-01-01`, last: `${text}-12-31` } : undefined;
}

/** The first day of a period, whose beginning was checked when it was recorded. */
export function firstDay(text: string): string {
  return daysOf(text)?.first ?? text;
}

/** The last day of a period; null where its end is not said. */
export function lastDay(text: string | null): string | null {
  return text && (daysOf(text)?.last ?? text);
}
