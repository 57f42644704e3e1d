import type { Person } from '@daybook/identity';
import type { AreaReadings, Names, PagePosition, PositionAsked } from '@daybook/pages';
import type { Bodies, TimelineEntry } from '@daybook/provenance';
import type { CommitmentInFull } from './commitments/see-commitments/commitment.query';
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

interface One<T> {
  readonly position: PagePosition;
  readonly item: T;
}

export interface PaperReads {
  papers(
    person: Person,
    at: PositionAsked,
    asked: { readonly area: string },
  ): Promise<Many<{ readonly id: string; readonly title: string }>>;
}

/** Bodies and offices, as rules know them and as they are called. */
export interface BodyReads {
  readonly bodies: {
    registered(person: Person, at: PositionAsked, area: string): Promise<Bodies>;
    names(person: Person, at: PositionAsked, area: string): Promise<Names>;
  };
}

export interface CommitmentReads {
  readonly commitments: {
    one(
      person: Person,
      at: PositionAsked,
      which: { readonly id: string; readonly area: string },
    ): Promise<One<CommitmentInFull>>;
  };
}

/** What the forms about commitments read. */
export type ActingOnCommitments = CommitmentReads & BodyReads & PaperReads;

/** What these pages read, at a position, for a person. Methods reject with a RefusalError. */
export type ScrutinyReadings = AreaReadings & OverviewReads & ActingOnCommitments;
