import type { EventItem, Many, One } from '@daybook/runtime';
import { many, one, placeIn, query, type Asking } from './api-query';

/** What the ledger itself answers. */
export const ledgerQueries = [
  query({
    path: '/events',
    title: 'Records of the ledger, in its order; a page may be short, or empty, and still have a next',
    ...many('Event'),
    clocks: 'ledger',
    needed: [],
    optional: ['stream', 'type', 'about', 'by', 'date'],
    paged: true,
    ask: events,
  }),
  query({
    path: '/events/:index',
    title: 'One record of the ledger',
    ...one('Event'),
    clocks: 'ledger',
    needed: ['index'],
    ask: event,
  }),
  query({
    path: '/status',
    title: 'The ledger size, and how far the views have come',
    item: 'Status',
    shape: 'bare',
    clocks: 'none',
    needed: [],
    ask: async ({ readings, person }) => ({ bare: await readings.status(person) }),
  }),
];

type EventParameter = 'stream' | 'type' | 'about' | 'by' | 'date';

/**
 * The records below the basis. Those that the reader may not see stand among them, closed, unless a filter
 * is given.
 */
async function events({
  readings,
  person,
  at,
  asked,
  page,
}: Asking<never, EventParameter>): Promise<Many<EventItem>> {
  const position = await readings.position(at);
  const { date, ...filter } = asked;
  const from = page.after === undefined ? 0 : placeIn(page.after, 'after', 'bad-cursor');
  const { items, next } = await readings.events(person, {
    ...filter,
    effectiveOn: date,
    basis: position.basis,
    from,
    limit: page.limit,
  });
  return { position, items, ...(next !== undefined && { next: String(next) }) };
}

async function event({ readings, person, at, asked }: Asking<'index', never>): Promise<One<EventItem>> {
  return readings.event(person, at, placeIn(asked.index));
}
