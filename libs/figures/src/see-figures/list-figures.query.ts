import { refuse } from '@daybook/ledger';
import { Rows, type Audience, type Filter, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Unit } from '../codes';
import { measureRef, type OfFigure } from '../figures.events';
import { contentOf, measuresView } from '../see-measures/measures.view';
import { changedSince } from './changed-since';
import { compare, placeOf, type Placed } from './figure-order';
import { itemOf, type FigureItem } from './figures.query';
import type { FigureSort, FiguresWanted } from './figures-wanted';
import { figuresView, type FigureRow } from './figures.view';

/** How many rows are read at once where not every one of them may be wanted. */
const CHUNK = 1_000;

type Wanted = Omit<FiguresWanted, 'sort'> & { readonly sort?: FigureSort };
interface Keyed {
  readonly key: string;
  readonly row: FigureRow;
}

/**
 * The figures that stand at a position in an area, sorted (by measure, period and breakdown where nothing
 * else is said). A page begins after the figure whose reference is `after`; at one position the pages of one
 * order, put together, are the whole list, each figure once. Throws `request.bad-cursor` for an `after` that
 * is no figure of the area at the position, where the order needs to know it.
 */
export class FiguresQuery {
  constructor(
    readonly filter: Wanted,
    readonly position: Position,
    readonly audience: Audience,
    readonly page: { readonly after?: string; readonly limit?: number } = {},
  ) {}
}

export interface FigureList {
  readonly items: readonly FigureItem[];
  readonly next?: string;
}

@QueryHandler(FiguresQuery)
export class FiguresHandler implements IQueryHandler<FiguresQuery> {
  constructor(private readonly rows: Rows) {}

  async execute(query: FiguresQuery): Promise<FigureList> {
    const { sort = 'measure' } = query.filter;
    const { found, next } = sort === 'measure' ? this.inOrderOfKey(query) : this.sorted(query, sort);
    const unitOf = this.units(query);
    const items = found.flatMap(({ row }) => itemOf(row, unitOf(row.figure)) ?? []);
    return { items, ...(next !== undefined && { next }) };
  }

  /** The order in which rows are kept: read no further than the page goes. */
  private inOrderOfKey({ filter, position, audience, page }: FiguresQuery): {
    found: Keyed[];
    next?: string;
  } {
    const { limit = Infinity } = page;
    const found: Keyed[] = [];
    for (let from = page.after; ;) {
      const chunk = { after: from, limit: Math.min(limit + 1, CHUNK) };
      const { rows, next } = this.rows.list(figuresView, columnsOf(filter), position, audience, chunk);
      for (const one of rows) {
        if (!passes(one.row, filter)) continue;
        if (found.length === limit) return { found, next: found.at(-1)?.key };
        found.push(one);
      }
      if (next === undefined) return { found };
      from = next;
    }
  }

  /** Any other order: every row is read for its place, and those of the page once more as they are. */
  private sorted(query: FiguresQuery, sort: FigureSort): { found: Keyed[]; next?: string } {
    const { position, audience, page } = query;
    const after = page.after === undefined ? undefined : this.placeAfter(query, page.after, sort);
    const places = this.places(query, sort)
      .filter((place) => !after || compare(place, after, sort) > 0)
      .sort((a, b) => compare(a, b, sort));
    const { limit = places.length } = page;
    const found = places.slice(0, limit).flatMap(({ key }): Keyed[] => {
      const row = this.rows.at(figuresView, key, position, audience);
      return row ? [{ key, row }] : [];
    });
    return { found, ...(places.length > limit && { next: found.at(-1)?.key }) };
  }

  private places({ filter, position, audience }: FiguresQuery, sort: FigureSort): Placed[] {
    const places: Placed[] = [];
    for (let from: string | undefined; ;) {
      const chunk = { after: from, limit: CHUNK };
      const { rows, next } = this.rows.list(figuresView, columnsOf(filter), position, audience, chunk);
      for (const { key, row } of rows) if (passes(row, filter)) places.push(placeOf(key, row, sort));
      if (next === undefined) return places;
      from = next;
    }
  }

  private placeAfter({ filter, position, audience }: FiguresQuery, key: string, sort: FigureSort): Placed {
    const row = this.rows.at(figuresView, key, position, audience);
    // Of another area this reader may see less than of this one: it is as unknown as what is not on record.
    if (row?.figure.area !== filter.area)
      return refuse(
        'request.bad-cursor',
        'Pass as "after" only what an answer at this position gave as "next".',
      );
    return placeOf(key, row, sort);
  }

  private units({ position, audience }: FiguresQuery): (of: OfFigure) => Unit | null {
    const known = new Map<string, Unit | null>();
    return (of) => {
      const key = measureRef(of);
      if (!known.has(key)) {
        const row = this.rows.at(measuresView, key, position, audience);
        known.set(key, (row && contentOf(row)?.unit) ?? null);
      }
      return known.get(key) ?? null;
    };
  }
}

/** What the view can narrow by, the most telling first. */
function columnsOf({ measure, period, area, kind, status }: Wanted): Filter {
  return {
    ...(measure !== undefined && { measure }),
    ...(period !== undefined && { period }),
    area,
    ...(kind !== undefined && { kind }),
    ...(status !== undefined && { status }),
  };
}

/** What only the whole row can tell, and whether anything stands at all. */
function passes(row: FigureRow, { paper, changedSince: day }: Wanted): boolean {
  const { standing } = row;
  const own = standing && row.vintages.find((v) => v.id === standing.id);
  if (!own || (paper !== undefined && own.source?.paper !== paper)) return false;
  return day === undefined || changedSince(row, day);
}
