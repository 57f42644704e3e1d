import { isRole, roles } from '@daybook/identity';
import { isDate } from '@daybook/ledger';
import type { EventFilter, EventItem, Many, Neighbours, One } from '@daybook/runtime';
import { count } from '../../openapi/json-schema';
import { refused, type Described, type ParameterName } from '../parameters';
import { many, one, placeIn, query, type Asking } from './api-query';

/** By what records can be filtered, here and in the stream of events. */
export const eventFilters = [
  'stream',
  'type',
  'about',
  'paper',
  'role',
  'by',
  'date',
] as const satisfies readonly ParameterName[];
/** What they are here: other lists have a paper, and another beginning and order. */
export const eventParameters = {
  paper: {
    description: 'Only records that stand in this paper, or are about it.',
    schema: { type: 'string' },
    example: 'kent-performance-2022-09-14',
  },
  order: {
    description: 'The oldest records first, which is so where it is absent, or the newest.',
    schema: { type: 'string', enum: ['oldest', 'newest'] },
  },
  from: {
    description:
      'The first record wanted, which may be one that does not exist yet; from now on where absent.',
    schema: count,
  },
} as const satisfies Readonly<Partial<Record<ParameterName, Described>>>;
type FilterParameter = (typeof eventFilters)[number];

/** What the ledger itself answers. */
export const ledgerQueries = [
  query({
    path: '/receipts/:command',
    title: 'What a command put on record: once more the receipt whose answer was lost',
    item: 'Receipt',
    shape: 'bare',
    clocks: 'none',
    needed: ['command'],
    ask: async ({ readings, person, asked }) => ({
      bare: await readings.records.receipt(person, asked.command),
    }),
  }),
  query({
    path: '/events',
    title: 'Records of the ledger, in its order or against it',
    ...many('Event'),
    clocks: 'ledger',
    needed: [],
    optional: [...eventFilters, 'order'],
    described: eventParameters,
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
    path: '/events/:index/neighbours',
    title: 'What stands beside one record: in the ledger, in its stream, in what was written at once with it',
    ...one('Neighbours'),
    clocks: 'ledger',
    needed: ['index'],
    ask: neighbours,
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

export function filterOf({
  date,
  ...asked
}: Readonly<Partial<Record<FilterParameter, string>>>): EventFilter {
  if (date !== undefined && !isDate(date))
    throw refused('date', 'bad-date', `"${date}" is not a date. Write it as 2022-09-14.`);
  if (asked.role !== undefined && !isRole(asked.role))
    throw refused('role', 'bad-role', `There is no role "${asked.role}". Write ${roles.join(', ')}.`);
  return { ...asked, ...(date !== undefined && { effectiveOn: date }) };
}

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
}: Asking<never, FilterParameter | 'order'>): Promise<Many<EventItem>> {
  const position = await readings.position(at);
  const { order = 'oldest', ...filter } = asked;
  if (order !== 'oldest' && order !== 'newest')
    throw refused('order', 'bad-order', 'Write the order as oldest or newest.');
  const { items, next } = await readings.events(person, {
    ...filterOf(filter),
    basis: position.basis,
    newestFirst: order === 'newest',
    limit: page.limit,
    ...(page.after !== undefined && { from: placeIn(page.after, 'after', 'bad-cursor') }),
  });
  return { position, items, ...(next !== undefined && { next: String(next) }) };
}

async function event({ readings, person, at, asked }: Asking<'index', never>): Promise<One<EventItem>> {
  return readings.event(person, at, placeIn(asked.index));
}

async function neighbours({ readings, person, at, asked }: Asking<'index', never>): Promise<One<Neighbours>> {
  return readings.records.neighbours(person, at, placeIn(asked.index));
}
