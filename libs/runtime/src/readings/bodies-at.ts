import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import { NO_BODIES, type Bodies, type BodyOnRecord } from '@daybook/provenance';
import { BodiesQuery, type BodyList } from '@daybook/register';
import type { ResolvedPosition } from '../positions';

/**
 * The bodies of a position, by area: of one area or of all, as the reader may see each, and as rules know
 * them. An office is within its body whatever day it was registered on. Who took whose place is as on the
 * day.
 */
export async function bodiesAt(
  dispatcher: Pick<Dispatcher, 'query'>,
  person: Person,
  position: ResolvedPosition,
  area: string | undefined,
): Promise<(area: string) => Bodies> {
  const registered = { ...position, asOf: WHATEVER_DAY };
  const looking = { position: registered, audienceIn: (one: string) => audienceFor(person, one) };
  const query = new BodiesQuery({ area }, looking);
  const { items } = await dispatcher.query<BodyList>(person, 'bodies', query);
  const areas = new Map<string, Map<string, BodyOnRecord>>();
  for (const { area: one, id, kind, title, within, succeededBy } of items) {
    const bodies = areas.get(one) ?? new Map<string, BodyOnRecord>();
    const by = succeededBy && succeededBy.on <= position.asOf ? succeededBy : null;
    areas.set(one, bodies.set(id, { id, kind, title, within, succeededBy: by }));
  }
  return (one) => areas.get(one) ?? NO_BODIES;
}

const WHATEVER_DAY = '9999-12-31';
