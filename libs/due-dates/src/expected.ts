import { daysAfter, isDate, lastDayOfMonth, type Problem } from '@daybook/ledger';

/** When something is to be complete: the words it was said in, and the days that they leave room for. */
export interface Expected {
  /** `2022-11` for a month, `2022-11-30` for a day, else the words; null: no date was given. */
  readonly anticipated: string | null;
  readonly words: string | null;
  /** UK dates; null where the words leave that end open. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** A due date as it is sent: a day, a month, or the paper's words; its days where the words do not give them. */
export interface ExpectedSent {
  readonly anticipated: string | null | undefined;
  readonly earliest?: string | null;
  readonly latest?: string | null;
}

/** The days that words leave room for; null where they leave that end open. */
interface Span {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** Words that name nothing but a day or a month, and how those are written. */
type Read = Span & { readonly canonical?: string };

/** That no date was given. */
export const NOT_GIVEN: Expected = { anticipated: null, words: null, earliest: null, latest: null };

const OPEN: Span = { earliest: null, latest: null };
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
/** Written for a program to read, whether or not it is a date. */
const FOR_PROGRAMS = /^\d{4}-\d\S*$/;

/** How a slice reads due dates. */
export interface DueDates {
  /**
   * Reads when something is to be complete. `said` is the UK date on which it was said, from which "12 to 16
   * weeks" count. `field` points at the words, beside which `earliest` and `latest` stand.
   *
   * Words are never refused: a paper said them. Those that name no days keep their ends open.
   */
  readExpected(sent: ExpectedSent, said: string, field?: string): Expected | Problem;
}

/** The reading of due dates, with refusals of one slice: `inspections.bad-month`. */
export function dueDates(slice: string): DueDates {
  return {
    readExpected(sent, said, field = '/anticipated') {
      const words = sent.anticipated?.trim().replace(/\s+/g, ' ') ?? '';
      if (words === '') return sent.earliest || sent.latest ? withoutWords(slice, field) : NOT_GIVEN;
      const read = daysOf(words, said);
      if (!read) return badDate(slice, words, field);
      const { earliest, latest } = read;
      const expected = { anticipated: read.canonical ?? words, words, earliest, latest };
      return withDaysSent(slice, expected, sent, field);
    },
  };
}

function spanOf({ earliest, latest }: Read): Span {
  return { earliest, latest };
}

/** What words say; undefined for a date or month that does not exist and was written for a program. */
function daysOf(words: string, said: string): Read | undefined {
  if (isDate(words)) return oneDay(words);
  if (MONTH.test(words)) return wholeMonth(words);
  if (FOR_PROGRAMS.test(words)) return undefined;
  return inWords(words.toLowerCase().replace(/[.,]+$/, ''), said);
}

/** Words that may stand before a date, and what they make of its days. */
const BEFORE: readonly { readonly words: RegExp; readonly make: (of: Read) => Read }[] = [
  // It may be complete at any time until then.
  {
    words: /^(?:by|up to|to|until|no later than|not later than)(?: the)? /,
    make: ({ latest }) => ({ ...OPEN, latest }),
  },
  { words: /^(?:at )?(?:the )?end of /, make: ({ latest }) => ({ earliest: latest, latest }) },
  // How far from it, or which part of it, nobody said: the days of the month or year itself.
  {
    words: /^(?:around|about|circa|approximately|approx\.?|roughly|early(?: in)?|mid|late(?: in)?)[ -]/,
    make: spanOf,
  },
  // Towards an end is no nearer to it than "late".
  { words: /^towards? (?:(?:the )?end of )?/, make: spanOf },
  { words: /^(?:in|during|on) /, make: (of) => of },
];

function inWords(text: string, said: string): Read {
  const named = aDay(text) ?? aMonth(text) ?? aYear(text) ?? aQuarter(text) ?? aWhile(text, said);
  if (named) return named;
  for (const { words, make } of BEFORE) {
    const rest = text.replace(words, '');
    if (rest !== text) return make(inWords(rest, said));
  }
  return OPEN;
}

function oneDay(day: string): Read {
  return { canonical: day, earliest: day, latest: day };
}

function wholeMonth(month: string): Read {
  return { canonical: month, earliest: `${month}-01`, latest: lastDayOfMonth(month) };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = 'january|february|march|april|may|june|july|august|september|october|november|december';
const MONTH_NAME = `(${MONTH_NAMES}|(?:${MONTHS.join('|')}|sept)\\.?)`;
const DAY_IN_WORDS = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? ${MONTH_NAME},? (\\d{4})$`);
const MONTH_IN_WORDS = new RegExp(`^${MONTH_NAME},? (\\d{4})$`);
const DAY_IN_FIGURES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** "30 November 2022", and as British papers write it in figures: the day first. */
function aDay(text: string): Read | undefined {
  const [, day, name, year] = DAY_IN_WORDS.exec(text) ?? [];
  const [, dayNumber, month, yearNumber] = DAY_IN_FIGURES.exec(text) ?? [];
  const date = name
    ? `${year}-${two(monthNumber(name))}-${two(Number(day))}`
    : `${yearNumber}-${two(Number(month))}-${two(Number(dayNumber))}`;
  return isDate(date) ? oneDay(date) : undefined;
}

function aMonth(text: string): Read | undefined {
  const [, name, year] = MONTH_IN_WORDS.exec(text) ?? [];
  return name ? wholeMonth(`${year}-${two(monthNumber(name))}`) : undefined;
}

/** A calendar year, or a financial year such as 2023/24. */
function aYear(text: string): Read | undefined {
  if (/^\d{4}$/.test(text)) return { earliest: `${text}-01-01`, latest: `${text}-12-31` };
  const year = financialYear(text);
  return year === undefined ? undefined : { earliest: `${year}-04-01`, latest: `${next(year)}-03-31` };
}

/** The year in which a financial year begins. */
function financialYear(text: string): string | undefined {
  const [, year = '', end] = /^(\d{4})\/(\d{2}|\d{4})$/.exec(text) ?? [];
  return end !== undefined && next(year).endsWith(end) ? year : undefined;
}

function next(year: string): string {
  return String(Number(year) + 1).padStart(4, '0');
}

/** A quarter of a financial year. One of a plain year keeps its ends open: nobody says which year is meant. */
function aQuarter(text: string): Read | undefined {
  const [, quarter, of = ''] = /^(?:q|quarter )([1-4]),? (?:of )?(\S+)$/.exec(text) ?? [];
  const year = financialYear(of);
  if (year === undefined) return undefined;
  const first = 1 + (Number(quarter) % 4) * 3;
  const calendarYear = quarter === '4' ? next(year) : year;
  return {
    earliest: `${calendarYear}-${two(first)}-01`,
    latest: lastDayOfMonth(`${calendarYear}-${two(first + 2)}`),
  };
}

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const NUMBER = `(\\d{1,3}|${NUMBERS.join('|')})`;
const UNIT = '(day|week|month|year)s?';
const FROM_TO = new RegExp(`^(?:within |in )?${NUMBER}(?: to | or | ?[-–] ?)${NUMBER} ${UNIT}$`);
const WITHIN = new RegExp(`^(?:within|in)(?: the)?(?: next)? ${NUMBER} ${UNIT}$`);
const AFTER = new RegExp(`^(?:in )?${NUMBER} ${UNIT}(?: from now)?$`);

/** "12 to 16 weeks", "within 12 weeks", "in 12 weeks", from the day on which it was said. */
function aWhile(text: string, said: string): Read | undefined {
  const [, from, to, units = ''] = FROM_TO.exec(text) ?? [];
  if (from !== undefined && to !== undefined) {
    const [earliest, latest] = [from, to].map((number) => later(said, number, units));
    return earliest && latest && earliest <= latest ? { earliest, latest } : undefined;
  }
  const [, after, one = ''] = AFTER.exec(text) ?? [];
  if (after !== undefined) return { earliest: later(said, after, one), latest: later(said, after, one) };
  const [, within, unit = ''] = WITHIN.exec(text) ?? [];
  return within === undefined ? undefined : { earliest: said, latest: later(said, within, unit) };
}

function later(said: string, number: string, unit: string): string {
  const count = NUMBERS.includes(number) ? NUMBERS.indexOf(number) + 1 : Number(number);
  if (unit === 'day') return daysAfter(said, count);
  if (unit === 'week') return daysAfter(said, count * 7);
  return monthsAfter(said, unit === 'year' ? count * 12 : count);
}

/** The same day so many months later, or the last day of a month that is shorter. */
function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 0] = date.split('-').map(Number);
  const at = year * 12 + month - 1 + months;
  const found = `${String(Math.floor(at / 12)).padStart(4, '0')}-${two((at % 12) + 1)}`;
  const [day, last] = [`${found}-${date.slice(8)}`, lastDayOfMonth(found)];
  return day < last ? day : last;
}

/** Days that were sent stand before those that the words give, but not outside the day or month named. */
function withDaysSent(slice: string, read: Expected, sent: ExpectedSent, field: string): Expected | Problem {
  const beside = field.slice(0, field.lastIndexOf('/'));
  const { anticipated } = read;
  const exact = anticipated !== null && (isDate(anticipated) || MONTH.test(anticipated));
  for (const end of ['earliest', 'latest'] as const) {
    const day = sent[end];
    if (!day) continue;
    if (!isDate(day)) return badDay(slice, day, `${beside}/${end}`);
    if (exact && !day.startsWith(anticipated)) return outside(slice, day, anticipated, `${beside}/${end}`);
  }
  const [earliest, latest] = [sent.earliest || read.earliest, sent.latest || read.latest];
  if (earliest === null || latest === null || earliest <= latest) return { ...read, earliest, latest };
  return {
    field: `${beside}/${sent.latest ? 'latest' : 'earliest'}`,
    code: `${slice}.days-reversed`,
    message: `The latest day, ${latest}, is before the earliest, ${earliest}. Give them the other way round.`,
  };
}

function badDate(slice: string, words: string, field: string): Problem {
  if (!/^\d{4}-\d+-/.test(words)) {
    const message = `"${words}" is not a month. Write a month as 2022-11, or a financial year as 2022/23.`;
    return { field, code: `${slice}.bad-month`, message };
  }
  return badDay(slice, words, field);
}

function badDay(slice: string, day: string, field: string): Problem {
  const message = `"${day}" is not a date. Write it as 2022-11-30, or 2022-11 where only the month is known.`;
  return { field, code: `${slice}.bad-date`, message };
}

function outside(slice: string, day: string, anticipated: string, field: string): Problem {
  const message = `${day} is not in ${anticipated}. Leave it out, or give the date in the words it was said in.`;
  return { field, code: `${slice}.day-outside`, message };
}

function withoutWords(slice: string, field: string): Problem {
  const message =
    'Say what date was given, in the words it was given in, or leave out the earliest and latest day.';
  return { field, code: `${slice}.words-missing`, message };
}
