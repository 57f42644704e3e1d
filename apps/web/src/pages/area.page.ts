import { mayCommandIn, type Person } from '@daybook/identity';
import { areaOf } from '@daybook/ledger';
import {
  nameOf,
  refuseUnknownArea,
  samePosition,
  type Page,
  type PagePosition,
  type Visit,
} from '@daybook/pages';
import type { OpenEvent, Readings } from '@daybook/runtime';
import { pathOfReference, subjectOf, typeInWords } from './references';
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
          latest: await latest(readings, visit, area, position),
          nothing,
          asking: nothing ? undefined : await needsAsking(readings, person, position, area),
          mayRecordPapers: mayCommandIn(person, 'record-paper', area),
          drafts: await draftsWaiting(readings, visit, area),
        },
      };
    },
  };
}

interface Asking {
  readonly unexplained: number;
  readonly overdue: number;
  /** Whether any reporting calendar holds at the position; without one nothing can be overdue. */
  readonly calendars: boolean;
}

/** What somebody should ask about at the position, counted as the lists behind the links count it. */
async function needsAsking(
  readings: Readings,
  person: Person,
  position: PagePosition,
  area: string,
): Promise<Asking> {
  const at = samePosition(position);
  const [unexplained, expected] = await Promise.all([
    readings.returns.unexplained(person, at, { area }),
    readings.returns.expected(person, at, { area }),
  ]);
  return {
    unexplained: unexplained.items.length,
    overdue: expected.items.filter(({ state }) => state === 'overdue').length,
    calendars: expected.items.length > 0,
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
