import {
  longDate,
  nameIn,
  nameOf,
  openTemplates,
  positionQuery,
  refuseUnknownArea,
  samePosition,
  withQuery,
  type Page,
  type PagePosition,
  type Visit,
} from '@daybook/pages';
import type { Readings, ToRaise } from '@daybook/runtime';
import { packSections, type PackNames, type Section } from './pack-sections';

/** The pack for a meeting: everything to be raised, on one page that can be printed. */
export function packPage(readings: Readings): Page {
  return {
    method: 'GET',
    path: '/:area/pack',
    async answer(visit: Visit) {
      const { area, asked, found, data } = await packOf(readings, visit);
      return {
        template: 'apps/web/src/pages/pack.njk',
        title: [`Pack for ${longDate(found.item.for)}, ${nameOf(area)}`],
        position: found.position,
        api: withQuery('/api/v1/pack', { area, ...asked }),
        data: {
          ...data,
          asked,
          file: visit.link(`/${area}/pack.html`, { ...asked }),
          meetings: meetingLinks(visit, found.item),
          kept: Object.entries(positionQuery(visit.at)).filter(([, value]) => value),
        },
      };
    },
  };
}

/** The same as one file that needs nothing else: to be sent round, printed, or kept with the minutes. */
export function packFile(readings: Readings): Page {
  return {
    method: 'GET',
    path: '/:area/pack.html',
    async answer(visit: Visit) {
      const { area, found, data } = await packOf(readings, visit);
      const { asOf, basis } = found.position;
      const html = openTemplates().render('apps/web/src/pages/pack-print.njk', { ...data, asOf, basis });
      const name = `pack-${area}-${found.item.for}-at-${basis}.html`;
      return { download: { name, type: 'text/html; charset=utf-8', bytes: html } };
    },
  };
}

interface Pack {
  readonly area: string;
  readonly asked: Readonly<Record<string, string | undefined>>;
  readonly found: { readonly position: PagePosition; readonly item: ToRaise };
  readonly data: {
    readonly area: string;
    readonly day: string;
    readonly body: string | undefined;
    readonly since: string | undefined;
    readonly sections: readonly Section[];
    readonly count: number;
  };
}

async function packOf(readings: Readings, visit: Visit): Promise<Pack> {
  const { area = '' } = visit.params;
  const asked = { for: visit.query.for, body: visit.query.body };
  const found = await readings.overview.toRaise(visit.person, visit.at, { area, ...asked });
  if (!(await readings.knowsArea(visit.person, area))) await refuseUnknownArea(readings, visit, area);
  const at = samePosition(found.position);
  const names = await namesOf(readings, visit, at, area);
  const { item } = found;
  const sections = packSections(item, names);
  const { since, body } = item;
  return {
    ...{ area, asked, found },
    data: {
      area,
      day: item.for,
      body: body ? nameIn(names.bodies, body) : undefined,
      since: since?.on ? `${since.title}, ${longDate(since.on)}` : undefined,
      sections,
      count: sections.reduce((sum, { lines }) => sum + lines.length, 0),
    },
  };
}

async function namesOf(
  readings: Readings,
  { person }: Visit,
  at: { readonly asOf?: string; readonly basis?: string },
  area: string,
): Promise<PackNames> {
  const [bodies, measures, meetings] = await Promise.all([
    readings.bodies.names(person, at, area),
    readings.measures(person, at, { area }),
    readings.meetings.list(person, at, { area }),
  ]);
  return {
    bodies,
    measures: new Map(measures.items.map(({ id, title }) => [id, title])),
    meetings: new Map(
      meetings.items.map(({ id, title, on }) => [id, on ? `${title}, ${longDate(on)}` : title]),
    ),
  };
}

/** Meetings that are called: each has a pack of its own. */
function meetingLinks({ link }: Visit, { area, called }: ToRaise) {
  return called.flatMap(({ title, on, body }) =>
    on === null
      ? []
      : [{ text: `${title}, ${longDate(on)}`, href: link(`/${area}/pack`, { for: on, body }) }],
  );
}
