import { inWords, longDate, longMonth, nameOf } from '@daybook/pages';
import { STATUSES, UNITS, type Frequency, type Kind, type Status, type Unit } from '../codes';
import { parsePeriod } from '../period';

/** A kind as a word, and what it means. */
export const KIND_WORDS: Readonly<Record<Kind, { readonly word: string; readonly meaning: string }>> = {
  'first-release': { word: 'First release', meaning: 'The first value on record for this period.' },
  confirmed: { word: 'Confirmed', meaning: 'A later paper gave the same value.' },
  revised: { word: 'Revised', meaning: 'Changed as planned, because more data arrived.' },
  corrected: { word: 'Corrected', meaning: 'Changed because an error was found.' },
  restated: { word: 'Restated', meaning: 'Issued again because the definition changed.' },
  withdrawn: { word: 'Withdrawn', meaning: 'Taken back; no value stands.' },
  unexplained: { word: 'Unexplained change', meaning: 'A different value, and nobody has said why.' },
  contradicts: {
    word: 'Contradicts its own paper',
    meaning: 'One paper gives two values for this figure, at two places.',
  },
  missing: { word: 'Missing', meaning: 'Reported without a value.' },
  'entered-wrongly': {
    word: 'Entered wrongly',
    meaning: 'A slip of the pen in this ledger, not a change of the figure.',
  },
};

/** How often a measure is taken. */
export const HOW_OFTEN: Readonly<Record<Frequency, string>> = {
  day: 'daily',
  month: 'monthly',
  quarter: 'quarterly',
  year: 'yearly',
  'financial-year': 'financial years',
  'rolling-12-months': 'rolling 12 months',
  irregular: 'irregularly',
};

/** What of a figure's value is said in words. */
export interface ValueSaid {
  readonly value: string | null;
  readonly status: Status;
  readonly kind?: Kind;
  readonly withheldBy: string | null;
}

/** "13,524", "70 or more"; without a value, why there is none. */
export function valueInWords({ value, status, kind, withheldBy }: ValueSaid): string {
  if (value !== null) return inWords(value);
  if (kind === 'withdrawn') return 'withdrawn';
  if (withheldBy) return `withheld by ${nameOf(withheldBy)}`;
  return STATUSES[status].meaning.toLowerCase();
}

/** The same with its unit: "£1,200", "85.0%", "31 seconds". */
export function valueWithUnit(said: ValueSaid, unit: Unit | null): string {
  const words = valueInWords(said);
  if (said.value === null || unit === null || unit === 'count') return words;
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

/** A figure as its page heads it: "Robberies, sex: male, July 2022". */
export function figureHeading(
  { breakdown, period }: { readonly breakdown: string; readonly period: string },
  title: string,
): string {
  const parts = [title, breakdownInWords(breakdown), periodInWords(period)];
  return parts.filter((part) => part !== '').join(', ');
}

/** The statuses and kinds that a page uses, each with its meaning, for the key below its table. */
export function keyOf(items: readonly { readonly status: Status; readonly kind: Kind }[]): {
  statuses: { code: Status; meaning: string }[];
  kinds: { kind: Kind; word: string; meaning: string }[];
} {
  const statuses = [...new Set(items.map((i) => i.status))].sort();
  const kinds = [...new Set(items.map((i) => i.kind))].sort();
  return {
    statuses: statuses.map((code) => ({ code, meaning: STATUSES[code].meaning })),
    kinds: kinds.map((kind) => ({ kind, ...KIND_WORDS[kind] })),
  };
}

/** Where a figure has its page. */
export function figurePath(figure: {
  area: string;
  measure: string;
  period: string;
  breakdown: string;
}): string {
  const path = `/${figure.area}/figures/${figure.measure}/${figure.period}`;
  return figure.breakdown === ''
    ? path
    : `${path}?${new URLSearchParams({ breakdown: figure.breakdown }).toString()}`;
}
