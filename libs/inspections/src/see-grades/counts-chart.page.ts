import {
  SIZES,
  drawChart,
  longDate,
  type Chart,
  type ChartShown,
  type Mark,
  type PagePosition,
} from '@daybook/pages';
import type { FindingCounts } from '../see-findings/finding-counts.query';

interface DayMark extends Mark {
  readonly day: string;
}
type Counted = Omit<FindingCounts, 'on'>;

const SERIES: readonly (readonly [label: string, of: (counts: Counted) => number])[] = [
  ['Open', ({ open, accepted, disputed }) => open + accepted + disputed],
  ['Claimed', ({ claimed }) => claimed],
  ['Assured', ({ assured }) => assured],
  ['Closed', ({ closed }) => closed],
  ['Ended otherwise', ({ carriedForward, superseded, withdrawn }) => carriedForward + superseded + withdrawn],
];

/**
 * How many findings were open, claimed, assured and closed, day by day to the day of the position; undefined
 * where there were none, and no picture where all is of one day.
 */
export function countsChart(
  areaName: string,
  counts: readonly FindingCounts[],
  { asOf }: Pick<PagePosition, 'asOf'>,
): ChartShown | undefined {
  const [first, last] = [counts[0], counts.at(-1)];
  if (!first || !last) return undefined;
  const days = last.on < asOf ? [...counts, { ...last, on: asOf }] : counts;
  const shown = SERIES.filter(([label, of]) => label !== 'Ended otherwise' || counts.some((c) => of(c) > 0));
  const chart: Chart<DayMark> = {
    lines: shown.map(([label, of]) => ({ label, marks: days.map((on) => markOf(on.on, of(on))) })),
    breaks: [],
    joins: () => true,
    underAxis: ({ day }) => {
      const [date = '', month = '', year = ''] = longDate(day).split(' ');
      return [`${date} ${month.slice(0, 3)}`, year];
    },
    holds: true,
  };
  const said = (of: FindingCounts): string =>
    shown.map(([label, count]) => `${count(of)} ${label.toLowerCase()}`).join(', ');
  return {
    title: `Findings by status, ${areaName}`,
    summary: `On ${longDate(first.on)}: ${said(first)}. On ${longDate(asOf)}: ${said(last)}, of ${last.total} in all.`,
    drawings: days.length > 1 ? SIZES.map((size) => drawChart(chart, 'findings', size)) : [],
    table: {
      first: 'From',
      heads: shown.map(([label]) => label),
      rows: counts.map((on) => ({
        head: longDate(on.on),
        cells: shown.map(([, of]) => String(of(on))),
      })),
    },
  };
}

function markOf(day: string, count: number): DayMark {
  const text = String(count);
  const step = Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  return { day, step, words: text, value: { bound: 'exact', low: text, high: text } };
}
