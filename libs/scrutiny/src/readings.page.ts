import type { Person } from '@daybook/identity';
import type { AreaReadings, PagePosition, PositionAsked } from '@daybook/pages';
import type { TimelineEntry } from '@daybook/provenance';
import type { TimelineAsked } from './holding-to-account/timeline-wanted';

interface Many<T> {
  readonly position: PagePosition;
  readonly items: readonly T[];
  readonly next?: string;
}
type Paged = { readonly after?: string; readonly limit?: number };

/** The whole relationship: the timeline of all that was said. */
export interface OverviewReads {
  readonly overview: {
    timeline(
      person: Person,
      at: PositionAsked,
      asked: TimelineAsked & Paged & { readonly area: string },
    ): Promise<Many<TimelineEntry>>;
  };
}

/** What these pages read, at a position, for a person. Methods reject with a RefusalError. */
export type ScrutinyReadings = AreaReadings & OverviewReads;
