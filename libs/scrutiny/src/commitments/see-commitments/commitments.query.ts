import { refuse } from '@daybook/ledger';
import { NO_BODIES, type Bodies } from '@daybook/provenance';
import { areasWith, Rows, type Audience, type Filter, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { commitmentsView } from '../../histories.view';
import { commitmentItem, isWanted, type CommitmentItem } from './commitment-item';
import { compareItems, placeOf } from './commitment-order';
import type { CommitmentsWanted } from './commitments-wanted';

/** The bodies registered in an area, as at the position that is asked about. */
export type BodiesIn = (area: string) => Bodies;

/** Where a list is asked for, by whom, and what bodies there are. */
export interface Seeing {
  readonly position: Position;
  readonly audienceIn: (area: string) => Audience;
  readonly bodiesIn?: BodiesIn;
}

/**
 * The commitments wanted at a position, of one area or of all, each as the reader's audience in its area may
 * see it. A page begins after the item whose place is `after`; at one position the pages of one order, put
 * together, are the whole list, each item once. Throws `request.bad-cursor` for an `after` that is no item at
 * the position.
 */
export class CommitmentsQuery {
  constructor(
    readonly wanted: CommitmentsWanted,
    readonly seeing: Seeing,
    readonly page: { readonly after?: string; readonly limit?: number } = {},
  ) {}
}

export interface CommitmentList {
  readonly items: readonly CommitmentItem[];
  readonly next?: string;
}

@QueryHandler(CommitmentsQuery)
export class CommitmentsHandler implements IQueryHandler<CommitmentsQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ wanted, seeing, page }: CommitmentsQuery): Promise<CommitmentList> {
    const { area, meeting, sort } = wanted;
    const { position, audienceIn, bodiesIn = () => NO_BODIES } = seeing;
    const filter: Filter = { ...(meeting && { meeting }) };
    const areas = area === undefined ? areasWith(this.rows, commitmentsView, filter, seeing) : [area];
    const all = areas.flatMap((one) =>
      this.rows
        .list(commitmentsView, { ...filter, area: one }, position, audienceIn(one))
        .rows.flatMap(({ row }) => commitmentItem(row, position.asOf, bodiesIn(one)) ?? []),
    );
    const last = page.after === undefined ? undefined : itemAt(all, page.after);
    const rest = all
      .filter((item) => isWanted(item, wanted, bodiesIn(item.area)))
      .filter((item) => !last || compareItems(item, last, sort) > 0)
      .sort((a, b) => compareItems(a, b, sort));
    const items = rest.slice(0, page.limit);
    const end = items.at(-1);
    return { items, ...(end && items.length < rest.length && { next: placeOf(end) }) };
  }
}

/** What a page ended with: it may have left the list since, and still has its place there. */
function itemAt(all: readonly CommitmentItem[], place: string): CommitmentItem {
  return (
    all.find((item) => placeOf(item) === place) ??
    refuse('request.bad-cursor', 'Pass as "after" only what an answer at this position gave as "next".')
  );
}
