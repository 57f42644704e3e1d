import { nameOf, type Break, type Line, type Mark as Drawn } from '@daybook/pages';
import type { Comparator, Frequency, Status } from '../../codes';
import { parsePeriod } from '../../period';
import { parseValue, type Value } from '../../value';
import type { MeasureItem } from '../../see-measures/measures.query';
import type { FigureItem } from '../figures.query';
import { periodInWords, valueInWords, valueWithUnit } from '../wording.page';
import { kindInWords, kindOfPeriod, stepOf, type PeriodKind } from './period-axis';

/** One figure on a chart. `value` is absent where none stands, and the figure is a gap. */
export interface Mark extends Drawn {
  readonly period: string;
  readonly value?: Value;
  /** Its words with the unit. */
  readonly full: string;
}

/** A line of a chart: an area, a year, a comparator. */
export interface ChartLine extends Line<Mark> {
  /** The whole name, for tables; and what it is in a sentence. */
  readonly said: string;
  readonly title: string;
  readonly own: boolean;
}

/** What a chart is drawn from. */
export interface ChartLines {
  readonly kind: PeriodKind;
  /** Each year is a line of its own, over the months. */
  readonly byYear: boolean;
  readonly lines: readonly ChartLine[];
  readonly breaks: readonly Break[];
  /** What is on record and not drawn, each as a sentence. */
  readonly left: readonly string[];
}

export interface Compared {
  readonly measure: MeasureItem;
  readonly figures: readonly FigureItem[];
}

const MOST_YEARS = 4;
const MOST_COMPARATORS = 3;
const KIND_OF: Readonly<Partial<Record<Frequency, PeriodKind>>> = {
  day: 'day',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  'financial-year': 'financial-year',
  'rolling-12-months': 'months-12',
};
/** Statuses of a value that is not yet, or not quite, the last word. */
const APART: Readonly<Partial<Record<Status, string>>> = {
  P: 'provisional',
  E: 'estimated',
  F: 'forecast',
  G: 'experimental',
  I: 'imputed',
  U: 'low reliability',
  V: 'unvalidated',
};

/**
 * The lines of a measure's chart: its figures of one kind of period, with what they are compared with.
 *
 * Drawn are the figures of the whole, of the kind of period that the measure is taken by, or, where none
 * are, of the commonest. Where months of several years are on record, each year is a line over the months.
 */
export function chartLines(
  measure: MeasureItem,
  figures: readonly FigureItem[],
  compared: readonly Compared[],
): ChartLines {
  const whole = figures.filter(({ breakdown }) => breakdown === '');
  const kind = mainKind(measure.frequency, whole);
  const drawn = whole.filter(({ period }) => kindOfPeriod(period) === kind);
  const marks = drawn.map((figure) => markOf(figure, kind)).sort((a, b) => a.step - b.step);
  const years = kind === 'month' ? yearsOf(marks) : undefined;
  const own = years ?? [
    { label: nameOf(measure.area), title: measure.title, said: nameOf(measure.area), own: true, marks },
  ];
  const latest = own[0]?.marks ?? [];
  const shift = years ? yearStart(latest) : 0;
  const fits = compared.filter((c) => c.measure.unit === measure.unit).slice(0, MOST_COMPARATORS);
  const further = fits.flatMap((c) => comparatorLine(c, kind, latest, shift) ?? []);
  const reached = new Set(further.map(({ title }) => title));
  const shown = own.slice(0, MOST_YEARS);
  const parts = figures.length - whole.length;
  const others = whole.length - drawn.length;
  const left = [
    ...(others > 0
      ? [`${others} ${others === 1 ? 'figure' : 'figures'} for periods other than ${kindInWords(kind)}`]
      : []),
    ...(parts > 0 ? [`${parts} ${parts === 1 ? 'figure' : 'figures'} of parts of the whole`] : []),
    ...own.slice(MOST_YEARS).map(({ label }) => `the year ${label}`),
    ...compared.filter((c) => !reached.has(c.measure.title)).map((c) => c.measure.title),
  ];
  return {
    kind,
    byYear: years !== undefined,
    lines: [...shown, ...further],
    breaks: breaksOf(measure, latest),
    left,
  };
}

