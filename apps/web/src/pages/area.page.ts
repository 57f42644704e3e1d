import { mayCommandIn } from '@daybook/identity';
import { areaOf } from '@daybook/ledger';
import {
  nameOf,
  refuseUnknownArea,
  samePosition,
  type Page,
  type PagePosition,
  type Visit,
  typeInWords,
} from '@daybook/pages';
import type { OpenEvent, Readings } from '@daybook/runtime';
import { needsAsking } from './asking';
import { pathOfReference, subjectOf } from './references';
import { Subjects } from './subjects';

const LATEST = 10;
/** How far back the latest records of an area are looked for. */
const WINDOW = 100;

/** The home of an area: what needs asking, what is on record, and what came last. */
export function areaPage(readings: Readings): Page {
  return {
    method: 'GET',
    path: '/:area',
    async answer(visit: Visit) {
      const { area = '' } = visit.params;
      const { person } = visit;
      const measures = await readings.measures(person, visit.at, { area });
      const { position } = measures;
      const at = samePosition(position);
      const [papers, inspections, findings, said] = await Promise.all([
        readings.papers(person, at, { area }),
        readings.inspections.list(person, at, { area }),
        readings.findings.list(person, at, { area }),
        readings.overview.counts(person, at, area),
      ]);
      const nothing =
        said.nothing && [measures, papers, inspections].every(({ items }) => items.length === 0);
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
          inspections: inspections.items.length,
          findings: new Set(findings.items.map(({ finding }) => finding)).size,
          said,
          latest: await latest(readings, visit, area, position),
          nothing,
          asking: nothing ? undefined : await needsAsking(readings, visit, position, area, findings.items),
          mayRecordPapers: mayCommandIn(person, 'record-paper', area),
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
  visit: Visit,
  area: string,
  position: PagePosition,
): Promise<object[]> {
  const { asOf, basis } = position;
  if (basis === 0) return [];
  const from = Math.max(0, basis - WINDOW);
  const { items } = await readings.events(visit.person, { from, limit: basis - from, basis });
  const open = items.filter((item): item is OpenEvent => !item.restricted);
  const own = open.filter(({ record }) => areaOf(record) === area && record.effectiveOn <= asOf);
  const last = own.slice(-LATEST).reverse();
  const about = last.map(({ record }) => subjectOf(record));
  const subjects = await Subjects.of(readings, visit, position, about);
  return last.map(({ index, record }) => ({
    index,
    words: typeInWords(record.type),
    subject: subjects.words(subjectOf(record)),
    href: pathOfReference(subjectOf(record), area),
    effectiveOn: record.effectiveOn,
    precision: record.precision,
    recordedAt: record.recordedAt,
  }));
}
