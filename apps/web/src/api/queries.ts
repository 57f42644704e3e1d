import type { Person } from '@daybook/identity';
import type { EventItem, Many, One, PositionRequest, Readings } from '@daybook/runtime';
import type { AnswerName } from '../openapi/schemas';
import { refused, type ParameterName, type Parameters } from './parameters';

/** What a query answers with: one thing, a page of many, or a thing that has no position (`bare`). */
export type Answer = One<object> | Many<object> | { readonly bare: object };

interface Asking<Needed extends ParameterName, Optional extends ParameterName> {
  readonly readings: Readings;
  readonly person: Person;
  readonly at: PositionRequest;
  readonly asked: Readonly<Record<Needed, string>> & Readonly<Partial<Record<Optional, string>>>;
  /** Where the page begins and how long it is; only for queries that take `after` and `limit`. */
  readonly page: { readonly after?: string; readonly limit?: number };
}

interface QueryRow<Needed extends ParameterName, Optional extends ParameterName> {
  /** Under /api/v1; `:name` is a needed parameter in the path. */
  readonly path: string;
  readonly title: string;
  readonly item: AnswerName;
  readonly shape: 'one' | 'many' | 'bare';
  /** Which of the two clocks its answers stand on. */
  readonly clocks: 'both' | 'ledger' | 'none';
  readonly needed: readonly Needed[];
  readonly optional?: readonly Optional[];
  readonly paged?: boolean;
  ask(asking: Asking<Needed, Optional>): Promise<Answer>;
}

export interface ApiQuery extends Omit<QueryRow<ParameterName, ParameterName>, 'ask'> {
  ask(asking: Omit<Asking<never, never>, 'asked'> & { readonly asked: Parameters }): Promise<Answer>;
}

/**
 * A row of the table. The needed parameters are there when it is asked: whoever reads a request sees to
 * that.
 */
function query<const Needed extends ParameterName, const Optional extends ParameterName = never>(
  row: QueryRow<Needed, Optional>,
): ApiQuery {
  return row;
}

const figure = '/figures/:area/:measure/:period';

/**
 * Every query of the API: what routes answer and what the API's description says are made from this table.
 */
export const apiQueries: readonly ApiQuery[] = [
  query({
    path: '/areas',
    title: 'Areas that have a measure on record',
    ...many('Area'),
    needed: [],
    ask: ({ readings, person, at }) => readings.areas(person, at),
  }),
  query({
    path: '/measures',
    title: 'Measures, of one area or of all',
    ...many('Measure'),
    needed: [],
    optional: ['area'],
    paged: true,
    ask: ({ readings, person, at, asked, page }) => readings.measures(person, at, { ...asked, ...page }),
  }),
  query({
    path: '/measures/:area/:measure',
    title: 'One measure',
    ...one('Measure'),
    needed: ['area', 'measure'],
    ask: ({ readings, person, at, asked }) => readings.measure(person, at, asked),
  }),
  query({
    path: '/figures',
    title: 'Figures that stand in an area, in order of measure, period and breakdown',
    ...many('Figure'),
    needed: ['area'],
    optional: ['measure'],
    paged: true,
    ask: ({ readings, person, at, asked, page }) => readings.figures(person, at, { ...asked, ...page }),
  }),
  query({
    path: figure,
    title: 'One figure: what stands',
    ...one('Figure'),
    needed: ['area', 'measure', 'period'],
    optional: ['breakdown'],
    ask: ({ readings, person, at, asked }) => readings.figure(person, at, asked),
  }),
  query({
    path: `${figure}/history`,
    title: 'Every entry about one figure, in order of effective date',
    ...many('Vintage'),
    needed: ['area', 'measure', 'period'],
    optional: ['breakdown'],
    ask: ({ readings, person, at, asked }) => readings.history(person, at, asked),
  }),
  query({
    path: '/papers',
    title: 'Papers, of one area or of all',
    ...many('Paper'),
    needed: [],
    optional: ['area'],
    paged: true,
    ask: ({ readings, person, at, asked, page }) => readings.papers(person, at, { ...asked, ...page }),
  }),
  query({
    path: '/papers/:id',
    title: 'One paper',
    ...one('Paper'),
    needed: ['id'],
    ask: ({ readings, person, at, asked }) => readings.paper(person, at, asked.id),
  }),
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

/** The parameters that a query takes after the question mark. */
export function parametersOf(query: ApiQuery): readonly ParameterName[] {
  const own = [...query.needed, ...(query.optional ?? [])].filter((name) => !query.path.includes(`:${name}`));
  const clocks: Record<ApiQuery['clocks'], readonly ParameterName[]> = {
    both: ['asOf', 'basis', 'basisAt', 'minBasis'],
    ledger: ['basis', 'basisAt', 'minBasis'],
    none: [],
  };
  return [...own, ...clocks[query.clocks], ...(query.paged ? (['limit', 'after'] as const) : [])];
}

function one<Name extends AnswerName>(item: Name) {
  return { item, shape: 'one', clocks: 'both' } as const;
}

function many<Name extends AnswerName>(item: Name) {
  return { item, shape: 'many', clocks: 'both' } as const;
}

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
  return readings.event(person, at, placeIn(asked.index, 'index', 'bad-index'));
}

function placeIn(text: string, name: string, code: string): number {
  if (!/^\d{1,15}$/.test(text)) throw refused(name, code, 'A place in the ledger is a whole number, from 0.');
  return Number(text);
}