function mainKind(frequency: Frequency, whole: readonly FigureItem[]): PeriodKind {
  const counts = new Map<PeriodKind, number>();
  for (const { period } of whole) {
    const kind = kindOfPeriod(period);
    if (kind !== 'other') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const usual = KIND_OF[frequency];
  if (usual && counts.has(usual)) return usual;
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? 'month';
}

function markOf(figure: FigureItem, kind: PeriodKind): Mark {
  const value = figure.value === null ? undefined : parseValue(figure.value);
  const words = valueInWords(figure);
  const apart = value ? APART[figure.status] : words.replace(/^missing value.*$/, 'missing');
  const step = stepOf(figure.period, kind);
  const full = valueWithUnit(figure, figure.unit);
  return { step, period: figure.period, words, full, ...(value && { value }), ...(apart && { apart }) };
}

/** Years as lines over the months, the latest first; undefined where no month comes round again. */
function yearsOf(marks: readonly Mark[]): ChartLine[] | undefined {
  const byYear = new Map<number, Mark[]>();
  for (const mark of marks) {
    const year = Math.floor(mark.step / 12);
    byYear.set(year, [...(byYear.get(year) ?? []), { ...mark, step: mark.step - year * 12 }]);
  }
  const months = new Set(marks.map(({ step }) => step % 12));
  if (months.size === marks.length) return undefined;
  return [...byYear]
    .sort(([a], [b]) => b - a)
    .map(([year, own]) => ({
      label: String(year),
      title: String(year),
      said: String(year),
      own: true,
      marks: own,
    }));
}

/** The step of January of the year that a line of a year stands for. */
function yearStart(latest: readonly Mark[]): number {
  return Number(latest[0]?.period.slice(0, 4) ?? 0) * 12;
}

const COMPARED: Readonly<Record<Comparator, string>> = {
  national: 'National',
  target: 'Target',
  benchmark: 'Benchmark',
  other: 'Compared',
};

const SAID: Readonly<Record<Comparator, string>> = {
  national: 'national figures',
  target: 'the target',
  benchmark: 'the benchmark',
  other: 'a comparison',
};

/** A comparator on the axis of the latest own line; undefined where none of its figures can stand there. */
function comparatorLine(
  { measure, figures }: Compared,
  kind: PeriodKind,
  latest: readonly Mark[],
  shift: number,
): ChartLine | undefined {
  const national = /England and Wales|England|Wales/.exec(measure.title)?.[0];
  const label = national ?? COMPARED[measure.comparatorKind ?? 'other'];
  const said = national ?? SAID[measure.comparatorKind ?? 'other'];
  const line = { label, title: measure.title, said, own: false };
  const whole = figures.filter(({ breakdown }) => breakdown === '');
  const alike = whole.filter(({ period }) => kindOfPeriod(period) === kind).map((f) => markOf(f, kind));
  const marks = alike
    .map((mark) => ({ ...mark, step: mark.step - shift }))
    .filter(({ step }) => shift === 0 || (step >= 0 && step < 12))
    .sort((a, b) => a.step - b.step);
  if (marks.some(({ value }) => value)) return { ...line, marks };
  if (measure.comparatorKind !== 'target' && measure.comparatorKind !== 'benchmark') return undefined;
  const level = whole.flatMap((figure) => levelOf(figure, latest) ?? []).at(-1);
  return level && { ...line, marks: [], level };
}

/** A value for a longer span stands over each figure whose period lies inside the span. */
function levelOf(figure: FigureItem, latest: readonly Mark[]): ChartLine['level'] {
  const at = figure.value === null ? undefined : parseValue(figure.value);
  const span = parsePeriod(figure.period);
  if (!at || !span || at.bound === 'range') return undefined;
  const inside = latest.filter(({ period }) => {
    const { start = '', end = null } = parsePeriod(period) ?? {};
    return start >= span.start && (span.end === null || (end !== null && end <= span.end));
  });
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last || first === last) return undefined;
  return {
    from: first.step,
    to: last.step,
    words: `${valueInWords(figure)}, ${periodInWords(figure.period)}`,
    at,
  };
}

/** Changes of definition that fall among the figures of the latest line. */
function breaksOf({ breaks }: MeasureItem, latest: readonly Mark[]): Break[] {
  return breaks.flatMap(({ fromPeriod }) => {
    const from = fromPeriod === null ? undefined : parsePeriod(fromPeriod);
    if (!from) return [];
    const first = latest.find(({ period }) => (parsePeriod(period)?.start ?? '') >= from.start);
    if (!first || first === latest[0]) return [];
    return [{ step: first.step, words: `definition changed, ${periodInWords(first.period)}` }];
  });
}
