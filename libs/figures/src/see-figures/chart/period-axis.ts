import { longMonth } from '@daybook/pages';
import { parsePeriod } from '../../period';

/** Periods of one kind stand on one axis; those of different kinds never do. */
export type PeriodKind =
  'day' | 'month' | 'quarter' | 'year' | 'financial-year' | `months-${string}` | 'other';

const FORMS: readonly (readonly [RegExp, Exclude<PeriodKind, `months-${string}`>])[] = [
  [/^\d{4}-\d{2}-\d{2}$/, 'day'],
  [/^\d{4}-\d{2}$/, 'month'],
  [/^\d{4}-Q[1-4]$/, 'quarter'],
  [/^\d{4}$/, 'year'],
  [/^FY\d{4}-\d{2}$/, 'financial-year'],
];

/** The kind of a period in its canonical form; a part period, or one without an end, is `other`. */
export function kindOfPeriod(canonical: string): PeriodKind {
  const rolling = /^R(\d+)-/.exec(canonical);
  if (rolling) return `months-${rolling[1] ?? ''}`;
  return FORMS.find(([form]) => form.test(canonical))?.[1] ?? 'other';
}

/** "months", "quarters", "12-month periods": several periods of a kind. */
export function kindInWords(kind: PeriodKind): string {
  if (kind.startsWith('months-')) return `${kind.slice('months-'.length)}-month periods`;
  return kind === 'other' ? 'part or open periods' : `${kind.replace('-', ' ')}s`;
}

/** Where a period stands among others of its kind: one step for each that could follow. */
export function stepOf(canonical: string, kind: PeriodKind): number {
  const { start, end } = parsePeriod(canonical) ?? { start: '0001-01-01', end: null };
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
  switch (kind) {
    case 'day':
      return Math.floor(Date.parse(`${start}T00:00:00Z`) / 86_400_000);
    case 'quarter':
      return year * 4 + (month - 1) / 3;
    case 'year':
    case 'financial-year':
      return year;
    case 'month':
      return year * 12 + month - 1;
    case 'other':
    default: {
      const last = end ?? start;
      return Number(last.slice(0, 4)) * 12 + Number(last.slice(5, 7)) - 1;
    }
  }
}

/**
 * Whether nothing is left out between two periods of a kind that follow one another on record. Days and
 * periods of several months are taken now and then: there nothing can be said to be left out.
 */
export function adjoin(before: number, after: number, kind: PeriodKind): boolean {
  const regular = kind === 'month' || kind === 'quarter' || kind === 'year' || kind === 'financial-year';
  return !regular || after - before === 1;
}

const SHORT = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A month of the year, 0 to 11, as "Jan". */
export function shortMonth(month: number): string {
  return SHORT[((month % 12) + 12) % 12] ?? '';
}

/** A period as the two lines of a label under an axis: "Feb" over "2022". */
export function axisLabel(canonical: string, kind: PeriodKind): readonly [string, string] {
  const { start, end } = parsePeriod(canonical) ?? { start: canonical, end: null };
  const monthOf = (day: string): string => shortMonth(Number(day.slice(5, 7)) - 1);
  const last = end ?? start;
  switch (kind) {
    case 'day':
      return [`${Number(start.slice(8))} ${monthOf(start)}`, start.slice(0, 4)];
    case 'month':
      return [monthOf(start), start.slice(0, 4)];
    case 'quarter':
      return [`${monthOf(start)}–${monthOf(last)}`, last.slice(0, 4)];
    case 'year':
      return [start.slice(0, 4), ''];
    case 'financial-year':
      return [`${start.slice(0, 4)}/${last.slice(2, 4)}`, ''];
    case 'other':
    default:
      return [`to ${monthOf(last)}`, last.slice(0, 4)];
  }
}

/** A month of every year, in words: "July". */
export function monthInWords(month: number): string {
  return longMonth(`2022-${String(month + 1).padStart(2, '0')}`).split(' ')[0] ?? '';
}
