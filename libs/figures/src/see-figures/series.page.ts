import { nameOf, readOrSayWhen, recordsAbout, samePosition, type Page, type Visit } from '@daybook/pages';
import { UNITS } from '../codes';
import type { FigureReadings } from '../readings.page';
import { measureRef } from '../figures.events';
import { parsePeriod } from '../period';
import type { MeasureItem } from '../see-measures/measures.query';
import { chartOf } from './chart/chart.page';
import type { FigureItem } from './figures.query';
import {
  HOW_OFTEN,
  KIND_WORDS,
  breakdownInWords,
  figurePath,
  keyOf,
  periodInWords,
  valueInWords,
} from './wording.page';

const MOST = 500;

/** The figures of one measure that stand, newest period first; its definition, breaks and comparators. */
export function seriesPage(readings: FigureReadings): Page {
  return {
    method: 'GET',
    path: '/:area/figures/:measure',
    async answer(visit: Visit) {
      const { area = '', measure: id = '' } = visit.params;
      const { position, item: measure } = await readOrSayWhen(
        visit,
        (there) => readings.measure(visit.person, there, { area, measure: id }),
        ({ item }) => ({ effectiveOn: item.start }),
      );
      const asked = { area, measure: id, after: visit.query.after, limit: MOST };
      const at = samePosition(position);
      const [{ items, next }, measures, papers] = await Promise.all([
        readings.figures(visit.person, at, asked),
        readings.measures(visit.person, at, { area }),
        readings.papers(visit.person, at, { area }),
      ]);
      const compared = await Promise.all(
        comparedWith(measure, measures.items).map(async (one) => {
          const found = await readings.figures(visit.person, at, { area, measure: one.id, limit: MOST });
          return { measure: one, figures: found.items };
        }),
      );
      const titles = new Map(papers.items.map((p) => [p.id, p.title]));
      const query = new URLSearchParams({ area, measure: id }).toString();
      return {
        template: 'libs/figures/src/see-figures/series.njk',
        title: [`${measure.title}, ${nameOf(area)}`, 'Figures'],
        position,
        api: `/api/v1/figures?${query}`,
        csv: `/api/v1/figures.csv?${query}`,
        data: {
          measure,
          chart: items.length > 0 && chartOf(measure, items, compared),
          unit: UNITS[measure.unit].label,
          howOften: HOW_OFTEN[measure.frequency],
          broken: items.some((i) => i.breakdown !== ''),
          figures: [...items].sort(newestFirst).map((item) => figureRow(item, titles)),
          key: keyOf(items),
          related: related(measure, measures.items),
          breaks: measure.breaks.map((b) => ({ ...b, from: b.fromPeriod && periodInWords(b.fromPeriod) })),
          next: next && visit.link(visit.path, { after: next }),
          onRecord: await recordsAbout(readings, visit, position, measureRef({ area, measure: id })),
        },
      };
    },
  };
}

/** By breakdown (the whole first), then by period, the latest first. */
function newestFirst(a: FigureItem, b: FigureItem): number {
  if (a.breakdown !== b.breakdown) return a.breakdown < b.breakdown ? -1 : 1;
  const [left, right] = [a, b].map(({ period }) => parsePeriod(period)?.start ?? period);
  return (right ?? '').localeCompare(left ?? '');
}

/** A figure as a row of a table, in words. */
export function figureRow(item: FigureItem, papers: ReadonlyMap<string, string>): object {
  return {
    ...item,
    href: figurePath(item),
    periodWords: periodInWords(item.period),
    breakdownWords: breakdownInWords(item.breakdown) || 'All',
    words: valueInWords(item),
    kindWord: KIND_WORDS[item.kind].word,
    paperTitle: item.source && (papers.get(item.source.paper) ?? item.source.paper),
  };
}

interface Related {
  readonly id: string;
  readonly title: string;
  readonly words: string;
}

/** What is given to compare the measure with. */
function comparedWith(measure: MeasureItem, all: readonly MeasureItem[]): MeasureItem[] {
  return all.filter((one) => one.comparatorOf === measure.id);
}

/** What the measure is compared with, and what is compared with it. */
function related(measure: MeasureItem, all: readonly MeasureItem[]): Related[] {
  const of = all.filter((m) => m.id === measure.comparatorOf);
  const with_ = comparedWith(measure, all);
  return [
    ...of.map(({ id, title }) => ({ id, title, words: 'Given to compare with' })),
    ...with_.map(({ id, title, comparatorKind }) => ({
      id,
      title,
      words: `Compared with (${comparatorKind ?? 'other'})`,
    })),
  ];
}
