import type { Person } from '@daybook/identity';
import type { AreaReadings, OnRecord, PagePosition, PositionAsked } from '@daybook/pages';
import type { FindingInFull } from './see-findings/finding.query';
import type { FindingItem } from './see-findings/finding-item';
import type { FindingsAsked } from './see-findings/findings-wanted';
import type { InspectionItem } from './see-inspections/inspections.query';

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

/** Findings, as the tracker and a finding's own page read them. */
export interface FindingReads {
  readonly findings: {
    list(person: Person, at: PositionAsked, asked: FindingsAsked & Paged): Promise<Many<FindingItem>>;
    one(
      person: Person,
      at: PositionAsked,
      which: { readonly id: string; readonly area?: string },
    ): Promise<One<FindingInFull>>;
  };
}

/** Inspections, for their titles. */
export interface InspectionReads {
  readonly inspections: {
    list(person: Person, at: PositionAsked, asked: { readonly area?: string }): Promise<Many<InspectionItem>>;
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
export type InspectionReadings = AreaReadings & OnRecord & FindingReads & InspectionReads & PaperReads;
