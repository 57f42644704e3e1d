import { isDate } from '@daybook/ledger';

/** What was typed into a GOV.UK date input. */
export interface DateFields {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * Reads the three parts of a date input under a name: `<name>-day`, `<name>-month`, `<name>-year`; all
 * trimmed.
 */
export function dateFields(form: Readonly<Record<string, string>>, name: string): DateFields {
  const part = (suffix: string): string => (form[`${name}-${suffix}`] ?? '').trim();
  return { day: part('day'), month: part('month'), year: part('year') };
}

/** A date as fields, for a form that shows it again. */
export function fieldsOf(date: string): DateFields {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}

/** Whether nothing at all was typed. */
export function isEmpty({ day, month, year }: DateFields): boolean {
  return day === '' && month === '' && year === '';
}

/**
 * The date (YYYY-MM-DD) that was typed, or the month (YYYY-MM) where `monthAlone` allows the day to be left
 * empty; undefined where it is none. Months may be typed as words.
 */
export function readDate({ day, month, year }: DateFields, monthAlone = false): string | undefined {
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const number = /^\d{1,2}$/.test(month) ? Number(month) : named;
  if (!/^\d{4}$/.test(year) || number < 1 || number > 12) return undefined;
  const yearMonth = `${year}-${String(number).padStart(2, '0')}`;
  if (day === '' && monthAlone) return yearMonth;
  if (!/^\d{1,2}$/.test(day)) return undefined;
  const date = `${yearMonth}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}
