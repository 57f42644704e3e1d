import type { Person } from '@daybook/identity';
import type { PagePosition, PositionAsked } from '@daybook/pages';
import type { DraftInFull, DraftList } from './see-drafts/drafts.query';
import type { FigureItem, VintageItem } from './see-figures/figures.query';
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
export interface FigureReadings {
  readonly drafts: DraftReads;
  measures(person: Person, at: PositionAsked, asked: { area?: string } & Paged): Promise<Many<MeasureItem>>;
  measure(
    person: Person,
    at: PositionAsked,
    asked: { area: string; measure: string },
  ): Promise<One<MeasureItem>>;
  figures(
    person: Person,
    at: PositionAsked,
    asked: { area: string; measure?: string } & Paged,
  ): Promise<Many<FigureItem>>;
  figure(person: Person, at: PositionAsked, asked: Asked): Promise<One<FigureItem>>;
  history(person: Person, at: PositionAsked, asked: Asked): Promise<Many<VintageItem>>;
  papers(person: Person, at: PositionAsked, asked: { area?: string } & Paged): Promise<Many<PaperNamed>>;
}

/** A paper, for its title. */
export interface PaperNamed {
  readonly id: string;
  readonly title: string;
}
