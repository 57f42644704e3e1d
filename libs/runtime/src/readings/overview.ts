import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import { FindingTimelineQuery } from '@daybook/inspections';
import { isInTimeline, newestFirst, type TimelineEntry } from '@daybook/provenance';
import { ScrutinyTimelineQuery, readTimelineWanted, type TimelineAsked } from '@daybook/scrutiny';
import type { Many } from '../answers';
import type { PositionRequest, ResolvedPosition } from '../positions';

/** What needs asking, the timeline, and the pack for a meeting. Methods throw RefusalError. */
export class OverviewReadings {
  constructor(
    protected readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    protected readonly dispatcher: Pick<Dispatcher, 'query'>,
  ) {}

  /**
   * What was said of meetings, questions, commitments, decisions and findings of an area, the newest first;
   * a page begins after the record whose index is `after`. Throws `scrutiny.bad-filter`.
   */
  async timeline(
    person: Person,
    at: PositionRequest,
    { area, after, limit, ...asked }: TimelineAsked & Paged & { readonly area: string },
  ): Promise<Many<TimelineEntry>> {
    const wanted = readTimelineWanted(asked);
    const position = await this.resolve(at);
    const audience = audienceFor(person, area);
    const found = await Promise.all(
      [
        new ScrutinyTimelineQuery(area, position, audience),
        new FindingTimelineQuery(area, position, audience),
      ].map((query) => this.dispatcher.query<readonly TimelineEntry[]>(person, 'timeline', query)),
    );
    const all = found
      .flat()
      .filter((entry) => isInTimeline(entry, wanted))
      .sort(newestFirst);
    const from = after === undefined ? 0 : all.findIndex((entry) => placeOf(entry) === after) + 1;
    const items = all.slice(from, limit === undefined ? undefined : from + limit);
    const last = items.at(-1);
    return { position, items, ...(last && from + items.length < all.length && { next: placeOf(last) }) };
  }
}

type Paged = { readonly after?: string; readonly limit?: number };

/** One event about several findings is an entry of each. */
function placeOf({ index, reference }: TimelineEntry): string {
  return `${index} ${reference}`;
}
