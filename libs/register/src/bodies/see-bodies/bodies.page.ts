import { mayCommandIn, type Person } from '@daybook/identity';
import {
  nameIn,
  nameOf,
  readOrSayWhen,
  recordsAbout,
  refuseUnknownArea,
  samePosition,
  whoWrote,
  type Names,
  type Page,
  type PagePosition,
  type Visit,
} from '@daybook/pages';
import { formsOf } from '../act-on-a-page/offered.page';
import type { BodyReadings } from '../../readings.page';
import { knownById, standingBodies } from '../known-by-id';
import { bodyRef } from '../../register.events';
import type { BodyItem } from './body-item';
import type { BodyInFull } from './bodies.query';
import { BODY_KIND_WORDS, bodyPath, eventInWords, followingInWords, heldInWords } from './wording.page';

/** The bodies that an area deals with, the offices and boards within them, and who took whose place. */
export function bodiesPage(readings: BodyReadings): Page {
  return {
    method: 'GET',
    path: '/:area/bodies',
    async answer(visit: Visit) {
      const { area = '' } = visit.params;
      const { person } = visit;
      const { position, items } = await readings.bodies.list(person, visit.at, { area });
      if (items.length === 0) await refuseUnknownArea(readings, visit, area);
      return {
        template: 'libs/register/src/bodies/see-bodies/bodies.njk',
        title: [`Bodies and offices, ${nameOf(area)}`],
        position,
        api: `/api/v1/bodies?area=${area}`,
        csv: `/api/v1/bodies.csv?area=${area}`,
        data: {
          area,
          groups: groupsOf(area, items, person),
          registers: mayCommandIn(person, 'register-body', area),
        },
      };
    },
  };
}

/** One body or office: what it is, what is within it, and what was said of it, the newest first. */
export function bodyPage(readings: BodyReadings): Page {
  return {
    method: 'GET',
    path: '/:area/bodies/:body',
    async answer(visit: Visit) {
      const { area = '', body: id = '' } = visit.params;
      const { person } = visit;
      const { position, item } = await readOrSayWhen(
        visit,
        (at) => readings.bodies.one(person, at, { id, area }),
        ({ item: { history } }) => history[0],
      );
      const names = await readings.bodies.names(person, samePosition(position), area);
      return {
        template: 'libs/register/src/bodies/see-bodies/body.njk',
        title: [`${item.title}, ${nameOf(area)}`, 'Bodies and offices'],
        position,
        api: `/api/v1/bodies/${encodeURIComponent(id)}?area=${area}`,
        data: {
          ...{ area, item, kindWord: BODY_KIND_WORDS[item.kind] },
          within: item.within && {
            text: nameIn(names, item.within),
            href: wayTo(visit, area, item.within, names),
          },
          following: followingInWords(item, names),
          held: item.kind === 'office' ? heldInWords(item) : undefined,
          members: [...item.offices, ...item.boards].map((one) => bodyShown(one, person)),
          history: [...item.history].reverse().map((event) => ({
            ...event,
            words: eventInWords(event, names),
            who: whoWrote(event, names),
          })),
          forms: formsOf(person, item),
          recorded: wroteIt(item, visit.query.recorded, position),
          onRecord: await recordsAbout(readings, visit, position, bodyRef(id)),
        },
      };
    },
  };
}

/** A body that its id alone makes known has no page of its own. */
function wayTo(visit: Visit, area: string, id: string, names: Names): string | undefined {
  return names.has(id) ? visit.link(bodyPath(area, id)) : undefined;
}

function wroteIt({ history }: BodyInFull, recorded: string | undefined, { basis }: PagePosition) {
  return history.find(({ index }) => String(index) === recorded && index < basis)?.index;
}

function bodyShown(item: BodyItem, person: Person): object {
  return {
    ...{ title: item.title, path: bodyPath(item.area, item.id), kindWord: BODY_KIND_WORDS[item.kind] },
    held: item.kind === 'office' ? heldInWords(item) : undefined,
    forms: formsOf(person, item),
  };
}

/** Those that their ids alone make known, and of which nothing is on record. */
function byIdAlone(area: string, items: readonly BodyItem[]): readonly BodyItem[] {
  return standingBodies(area)
    .filter((id) => items.every((item) => item.id !== id))
    .flatMap((id): BodyItem[] => {
      const known = knownById(area, id);
      if (!known) return [];
      const nothing = { registeredOn: null, held: null, succeeds: [], succeededBy: null, said: null };
      return [{ area, id, ...known, title: nameOf(id), ...nothing, dutiesWith: id }];
    });
}

/** Bodies that are within none, or that others are within, each with what is within it. */
function groupsOf(area: string, items: readonly BodyItem[], person: Person): readonly object[] {
  const alone = byIdAlone(area, items);
  const all = [...alone, ...items];
  const names: Names = new Map(all.map(({ id, title }) => [id, title]));
  const around = new Set(all.map(({ within }) => within));
  const shown = (item: BodyItem) => ({
    ...bodyShown(item, person),
    ...(alone.includes(item) && { path: undefined }),
  });
  return all
    .filter(({ id, within }) => within === null || around.has(id))
    .map((item) => ({
      ...shown(item),
      unregistered: item.registeredOn === null,
      within: item.within && nameIn(names, item.within),
      following: followingInWords(item, names),
      members: all.filter(({ within }) => within === item.id).map(shown),
    }));
}
