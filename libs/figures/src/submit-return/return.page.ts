import type { Person } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import {
  inThePast,
  longDate,
  nameOf,
  readOrSayWhen,
  samePosition,
  whoWrote,
  type Page,
  type PagePosition,
  type Visit,
} from '@daybook/pages';
import type { FigureReadings } from '../readings.page';
import type { ReturnWithLines } from '../see-returns/returns.query';
import type { SinceReadings } from '../since-readings.page';
import { acrossSaid, becameKey, enteredRow, totalsSaid } from '../since-wording.page';

/** One return by the ledger index of its heading: the receipt for who sent it, and what became of each figure. */
export function returnPage(readings: FigureReadings & SinceReadings): Page {
  return {
    method: 'GET',
    path: '/:area/returns/:index',
    async answer(visit: Visit) {
      const { area = '', index: asked = '' } = visit.params;
      const { person } = visit;
      if (!/^\d{1,15}$/.test(asked)) noReturn(area);
      const { position, item } = await readOrSayWhen(
        visit,
        (there) => readings.returns.one(person, there, Number(asked)),
        (found) => found.item,
      );
      if (item.area !== area) noReturn(area);
      const at = samePosition(position);
      const [papers, measures] = await Promise.all([
        readings.papers(person, at, { area }),
        readings.measures(person, at, { area }),
      ]);
      const titles = new Map(measures.items.map((m) => [m.id, m.title]));
      const paperTitles = new Map(papers.items.map((p) => [p.id, p.title]));
      const { figures, became, ...own } = item;
      const isReceipt = justRecorded(person, position, item);
      const heading = isReceipt
        ? 'Return recorded'
        : `Return of ${longDate(item.effectiveOn, item.precision)}`;
      return {
        template: 'libs/figures/src/submit-return/return.njk',
        title: [`${heading}, ${nameOf(area)}`, 'Returns'],
        position,
        api: `/api/v1/returns/${item.index}`,
        csv: `/api/v1/returns/${item.index}/figures.csv`,
        data: {
          area,
          heading,
          sent: own,
          first: item.index,
          last: item.index + item.lines,
          file: await readings.returnFiles.of(visit.person, item.index),
          isReceipt,
          who: whoWrote(own),
          paperTitle: paperTitles.get(item.paper) ?? item.paper,
          totals: totalsSaid(became),
          across: acrossSaid(became),
          figures: figures.map((figure) => enteredRow(figure, titles, paperTitles)),
          key: becameKey(figures),
        },
      };
    },
  };
}

/** Whether this is the receipt that its sender or approver has just been led to: nothing is recorded since. */
function justRecorded(
  person: Person,
  position: PagePosition,
  { by, approvedBy, index, lines }: ReturnWithLines,
): boolean {
  const last = index + lines + 1 === position.latest;
  return last && (approvedBy ?? by).person === person.id && !inThePast(position);
}

function noReturn(area: string): never {
  return refuse('ledger.not-on-record', `No return of ${nameOf(area)} stands there.`);
}
