import { counted, nameOf } from '@daybook/pages';
import { compareDecimals } from '../../value';
import type { MeasureItem } from '../../see-measures/measures.query';
import { periodInWords } from '../wording.page';
import type { ChartLines, Mark } from './chart-lines';
import { kindInWords } from './period-axis';

/** "Victim-based crime, Kent, by month: 2022, 2021 and 2019". */
export function chartTitle({ title, area }: MeasureItem, { kind, byYear, lines }: ChartLines): string {
  const own = lines.filter((one) => one.own).map((one) => one.said);
  const further = lines.filter((one) => !one.own).map((one) => one.said);
  const by = kindInWords(kind).replace(/s$/, '');
  const compared = [...(byYear ? own : []), ...further];
  const with_ = compared.length === 0 ? '' : byYear ? `: ${listed(compared)}` : `, with ${listed(compared)}`;
  return `${title}, ${nameOf(area)}, by ${by}${with_}`;
}

/** One sentence of what the chart shows: of the latest line where there are several. */
export function chartSummary({ lines, byYear }: ChartLines): string {
  const marks = lines[0]?.marks ?? [];
  const exact = marks.filter(({ value }) => value?.bound === 'exact');
  const [first, last] = [exact[0], exact.at(-1)];
  const parts: string[] = [];
  if (first && last && first !== last)
    parts.push(
      `From ${said(first)} to ${said(last)}`,
      `highest ${said(most(exact, 1))}, lowest ${said(most(exact, -1))}`,
    );
  else if (first) parts.push(`${said(first)}`);
  const before =
    byYear && last ? lines.slice(1).flatMap((line) => (line.own ? sameStep(line.marks, last) : [])) : [];
  if (last && before.length > 0) parts.push(`${said(last)} stands beside ${listed(before.map(said))}`);
  const set = new Map<string, number>();
  for (const { apart, value } of marks) {
    if (apart) set.set(apart, (set.get(apart) ?? 0) + 1);
    if (value && value.bound !== 'exact') set.set('inexact', (set.get('inexact') ?? 0) + 1);
  }
  if (set.size > 0) parts.push([...set].map(([word, n]) => `${n} ${word}`).join(', '));
  return `${parts.join('; ')}.`;
}

/** Why there is no chart, where fewer than two figures of the measure have a value that could be drawn. */
export function whyNoChart({ lines, kind }: ChartLines): string | undefined {
  const marks = lines.filter(({ own }) => own).flatMap((line) => line.marks);
  const valued = marks.filter(({ value }) => value);
  if (valued.length > 1) return undefined;
  const [one] = valued;
  if (one)
    return `One ${kindInWords(kind).replace(/s$/, '')} has a value: ${said(one)}. A chart takes two at least.`;
  if (marks.length === 0) return 'No figure of the whole is on record for a period that could be drawn.';
  return `None of ${counted(marks.length, 'figure')} has a value, so there is nothing to draw.`;
}

function said({ full, period }: Mark): string {
  return `${full} in ${periodInWords(period)}`.replace(/ in (\d+ months to)/, ' in the $1');
}

function most(marks: readonly Mark[], way: 1 | -1): Mark {
  return marks.reduce((a, b) =>
    way * compareDecimals(b.value?.low ?? '0', a.value?.low ?? '0') > 0 ? b : a,
  );
}

function sameStep(marks: readonly Mark[], { step }: Mark): Mark[] {
  return marks.filter((mark) => mark.step === step && mark.value !== undefined);
}

export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
