import { mayCommandIn } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import {
  nameOf,
  readOrSayWhen,
  recordsAbout,
  samePosition,
  whoWrote,
  type Page,
  type Visit,
} from '@daybook/pages';
import { paperRef } from '../figures.events';
import type { FigureReadings } from '../readings.page';
import type { SinceReadings } from '../since-readings.page';
import { acrossSaid, becameKey, enteredRow, totalsSaid } from '../since-wording.page';

/** One paper: what it is, who issued it, what it put on record, and whether that still stands. */
export function paperPage(
  readings: Pick<FigureReadings, 'papers' | 'measures' | 'records'> & SinceReadings,
): Page {
  return {
    method: 'GET',
    path: '/:area/papers/:paper',
    async answer(visit: Visit) {
      const { area = '', paper: id = '' } = visit.params;
      const { person } = visit;
      const { position, item } = await readOrSayWhen(
        visit,
        (at) => readings.returns.paper(person, at, id),
        (found) => found.item,
      );
      if (item.area !== area)
        refuse('register.paper-not-on-record', `No such paper is on record in ${nameOf(area)}.`);
      const { figures, totals, ...paper } = item;
      const at = samePosition(position);
      const [papers, measures] = await Promise.all([
        readings.papers(person, at, { area }),
        readings.measures(person, at, { area }),
      ]);
      const titles = new Map(measures.items.map((m) => [m.id, m.title]));
      const paperTitles = new Map(papers.items.map((p) => [p.id, p.title]));
      const linked = <T extends { name: string }>(said: readonly T[]): readonly (T & { href: string })[] =>
        said.map((one) => ({ ...one, href: `${visit.link(visit.path, { became: one.name })}#figures` }));
      const said = linked(totalsSaid(totals));
      const across = linked(acrossSaid(totals));
      const chosen = [...said, ...across].find(({ name }) => name === visit.query.became);
      const shown = chosen ? figures.filter((figure) => chosen.holds(figure)) : figures;
      return {
        template: 'libs/figures/src/see-papers/paper.njk',
        title: [`${paper.title}, ${nameOf(area)}`, 'Papers'],
        position,
        api: `/api/v1/papers/${paper.id}`,
        csv: `/api/v1/papers/${paper.id}/figures.csv`,
        data: {
          area,
          paper,
          who: whoWrote({ by: paper.by, for: null }),
          ...(visit.query.recorded === String(paper.index) && { recorded: paper.index }),
          submits: mayCommandIn(person, 'submit-return', area),
          onRecord: await recordsAbout(readings, visit, position, paperRef(paper.id)),
          count: figures.length,
          totals: said,
          across,
          chosen,
          all: visit.link(visit.path),
          figures: shown.map((figure) => enteredRow(figure, titles, paperTitles)),
          key: becameKey(shown),
        },
      };
    },
  };
}
