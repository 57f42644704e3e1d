import { mayCommandIn } from '@daybook/identity';
import { nameOf, refuseUnknownArea, samePosition, whoWrote, type Page, type Visit } from '@daybook/pages';
import type { FigureReadings } from '../readings.page';
import type { SinceReadings } from '../since-readings.page';
import { totalsLine } from '../since-wording.page';

const MOST = 50;

/** The returns of an area, the newest effective first: who sent what, and what became of it. */
export function returnsPage(
  readings: Pick<FigureReadings, 'knowsArea' | 'papers' | 'measures'> & SinceReadings,
): Page {
  return {
    method: 'GET',
    path: '/:area/returns',
    async answer(visit: Visit) {
      const { area = '' } = visit.params;
      const { person } = visit;
      const { paper, body, after } = visit.query;
      const asked = { area, paper, body, after, limit: MOST };
      const { position, items, next } = await readings.returns.list(person, visit.at, asked);
      const at = samePosition(position);
      const [papers, measures] = await Promise.all([
        readings.papers(person, at, { area }),
        readings.measures(person, at, { area }),
      ]);
      if (papers.items.length === 0 && measures.items.length === 0)
        await refuseUnknownArea(readings, visit, area);
      const titles = new Map(papers.items.map((p) => [p.id, p.title]));
      const senders = items.map((item) => item.for ?? item.by.body);
      const own = person.role === 'public' ? [] : [person.body];
      const bodies = [...new Set([...own, ...measures.items.map((m) => m.owner), ...senders, body ?? ''])];
      const filter = { paper, body };
      const query = new URLSearchParams(Object.entries({ area, paper, body }).filter(isGiven)).toString();
      return {
        template: 'libs/figures/src/see-returns/returns.njk',
        title: [`Returns, ${nameOf(area)}`],
        position,
        api: `/api/v1/returns?${query}`,
        csv: `/api/v1/returns.csv?${query}`,
        data: {
          area,
          filter,
          filtered: !!(paper || body),
          kept: Object.entries({ 'as-of': visit.at.asOf, basis: visit.at.basis }).filter(isGiven),
          papers: choices(
            'Any paper',
            papers.items.map((p) => [p.id, p.title] as const),
          ),
          bodies: choices(
            'Anybody',
            bodies.filter((id) => id !== '').map((id) => [id, nameOf(id)] as const),
          ),
          returns: items.map((item) => ({
            ...item,
            paperTitle: titles.get(item.paper) ?? item.paper,
            who: whoWrote(item),
            since: totalsLine(item.became),
          })),
          maySubmit: mayCommandIn(person, 'submit-return', area),
          mayApprove: mayCommandIn(person, 'approve-return', area),
          all: visit.link(visit.path),
          next: next && visit.link(visit.path, { ...filter, after: next }),
        },
      };
    },
  };
}

function isGiven(pair: [string, string | undefined]): pair is [string, string] {
  return !!pair[1];
}

function choices(all: string, known: readonly (readonly [string, string])[]): readonly object[] {
  return [{ value: '', text: all }, ...known.map(([value, text]) => ({ value, text }))];
}
