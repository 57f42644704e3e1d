import { SIZES, drawChart, type ChartShown, type ChartTable } from '@daybook/pages';
import { UNITS } from '../../codes';
import type { MeasureItem } from '../../see-measures/measures.query';
import type { FigureItem } from '../figures.query';
import { periodInWords } from '../wording.page';
import { chartLines, type ChartLines, type Compared, type Mark } from './chart-lines';
import { chartSummary, chartTitle, listed, whyNoChart } from './chart-words';
import { adjoin, axisLabel, monthInWords, shortMonth } from './period-axis';

/** The chart of a measure; where there is nothing to draw, why. */
export function chartOf(
  measure: MeasureItem,
  figures: readonly FigureItem[],
  compared: readonly Compared[],
): ChartShown | { readonly why: string } {
  const chart = chartLines(measure, figures, compared);
  const why = whyNoChart(chart);
  if (why) return { why };
  const { kind, byYear, lines, breaks } = chart;
  const drawn = {
    ...{ lines, breaks },
    joins: (before: number, after: number) => adjoin(before, after, kind),
    underAxis: ({ step, period }: Mark) => (byYear ? [shortMonth(step)] : axisLabel(period, kind)),
  };
  const drawings = SIZES.map((size) => drawChart(drawn, UNITS[measure.unit].label, size));
  const cut = drawings[0]?.cutAt;
  return {
    title: chartTitle(measure, chart),
    summary: chartSummary(chart),
    drawings,
    table: tableOf(chart),
    ...(chart.left.length > 0 && { left: `Not drawn: ${listed(chart.left)}.` }),
    ...(cut && { cut: `The scale begins at ${cut}, not at 0, so differences look larger than they are.` }),
  };
}

/** The same figures as the chart draws, a column for each line. */
function tableOf({ lines, byYear }: ChartLines): ChartTable {
  const heads = lines.map(({ own, label, title }) => (own ? label : title));
  const steps = new Map<number, string>();
  for (const { marks } of lines)
    for (const { step, period } of marks)
      steps.set(step, byYear ? monthInWords(step) : periodInWords(period));
  const rows = [...steps].sort(([a], [b]) => a - b);
  return {
    first: 'Period',
    heads,
    rows: rows.map(([step, head]) => ({
      head,
      cells: lines.map(({ marks, level }) =>
        level ? (inside(step, level) ? level.words : '') : cellOf(marks.find((mark) => mark.step === step)),
      ),
    })),
  };
}

function inside(step: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return step >= from && step <= to;
}

function cellOf(mark: Mark | undefined): string {
  if (!mark) return '';
  return mark.value && mark.apart ? `${mark.words} (${mark.apart})` : mark.words;
}
