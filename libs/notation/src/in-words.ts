import { inWords, longDate, longMonth } from '@daybook/pages';
import { parsePeriod } from './period';
import { UNITS, type Unit } from './units';

/** A value as people read it, with its unit: "£1,200", "85.0%", "31 seconds", "70 or more". */
export function withUnit(value: string, unit: Unit | null): string {
  const words = inWords(value);
  if (unit === null || unit === 'count') return words;
  if (unit === 'gbp') return words.replace(/\d[\d,.]*/g, '£$&');
  if (unit === 'percent') return words.replace(/\d[\d,.]*/g, '$&%');
  return unit === 'rank' ? `rank ${words}` : `${words} ${UNITS[unit].label}`;
}

/**
 * A reference period in words: "July 2022", "12 months to September 2017", "1 August 2022 to 22 August 2022".
 */
export function periodInWords(canonical: string): string {
  const period = parsePeriod(canonical);
  if (!period) return canonical;
  const { start, end } = period;
  if (!end) return `from ${longDate(start)} on`;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(canonical);
  if (quarter) return `${longMonth(start.slice(0, 7)).split(' ')[0]} to ${longMonth(end.slice(0, 7))}`;
  const financial = /^FY(\d{4})-(\d{2})$/.exec(canonical);
  if (financial) return `Financial year ${financial[1]}/${financial[2]}`;
  const rolling = /^R(\d+)-(\d{4}-\d{2})$/.exec(canonical);
  if (rolling) return `${rolling[1]} months to ${longMonth(rolling[2] ?? '')}`;
  if (/^\d{4}$/.test(canonical)) return canonical;
  if (/^\d{4}-\d{2}$/.test(canonical)) return longMonth(canonical);
  return start === end ? longDate(start) : `${longDate(start)} to ${longDate(end)}`;
}

/** "sex=female;age=under-18" as "age: under 18, sex: female"; the whole has no words. */
export function breakdownInWords(breakdown: string): string {
  if (breakdown === '') return '';
  const parts = breakdown.split(';').map((part) =>
    part
      .split('=')
      .map((word) => word.replaceAll('-', ' '))
      .join(': '),
  );
  return parts.join(', ');
}
