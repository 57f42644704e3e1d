import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import { NO_BODIES, type Bodies, type BodyOnRecord } from '@daybook/provenance';
import { BodiesQuery, type BodyList } from '@daybook/register';
import type { ResolvedPosition } from '../positions';

/** The bodies registered at a position, by area: of one area or of all, as the reader may see each. */
export async function bodiesAt(
  dispatcher: Pick<Dispatcher, 'query'>,
  person: Person,
  position: ResolvedPosition,
  area: string | undefined,
): Promise<(area: string) => Bodies> {
  const looking = { position, audienceIn: (one: string) => audienceFor(person, one) };
  const query = new BodiesQuery({ area }, looking);
  const { items } = await dispatcher.query<BodyList>(person, 'bodies', query);
  const areas = new Map<string, Map<string, BodyOnRecord>>();
  for (const { area: one, id, kind, title, within, succeededBy } of items) {
    const bodies = areas.get(one) ?? new Map<string, BodyOnRecord>();
    areas.set(one, bodies.set(id, { id, kind, title, within, succeededBy }));
  }
  return (one) => areas.get(one) ?? NO_BODIES;
}
