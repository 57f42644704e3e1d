import { Temporal } from 'temporal-polyfill';

/**
 * A reference period: the stretch of time that a figure counts.
 *
 * `canonical` is the first form that fits, in this order: day, month, calendar quarter, calendar year,
 * financial year (April to March), N whole months to a month end, any other span, open. It alone stands in
 * answers, keys and `about`. `end` is null where the paper states none.
 */
export interface Period {
  readonly canonical: string;
  readonly start: string;
  readonly end: string | null;
}

type Day = Temporal.PlainDate;
type Reader = (match: RegExpExecArray) => Span | undefined;
type Span = { readonly start: Day; readonly end: Day | null };

/** A longer span is written by its two ends. */
const MOST_MONTHS = 1_200;

function month(year: number, monthOfYear: number, months = 1): Span {
  const end = Temporal.PlainYearMonth.from({ year, month: monthOfYear }, { overflow: 'reject' });
  const first = end.subtract({ months: months - 1 });
  return { start: first.toPlainDate({ day: 1 }), end: end.toPlainDate({ day: end.daysInMonth }) };
}

function financialYear(startYear: number, endDigits: string): Span | undefined {
  const next = String(startYear + 1);
  return next.endsWith(endDigits) ? month(startYear + 1, 3, 12) : undefined;
}

/**
 * A hyphenated pair of digits is a month where it can be one, and otherwise the second year of a financial
 * year.
 */
function monthOrFinancialYear(year: number, digits: string): Span | undefined {
  const n = Number(digits);
  return n >= 1 && n <= 12 ? month(year, n) : financialYear(year, digits);
}

/** After a slash it is the other way about: `2011/12` is always the financial year. */
function financialYearOrMonth(year: number, digits: string): Span | undefined {
  return financialYear(year, digits) ?? (Number(digits) <= 12 ? month(year, Number(digits)) : undefined);
}

function day(text: string): Day {
  return Temporal.PlainDate.from(text.replaceAll('/', '-'));
}

/** Of a day, itself; of a month, its first. */
function firstDay(text: string): Day {
  return text.length === 7 ? Temporal.PlainDate.from(`${text}-01`) : day(text);
}

function span(from: string, to: string): Span | undefined {
  const start = firstDay(from);
  const end = to.length === 7 ? month(Number(to.slice(0, 4)), Number(to.slice(5))).end : day(to);
  return end && Temporal.PlainDate.compare(start, end) <= 0 ? { start, end } : undefined;
}

const DATE = String.raw`\d{4}-\d{2}-\d{2}|\d{4}/\d{2}/\d{2}`;
const DATE_OR_MONTH = String.raw`${DATE}|\d{4}-\d{2}`;
const SPELLINGS: readonly (readonly [RegExp, Reader])[] = [
  [new RegExp(`^(${DATE})$`), ([, d]) => ({ start: day(d ?? ''), end: day(d ?? '') })],
  [/^(\d{4})[-/]?Q([1-4])$/i, ([, y, q]) => month(Number(y), Number(q) * 3, 3)],
  [/^(\d{4})$/, ([, y]) => month(Number(y), 12, 12)],
  [/^FY ?(\d{4})[-/](\d{2}|\d{4})$/i, ([, y, d]) => financialYear(Number(y), d ?? '')],
  [/^(\d{4})[-/](\d{4})$/, ([, y, d]) => financialYear(Number(y), d ?? '')],
  [/^(\d{4})-(\d{2})$/, ([, y, d]) => monthOrFinancialYear(Number(y), d ?? '')],
  [/^(\d{4})\/(\d{2})$/, ([, y, d]) => financialYearOrMonth(Number(y), d ?? '')],
  [/^R(\d{1,4})-(\d{4})-(\d{2})$/i, ([, n, y, m]) => rolling(Number(n), Number(y), Number(m))],
  [new RegExp(`^(${DATE_OR_MONTH})(?:--|/)(${DATE_OR_MONTH})$`), ([, a, b]) => span(a ?? '', b ?? '')],
  [
    new RegExp(`^(${DATE_OR_MONTH})(?:--|/)(?:\\.\\.)?$`),
    ([, a]) => ({ start: firstDay(a ?? ''), end: null }),
  ],
];

function rolling(months: number, year: number, monthOfYear: number): Span | undefined {
  return months >= 1 && months <= MOST_MONTHS ? month(year, monthOfYear, months) : undefined;
}

/**
 * Whole months from the first of one to the last of another; undefined where the span is not made of whole
 * months.
 */
function wholeMonths(start: Day, end: Day): number | undefined {
  if (start.day !== 1 || end.day !== end.daysInMonth) return undefined;
  return (end.year - start.year) * 12 + (end.month - start.month) + 1;
}

function canonicalForm({ start, end }: Span): string {
  if (!end) return `${start.toString()}--`;
  if (start.equals(end)) return start.toString();
  const months = wholeMonths(start, end);
  if (months === undefined || months > MOST_MONTHS) return `${start.toString()}--${end.toString()}`;
  if (months === 1) return start.toString().slice(0, 7);
  if (months === 3 && end.month % 3 === 0) return `${start.toString().slice(0, 4)}-Q${end.month / 3}`;
  if (months === 12 && end.month === 12) return end.toString().slice(0, 4);
  if (months === 12 && end.month === 3)
    return `FY${start.toString().slice(0, 4)}-${end.toString().slice(2, 4)}`;
  return `R${months}-${end.toString().slice(0, 7)}`;
}

/** Periods read before, by their spelling: a book has few, in many lines, and a calendar is slow to ask. */
const REMEMBERED = 10_000;
const known = new Map<string, Period | undefined>();

/**
 * Reads any accepted spelling of a period; undefined where the text is none, or names a day that does not
 * exist.
 */
export function parsePeriod(text: string): Period | undefined {
  const spelling = text.trim();
  if (known.has(spelling)) return known.get(spelling);
  if (known.size >= REMEMBERED) known.clear();
  const period = readPeriod(spelling);
  known.set(spelling, period);
  return period;
}

function readPeriod(spelling: string): Period | undefined {
  for (const [pattern, read] of SPELLINGS) {
    const match = pattern.exec(spelling);
    if (!match) continue;
    try {
      const found = read(match);
      if (!found) return undefined;
      const { start, end } = found;
      return { canonical: canonicalForm(found), start: start.toString(), end: end?.toString() ?? null };
    } catch {
      return undefined;
    }
  }
  return undefined;
}
