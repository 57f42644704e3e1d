import type { Person, Role } from './person';

/*
 * Which areas a body has by its id: `kent-police`, `kent-pcc` and `kent-panel` have the area `kent`. What the
 * register of bodies adds, such as the area of a mayor who took a commissioner's place, stands in
 * `standing.ts`.
 */

/** How the id of a body of that role ends; the area stands before it. */
const endings: Readonly<Partial<Record<Role, string>>> = {
  force: '-police',
  office: '-pcc',
  panel: '-panel',
};
/** HMICFRS, and HMIC as it was called until 2017: they inspect every force. */
const inspectorates: readonly string[] = ['hmicfrs', 'hmic'];
const areaName = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The areas of a body in that role. A body that does not fit its role has none, and so may write nothing. */
export function areasOf(role: Role, body: string): readonly string[] | '*' {
  if (role === 'inspector') return isInspectorate(body) ? '*' : [];
  const ending = endings[role];
  if (ending === undefined || !body.endsWith(ending)) return [];
  const area = body.slice(0, -ending.length);
  return areaName.test(area) ? Object.freeze([area]) : [];
}

/** Whether a body is an inspectorate of police forces. */
export function isInspectorate(body: string): boolean {
  return inspectorates.includes(body);
}

/** Whether the area is one of the person's. Only an inspector's `*` counts: nobody else has every area. */
export function hasArea(person: Person, area: string): boolean {
  return person.areas === '*' ? person.role === 'inspector' : person.areas.includes(area);
}
