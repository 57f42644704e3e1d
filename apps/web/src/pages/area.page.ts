import { mayCommandIn } from '@daybook/identity';
import type { MeasureItem } from '@daybook/figures';
import { areaOf } from '@daybook/ledger';
import { nameOf, refuseUnknownArea, samePosition, type Page, type Visit } from '@daybook/pages';
import type { Many, OpenEvent, Readings } from '@daybook/runtime';
import { pathOfReference, subjectInWords, subjectOf, typeInWords } from './references';

const LATEST = 10;
/** How far back the latest records of an area are looked for. */
const WINDOW = 100;

/** The home of an area: what is on record, and what came last. */
export function areaPage(readings: Readings): Page {
  return {
    method: 'GET',
    path: '/:area',
    async answer(visit: Visit) {
      const { area = '' } = visit.params;
      const { person } = visit;
      const measures = await readings.measures(person, visit.at, { area });
      const { position } = measures;
      const papers = await readings.papers(person, samePosition(position), { area });
      const nothing = measures.items.length === 0 && papers.items.length === 0;
      if (nothing) await refuseUnknownArea(readings, visit, area);
      return {
        template: 'apps/web/src/pages/area.njk',
        title: [`Holding to account, ${nameOf(area)}`],
        position,
        data: {
          area,
          measures: measures.items.length,
          papers: [...papers.items]
            .sort((a, b) => b.effectiveOn.localeCompare(a.effectiveOn))
            .slice(0, LATEST),
          paperCount: papers.items.length,
          latest: await latest(readings, visit, area, measures),
          nothing,
          drafts: await draftsWaiting(readings, visit, area),
        },
      };
    },
  };
}

/** How many drafts of the visitor's body await approval here; undefined for whoever has none to approve. */
async function draftsWaiting(
  readings: Readings,
  { person }: Visit,
  area: string,
): Promise<number | undefined> {
  if (!mayCommandIn(person, 'approve-return', area)) return undefined;
  const { items } = await readings.drafts.list(person, area);
  return items.filter(({ state }) => state === 'waiting').length;
}

/** The last records of an area below the basis and effective by the date, newest first. */
async function latest(
  readings: Readings,
  { person }: Visit,
  area: string,
  measures: Many<MeasureItem>,
): Promise<object[]> {
  const { asOf, basis } = measures.position;
  const titles = new Map(measures.items.map(({ id, title }) => [id, title]));
  if (basis === 0) return [];
  const from = Math.max(0, basis - WINDOW);
  const { items } = await readings.events(person, { from, limit: basis - from, basis });
  const open = items.filter((item): item is OpenEvent => !item.restricted);
  const own = open.filter(({ record }) => areaOf(record) === area && record.effectiveOn <= asOf);
  return own
    .slice(-LATEST)
    .reverse()
    .map(({ index, record }) => ({
      index,
      words: typeInWords(record.type),
      subject: subjectInWords(record, titles),
      href: pathOfReference(subjectOf(record), area),
      effectiveOn: record.effectiveOn,
      precision: record.precision,
      recordedAt: record.recordedAt,
    }));
}
