import { mayCommandIn } from '@daybook/identity';
import { nameOf, refuseUnknownArea, type Page, type Visit } from '@daybook/pages';
import type { PaperReadings } from '../readings.page';

const MOST = 200;

/** The papers of an area, the latest effective first. */
export function papersPage(readings: Pick<PaperReadings, 'knowsArea' | 'papers'>): Page {
  return {
    method: 'GET',
    path: '/:area/papers',
    async answer(visit: Visit) {
      const { area = '' } = visit.params;
      const asked = { area, after: visit.query.after, limit: MOST };
      const { position, items, next } = await readings.papers(visit.person, visit.at, asked);
      if (items.length === 0) await refuseUnknownArea(readings, visit, area);
      return {
        template: 'libs/register/src/see-papers/papers.njk',
        title: [`Papers, ${nameOf(area)}`],
        position,
        api: `/api/v1/papers?area=${area}`,
        csv: `/api/v1/papers.csv?area=${area}`,
        data: {
          area,
          records: mayCommandIn(visit.person, 'record-paper', area),
          papers: [...items].sort((a, b) => b.effectiveOn.localeCompare(a.effectiveOn)),
          next: next && visit.link(visit.path, { after: next }),
        },
      };
    },
  };
}
