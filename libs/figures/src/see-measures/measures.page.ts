import { nameOf, refuseUnknownArea, samePosition, type Page, type Visit } from '@daybook/pages';
import { UNITS } from '../codes';
import { asksForFigures, findFigures, findForm } from '../see-figures/find-figures.page';
import { HOW_OFTEN } from '../see-figures/wording.page';
import type { FigureReadings } from '../readings.page';
import type { MeasureItem } from './measures.query';

const MOST = 200;

/**
 * Every measure of an area: what is counted, in what unit, how often, by whom; or, where the address asks for
 * them, the figures that were asked for.
 */
export function measuresPage(readings: FigureReadings): Page {
  return {
    method: 'GET',
    path: '/:area/figures',
    async answer(visit: Visit) {
      if (asksForFigures(visit)) return findFigures(readings, visit);
      const { area = '' } = visit.params;
      const { position, items, next } = await readings.measures(visit.person, visit.at, {
        area,
        after: visit.query.after,
        limit: MOST,
      });
      if (items.length === 0) await refuseUnknownArea(readings, visit, area);
      const papers = await readings.papers(visit.person, samePosition(position), { area });
      const titles = new Map(items.map((m) => [m.id, m.title]));
      const measures = [...items]
        .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'))
        .map((m) => row(m, titles));
      return {
        template: 'libs/figures/src/see-measures/measures.njk',
        title: [`Figures, ${nameOf(area)}`],
        position,
        api: `/api/v1/measures?area=${area}`,
        csv: `/api/v1/measures.csv?area=${area}`,
        data: {
          area,
          measures,
          next: next && visit.link(visit.path, { after: next }),
          form: findForm(visit, { position, measures: items, papers: papers.items }),
        },
      };
    },
  };
}

function row(measure: MeasureItem, titles: ReadonlyMap<string, string>): object {
  const { id, title, unit, frequency, owner, comparatorOf } = measure;
  return {
    id,
    title,
    owner,
    unit: UNITS[unit].label,
    frequency: HOW_OFTEN[frequency],
    comparedWith: comparatorOf && { id: comparatorOf, title: titles.get(comparatorOf) ?? comparatorOf },
  };
}
