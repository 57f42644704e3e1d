import type { Person } from '@daybook/identity';
import type { AreaReadings, OnRecord, PagePosition, PositionAsked } from '@daybook/pages';
import type { FindingInFull } from './see-findings/finding.query';
import type { FindingItem } from './see-findings/finding-item';
import type { FindingsAsked } from './see-findings/findings-wanted';
import type { FindingCounts } from './see-findings/finding-counts.query';
import type { GradeInHistory } from './see-grades/grade-history';
import type { InspectionInFull, InspectionItem } from './see-inspections/inspections.query';
import type { ResponseItem } from './see-response/response-item';
import type { ScaleItem } from './see-scales/scales.query';
import type { TallyItem } from './see-tallies/tallies.query';

interface One<T> {
  readonly position: PagePosition;
  readonly item: T;
}
interface Many<T> {
  readonly position: PagePosition;
  readonly items: readonly T[];
  readonly next?: string;
}
/** A thing by its id; without an area, that of the area which recorded it first. */
interface Which {
  readonly id: string;
  readonly area?: string;
}
type Paged = { readonly after?: string; readonly limit?: number };

/** What boards were told, beside what the ledger counts. */
export interface TallyReads {
  readonly tallies: {
    list(person: Person, at: PositionAsked, of: { readonly area: string }): Promise<Many<TallyItem>>;
  };
}

/** Findings, as the tracker and a finding's own page read them. */
export interface FindingReads {
  readonly findings: {
    list(person: Person, at: PositionAsked, asked: FindingsAsked & Paged): Promise<Many<FindingItem>>;
    one(person: Person, at: PositionAsked, which: Which): Promise<One<FindingInFull>>;
  };
}

/** Inspections, and the grades that they gave. */
export interface InspectionReads {
  readonly inspections: {
    list(
      person: Person,
      at: PositionAsked,
      asked: { readonly area?: string; readonly kind?: string } & Paged,
    ): Promise<Many<InspectionItem>>;
    one(person: Person, at: PositionAsked, which: Which): Promise<One<InspectionInFull>>;
    grades(person: Person, at: PositionAsked, of: { readonly area: string }): Promise<Many<GradeInHistory>>;
    scales(person: Person, at: PositionAsked, of: { readonly area?: string }): Promise<Many<ScaleItem>>;
  };
}

/** How many findings stood in which status, day by day. */
export interface CountReads {
  readonly findings: {
    counts(person: Person, at: PositionAsked, of: { readonly area: string }): Promise<Many<FindingCounts>>;
  };
}

/** Responses under section 55. */
export interface ResponseReads {
  readonly responses: {
    one(person: Person, at: PositionAsked, which: Which): Promise<One<ResponseItem>>;
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

/** What this slice's pages read, at a position, for a person. Methods reject with a RefusalError. */
export type InspectionReadings = AreaReadings &
  OnRecord &
  FindingReads &
  InspectionReads &
  CountReads &
  ResponseReads &
  TallyReads &
  PaperReads;
