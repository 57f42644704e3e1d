import type { Person } from '@daybook/identity';
import type { Recorded } from '@daybook/ledger';
import type { AreaReadings, OnRecord, PagePosition, PositionAsked } from '@daybook/pages';
import type { ChangeSummary, PositionChangeItem } from './compare-positions/changes.query';
import type { ReplayStep } from './replay-history/replay.query';
import type { DraftInFull, DraftList } from './see-drafts/drafts.query';
import type { ReturnFile } from './see-return-file/return-file.query';
import type { FigureItem, VintageItem } from './see-figures/figures.query';
import type { FiguresAsked } from './see-figures/figures-wanted';
import type { TriangleRow } from './see-figures/triangle';
import type { MeasureItem } from './see-measures/measures.query';

interface One<T> {
  readonly position: PagePosition;
  readonly item: T;
}
interface Many<T> {
  readonly position: PagePosition;
  readonly items: readonly T[];
  readonly next?: string;
}
type Asked = {
  readonly area: string;
  readonly measure: string;
  readonly period: string;
  readonly breakdown?: string;
};
type Paged = { readonly after?: string; readonly limit?: number };

/** What waits for a second person: it is not on record, and so has no position. */
export interface DraftReads {
  list(person: Person, area: string): Promise<DraftList>;
  one(person: Person, id: string): Promise<DraftInFull>;
}

/** What these pages read, at a position, for a person. Methods reject with a RefusalError. */
export interface FigureReadings extends AreaReadings, OnRecord {
  readonly drafts: DraftReads;
  readonly returnFiles: { of(person: Person, index: number): Promise<ReturnFile | undefined> };
  measures(person: Person, at: PositionAsked, asked: { area?: string } & Paged): Promise<Many<MeasureItem>>;
  measure(
    person: Person,
    at: PositionAsked,
    asked: { area: string; measure: string },
  ): Promise<One<MeasureItem>>;
  figures(person: Person, at: PositionAsked, asked: FiguresAsked & Paged): Promise<Many<FigureItem>>;
  figure(person: Person, at: PositionAsked, asked: Asked): Promise<One<FigureItem>>;
  history(person: Person, at: PositionAsked, asked: Asked): Promise<Many<VintageItem>>;
  /** One record of the ledger; what the person may not read says so. */
  record(
    person: Person,
    index: number,
  ): Promise<
    | { readonly restricted: true }
    | { readonly restricted: false; readonly index: number; readonly record: Recorded }
  >;
  readonly triangles: {
    of(
      person: Person,
      at: PositionAsked,
      asked: { area: string; measure: string } & Paged,
    ): Promise<Many<TriangleRow>>;
  };
  papers(person: Person, at: PositionAsked, asked: { area?: string } & Paged): Promise<Many<PaperNamed>>;
}

/** A paper, for its title and its day. */
export interface PaperNamed {
  readonly id: string;
  readonly effectiveOn: string;
  readonly title: string;
}

/** Two positions: what is absent on one side is as on the other, and the later one is now. */
interface BetweenAsked {
  readonly from?: string;
  readonly fromBasis?: string;
  readonly to?: string;
  readonly toBasis?: string;
}
type Whose = { readonly area: string; readonly measure?: string };
interface Between {
  readonly position: PagePosition;
  readonly from: PagePosition;
}

/** A change of a figure or a definition; or of something else, which another slice tells. */
export type AnyChange = PositionChangeItem | { readonly measure: null };
interface KindCounted {
  readonly kind: string;
  readonly count: number;
}

/** What changed between two positions. Methods reject with a RefusalError. */
export interface ChangesReadings {
  readonly changes: {
    between(
      person: Person,
      asked: BetweenAsked,
      of: Whose & Paged,
    ): Promise<Between & { readonly items: readonly AnyChange[]; readonly next?: string }>;
    counted(
      person: Person,
      asked: BetweenAsked,
      of: Whose,
    ): Promise<Between & { readonly summary: ChangeSummary; readonly others: readonly KindCounted[] }>;
  };
}

/** A history, step by step. Methods reject with a RefusalError. */
export interface ReplayReadings {
  readonly replay: {
    step(
      person: Person,
      at: PositionAsked,
      asked: Whose & { readonly order?: string; readonly from?: string; readonly n?: number },
    ): Promise<{ readonly position: PagePosition; readonly step: ReplayStep }>;
  };
}
