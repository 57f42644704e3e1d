import { mayCommand } from '@daybook/identity';
import { nameOf, type Page, type Visit } from '@daybook/pages';
import type { Readings } from '@daybook/runtime';

/** The front door: which areas are on record, and what to do where none is. */
export function homePage(readings: Readings): Page {
  return {
    method: 'GET',
    path: '/',
    async answer(visit: Visit) {
      const { person } = visit;
      const { position, items } = await readings.areas(person, visit.at);
      const own = person.areas === '*' ? [] : person.areas;
      const areas = [...new Set([...items.map(({ id }) => id), ...own])].sort();
      return {
        template: 'apps/web/src/pages/home.njk',
        title: ['Holding to account'],
        position,
        api: '/api/v1/areas',
        csv: '/api/v1/areas.csv',
        data: {
          areas: areas.map((id) => ({ id, name: nameOf(id) })),
          empty: position.latest === 0,
          records: position.basis,
          signedIn: mayCommand(person, 'submit-return'),
        },
      };
    },
  };
}
