import type { Person } from '@daybook/identity';
import type { AreaReadings, Names, OnRecord, PagePosition, PositionAsked } from '@daybook/pages';
import type { Bodies, TimelineEntry } from '@daybook/provenance';
import type { CitedFigure } from './citing/cited.page';
import type { Leaning } from './citing/leaning';
import type { CommitmentItem } from './commitments/see-commitments/commitment-item';
import type { CommitmentInFull } from './commitments/see-commitments/commitment.query';
import type { CommitmentsAsked } from './commitments/see-commitments/commitments-wanted';
import type { DecisionInFull } from './decisions/see-decisions/decision-in-full';
import type { DecisionItem } from './decisions/see-decisions/decision-item';
import type { DecisionsWanted } from './decisions/see-decisions/decisions.query';
import type { TimelineAsked } from './holding-to-account/timeline-wanted';
import type { MeetingInFull } from './meetings/see-meetings/meeting-in-full';
import type { MeetingItem } from './meetings/see-meetings/meeting-item';
import type { MeetingsAsked } from './meetings/see-meetings/meetings-wanted';
import type { QuestionInFull } from './questions/see-questions/question-in-full';
import type { QuestionItem } from './questions/see-questions/question-item';
import type { QuestionsAsked } from './questions/see-questions/questions-wanted';

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

/** Commitments, as their list and their own pages read them. */
export interface CommitmentReads {
  readonly commitments: {
    list(person: Person, at: PositionAsked, asked: CommitmentsAsked & Paged): Promise<Many<CommitmentItem>>;
    one(person: Person, at: PositionAsked, which: Which): Promise<One<CommitmentInFull<CitedFigure>>>;
  };
}

/** What the forms about commitments read. */
export type ActingOnCommitments = CommitmentReads & BodyReads & PaperReads & MeasureReads;

/** Meetings: the list of an area, and one in full. */
export interface MeetingReads {
  readonly meetings: {
    list(person: Person, at: PositionAsked, asked: MeetingsAsked & Paged): Promise<Many<MeetingItem>>;
    one(person: Person, at: PositionAsked, which: Which): Promise<One<MeetingInFull>>;
  };
}

/** Questions; what their answers cite is told with what became of it. */
export interface QuestionReads {
  readonly questions: {
    list(person: Person, at: PositionAsked, asked: QuestionsAsked & Paged): Promise<Many<QuestionItem>>;
    one(
      person: Person,
      at: PositionAsked,
      which: { readonly id: string; readonly area?: string },
    ): Promise<One<QuestionInFull<CitedFigure>>>;
  };
}

/** Decisions; what they rest on is told with what became of it. */
export interface DecisionReads {
  readonly decisions: {
    list(
      person: Person,
      at: PositionAsked,
      asked: Omit<DecisionsWanted, 'status'> & { readonly status?: string } & Paged,
    ): Promise<Many<DecisionItem>>;
    one(person: Person, at: PositionAsked, which: Which): Promise<One<DecisionInFull<CitedFigure>>>;
  };
}

/** What was said that rests on a figure. */
export type LeaningTold = Omit<Leaning, 'cites'> & { readonly cites: CitedFigure };
type OfFigures = {
  readonly area: string;
  readonly measure?: string;
  readonly period?: string;
  readonly breakdown?: string;
};
export interface LeaningReads {
  readonly leaning: {
    /** What rests on a vintage that stands no longer. */
    list(person: Person, at: PositionAsked, of: OfFigures): Promise<Many<LeaningTold>>;
    /** The same, and what rests on one that stands. */
    said(person: Person, at: PositionAsked, of: OfFigures): Promise<Many<LeaningTold>>;
  };
}

/** Bodies and offices: what they are called, and who is within whom. */
export interface BodyReads {
  readonly bodies: {
    names(person: Person, at: PositionAsked, area: string): Promise<Names>;
    registered(person: Person, at: PositionAsked, area: string): Promise<Bodies>;
  };
}

/** Papers and measures, to choose one in a form. */
export interface PaperReads {
  papers(
    person: Person,
    at: PositionAsked,
    asked: { readonly area?: string },
  ): Promise<Many<{ readonly id: string; readonly title: string }>>;
}
export interface MeasureReads {
  measures(
    person: Person,
    at: PositionAsked,
    asked: { readonly area?: string },
  ): Promise<Many<{ readonly id: string; readonly title: string }>>;
}

/** What these pages read, at a position, for a person. Methods reject with a RefusalError. */
export type ScrutinyReadings = AreaReadings &
  OverviewReads &
  OnRecord &
  MeetingReads &
  QuestionReads &
  DecisionReads &
  LeaningReads &
  CommitmentReads &
  BodyReads &
  PaperReads &
  MeasureReads;
