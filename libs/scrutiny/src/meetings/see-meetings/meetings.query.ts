import { refuse } from '@daybook/ledger';
import { Rows, areasWith, type Looking } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { meetingsView } from '../../histories.view';
import { meetingItem, type MeetingItem } from './meeting-item';
import type { MeetingsWanted } from './meetings-wanted';

/**
 * Meetings at a position, of one area or of all, the latest day first, and what has no day before them. A
 * page begins after the meeting whose place is `after`. Throws `request.bad-cursor` for an `after` that is no
 * meeting at the position.
 */
export class MeetingsQuery {
  constructor(
    readonly wanted: MeetingsWanted,
    readonly looking: Looking,
    readonly page: { readonly after?: string; readonly limit?: number } = {},
  ) {}
}

export interface MeetingList {
  readonly items: readonly MeetingItem[];
  readonly next?: string;
}

@QueryHandler(MeetingsQuery)
export class MeetingsHandler implements IQueryHandler<MeetingsQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ wanted, looking, page }: MeetingsQuery): Promise<MeetingList> {
    const { position, audienceIn } = looking;
    const areas = wanted.area === undefined ? areasWith(this.rows, meetingsView, {}, looking) : [wanted.area];
    const all = areas.flatMap((area) =>
      this.rows
        .list(meetingsView, { area }, position, audienceIn(area))
        .rows.flatMap(({ row }) => meetingItem(row, position.asOf) ?? []),
    );
    const last = page.after === undefined ? undefined : itemAt(all, page.after);
    const rest = all
      .filter((item) => isWanted(item, wanted) && (!last || latestFirst(item, last) > 0))
      .sort(latestFirst);
    const items = rest.slice(0, page.limit);
    const end = items.at(-1);
    return { items, ...(end && items.length < rest.length && { next: placeOf(end) }) };
  }
}

function isWanted({ body, status, on }: MeetingItem, wanted: MeetingsWanted): boolean {
  if (wanted.body !== undefined && body !== wanted.body) return false;
  if (wanted.status !== undefined && status !== wanted.status) return false;
  if (wanted.from !== undefined && (on === null || on < wanted.from)) return false;
  return wanted.to === undefined || (on !== null && on <= wanted.to);
}

function placeOf({ area, id }: MeetingItem): string {
  return `${area}/${id}`;
}

function latestFirst(a: MeetingItem, b: MeetingItem): number {
  const [dayA, dayB] = [a.on ?? '9999-12-31', b.on ?? '9999-12-31'];
  if (dayA !== dayB) return dayA < dayB ? 1 : -1;
  return placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0;
}

/** What a page ended with: it may have left the list since, and still has its place there. */
function itemAt(all: readonly MeetingItem[], place: string): MeetingItem {
  return (
    all.find((item) => placeOf(item) === place) ??
    refuse('request.bad-cursor', 'Pass as "after" only what an answer at this position gave as "next".')
  );
}
