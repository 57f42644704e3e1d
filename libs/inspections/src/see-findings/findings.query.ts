import { refuse } from '@daybook/ledger';
import { Rows, type Audience, type Filter, type Position, areasWith } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isWanted, itemsOf, type FindingItem } from './finding-item';
import { compareItems, placeOf } from './finding-order';
import type { FindingsWanted } from './findings-wanted';
import { findingsView } from './findings.view';

/**
 * The tracker at a position: one item for each finding and addressee that is wanted, of one area or of all,
 * each as the reader's audience in its area may see it. A page begins after the item whose place is `after`;
 * at one position the pages of one order, put together, are the whole list, each item once. Throws
 * `request.bad-cursor` for an `after` that is no item at the position.
 */
export class FindingsQuery {
  constructor(
    readonly wanted: FindingsWanted,
    readonly position: Position,
    readonly audienceIn: (area: string) => Audience,
    readonly page: { readonly after?: string; readonly limit?: number } = {},
  ) {}
}

export interface FindingList {
  readonly items: readonly FindingItem[];
  readonly next?: string;
}

@QueryHandler(FindingsQuery)
export class FindingsHandler implements IQueryHandler<FindingsQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ wanted, position, audienceIn, page }: FindingsQuery): Promise<FindingList> {
    const { inspection, kind, sort } = wanted;
    const filter: Filter = { ...(inspection && { inspection }), ...(kind && { kind }) };
    const areas =
      wanted.area === undefined
        ? areasWith(this.rows, findingsView, filter, { position, audienceIn })
        : [wanted.area];
    const all = areas.flatMap((area) =>
      this.rows
        .list(findingsView, { ...filter, area }, position, audienceIn(area))
        .rows.flatMap(({ row }) => itemsOf(row, position.asOf)),
    );
    const last = page.after === undefined ? undefined : itemAt(all, page.after);
    const rest = all
      .filter((item) => isWanted(item, wanted) && (!last || compareItems(item, last, sort) > 0))
      .sort((a, b) => compareItems(a, b, sort));
    const items = rest.slice(0, page.limit);
    const end = items.at(-1);
    return { items, ...(end && items.length < rest.length && { next: placeOf(end) }) };
  }
}

/** What a page ended with: it may have left the list since, and still has its place there. */
function itemAt(all: readonly FindingItem[], place: string): FindingItem {
  return (
    all.find((item) => placeOf(item) === place) ??
    refuse('request.bad-cursor', 'Pass as "after" only what an answer at this position gave as "next".')
  );
}
