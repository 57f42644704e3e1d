import {
  changeInWords,
  nameOf,
  refuseUnknownArea,
  samePosition,
  withQuery,
  type Page,
  type Visit,
} from '@daybook/pages';
import { changePath, mayExplain } from '../change-on-a-page/kinds.page';
import type { FigureReadings } from '../readings.page';
import { figurePath } from '../see-figures/wording.page';
import type { SinceReadings } from '../since-readings.page';
import { entrySaid, figureTitle } from '../since-wording.page';
import type { UnexplainedChange } from './unexplained.query';

const MOST = 100;

/** Every figure that changed between two papers without a word, the longest unexplained first. */
export function unexplainedPage(
  readings: Pick<FigureReadings, 'knowsArea' | 'papers' | 'measures'> & SinceReadings,
): Page {
  return {
    method: 'GET',
    path: '/:area/unexplained',
    async answer(visit: Visit) {
      const { area = '' } = visit.params;
      const { person } = visit;
      const asked = { area, after: visit.query.after, limit: MOST };
      const { position, items, next } = await readings.returns.unexplained(person, visit.at, asked);
      const at = samePosition(position);
      const [papers, measures] = await Promise.all([
        readings.papers(person, at, { area }),
        readings.measures(person, at, { area }),
      ]);
      if (papers.items.length === 0 && measures.items.length === 0)
        await refuseUnknownArea(readings, visit, area);
      const titles = new Map(measures.items.map((m) => [m.id, m.title]));
      const owners = new Map(measures.items.map((m) => [m.id, m.owner]));
      const paperTitles = new Map(papers.items.map((p) => [p.id, p.title]));
      return {
        template: 'libs/figures/src/see-unexplained/unexplained.njk',
        title: [`Unexplained changes, ${nameOf(area)}`, 'Figures'],
        position,
        api: `/api/v1/unexplained?area=${area}`,
        csv: `/api/v1/unexplained.csv?area=${area}`,
        data: {
          area,
          changes: items.map((change) => ({
            ...change,
            explain: mayExplain(person, area, owners.get(change.measure), change) && explainPath(change),
            title: figureTitle(change, titles),
            href: figurePath(change),
            from: entrySaid(change.from, change.unit, paperTitles),
            to: entrySaid(change.to, change.unit, paperTitles),
            change: change.difference === null ? undefined : changeInWords(change.difference),
          })),
          first: visit.query.after ? visit.link(visit.path) : undefined,
          next: next && visit.link(visit.path, { after: next }),
        },
      };
    },
  };
}

/** The form that explains this very change. */
function explainPath(change: UnexplainedChange): string {
  return withQuery(changePath(change, 'explained'), { breakdown: change.breakdown, of: change.id });
}
