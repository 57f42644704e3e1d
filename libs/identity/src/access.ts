import { areaOf, type Fact } from '@daybook/ledger';
import { hasArea } from './areas';
import type { Person, Role } from './person';

/** `inside` reads restricted records too; `outside` reads what is folded from public records alone. */
export type Audience = 'inside' | 'outside';

const insiders: readonly Role[] = ['force', 'office', 'inspector'];

/** Which audience a person belongs to in an area. Across areas (undefined) everyone is outside. */
export function audienceFor(person: Person, area: string | undefined): Audience {
  if (area === undefined || !insiders.includes(person.role)) return 'outside';
  return hasArea(person, area) ? 'inside' : 'outside';
}

/** Whether a person may see more of a record than that it stands there. Restricted without an area: nobody. */
export function mayRead(person: Person, record: Fact): boolean {
  return record.access === 'public' || audienceFor(person, areaOf(record)) === 'inside';
}
