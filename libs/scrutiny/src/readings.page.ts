import type { Person } from '@daybook/identity';
import type { AreaReadings, Names, OnRecord, PagePosition, PositionAsked } from '@daybook/pages';
import type { Bodies, TimelineEntry } from '@daybook/provenance';
import type { CommitmentItem } from './commitments/see-commitments/commitment-item';
import type { CommitmentInFull } from './commitments/see-commitments/commitment.query';
import type { CommitmentsAsked } from './commitments/see-commitments/commitments-wanted';
import type { TimelineAsked } from './holding-to-account/timeline-wanted';

interface One<T> {
  readonly position: PagePosition;
  readonly item: T;
}
interface Many<T> {
  readonly position: PagePosition;
  readonly items: readonly T[];
  readonly next?: string;
}
type Paged = { readonly after?: string; readonly limit?: number };
/** A thing by its id; without an area, that of the area which recorded it first. */
interface Which {
  readonly id: string;
  readonly area?: string;
}

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

/** Papers, for their titles. */
export interface PaperReads {
  papers(
    person: Person,
    at: PositionAsked,
    asked: { readonly area?: string },
  ): Promise<Many<{ readonly id: string; readonly title: string }>>;
}

/** Bodies and offices, as rules know them and as they are called. */
export interface BodyReads {
  readonly bodies: {
    registered(person: Person, at: PositionAsked, area: string): Promise<Bodies>;
    names(person: Person, at: PositionAsked, area: string): Promise<Names>;
  };
}

/** Commitments, as their list and their own pages read them. */
export interface CommitmentReads {
  readonly commitments: {
    list(person: Person, at: PositionAsked, asked: CommitmentsAsked & Paged): Promise<Many<CommitmentItem>>;
    one(person: Person, at: PositionAsked, which: Which): Promise<One<CommitmentInFull>>;
  };
}

/** What the forms about commitments read. */
export type ActingOnCommitments = CommitmentReads & BodyReads & PaperReads;

/** What these pages read, at a position, for a person. Methods reject with a RefusalError. */
export type ScrutinyReadings = AreaReadings & OnRecord & OverviewReads & ActingOnCommitments;
