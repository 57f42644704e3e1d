import { refuse } from '@daybook/ledger';
import { nameOf, readOrSayWhen, recordsAbout, whoWrote, type Page, type Visit } from '@daybook/pages';
import type { PaperReadings } from '../readings.page';

/** One paper: what it is, who issued it, and the record that put it here. */
export function paperPage(readings: Pick<PaperReadings, 'paper' | 'records'>): Page {
  return {
    method: 'GET',
    path: '/:area/papers/:paper',
    async answer(visit: Visit) {
      const { area = '', paper: id = '' } = visit.params;
      const { position, item } = await readOrSayWhen(
        visit,
        (at) => readings.paper(visit.person, at, id),
        (found) => found.item,
      );
      if (item.area !== area)
        refuse('register.paper-not-on-record', `No such paper is on record in ${nameOf(area)}.`);
      return {
        template: 'libs/register/src/see-papers/paper.njk',
        title: [`${item.title}, ${nameOf(area)}`, 'Papers'],
        position,
        api: `/api/v1/papers/${item.id}`,
        data: {
          area,
          paper: item,
          who: whoWrote({ by: item.by, for: null }),
          onRecord: await recordsAbout(readings, visit, position, `paper:${item.id}`),
        },
      };
    },
  };
}
