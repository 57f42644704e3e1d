import type { Filter, Rows } from './rows';
import type { Audience, Position, View } from './view';

/** Where a reader looks in time, and which audience they belong to in each area. */
export interface Looking {
  readonly position: Position;
  readonly audienceIn: (area: string) => Audience;
}

type InArea = { readonly area: string };

/** The areas to look in for what passes a filter: in each a reader may belong to another audience. */
export function areasWith<Row extends InArea>(
  rows: Rows,
  view: View<Row>,
  filter: Filter,
  { position }: Looking,
): readonly string[] {
  const found = rows.list(view, filter, position, 'inside').rows;
  return [...new Set(found.map(({ row }) => row.area))];
}

/** What has an id: how lists are filtered by it, its reference in an area, and its place in the ledger. */
export interface ById<Row> {
  readonly filter: Filter;
  readonly area: string | undefined;
  refIn(area: string): string;
  /** Undefined for a row that says not yet what it is. */
  orderOf(row: Row): number | undefined;
}

/**
 * The row of an id in an area; without an area, in that which put the id on record first, of those whose row
 * the reader may see.
 */
export function rowById<Row extends InArea>(
  rows: Rows,
  view: View<Row>,
  { filter, area, refIn, orderOf }: ById<Row>,
  { position, audienceIn }: Looking,
): Row | undefined {
  const places =
    area === undefined
      ? rows
          .list(view, filter, position, 'inside')
          .rows.map(({ row }) => ({ area: row.area, order: orderOf(row) ?? Infinity }))
          .sort((a, b) => a.order - b.order)
      : [{ area }];
  for (const place of places) {
    const row = rows.at(view, refIn(place.area), position, audienceIn(place.area));
    if (row && orderOf(row) !== undefined) return row;
  }
  return undefined;
}
