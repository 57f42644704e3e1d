import type { Person } from '@daybook/identity';
import type { AreaReadings, Names, OnRecord, PagePosition, PositionAsked } from '@daybook/pages';
import type { HangingKind } from './plans/hanging';
import type {
  FormerPriorityItem,
  PlacedItem,
  PlanHistoryItem,
  PlanItem,
  PriorityItem,
} from './plans/see-plans/plan-item';
import type { BodyInFull } from './bodies/see-bodies/bodies.query';
import type { BodyItem } from './bodies/see-bodies/body-item';
import type { PaperItem } from './see-papers/papers.query';

/** What these pages read, at a position, for a person. Methods reject with a RefusalError. */
export interface PaperReadings extends AreaReadings {
  papers(
    person: Person,
    at: PositionAsked,
    asked: { area?: string; after?: string; limit?: number },
  ): Promise<{
    readonly position: PagePosition;
    readonly items: readonly PaperItem[];
    readonly next?: string;
  }>;
}

interface One<T> {
  readonly position: PagePosition;
  readonly item: T;
}
interface Many<T> {
  readonly position: PagePosition;
  readonly items: readonly T[];
}

/** A priority, and how much hangs from it. */
export interface PriorityShown extends PriorityItem {
  readonly counts: Readonly<Record<`${HangingKind}s` | 'unanswered' | 'overdue', number>>;
}

/** A plan as its page shows it. */
export interface PlanShown extends Omit<PlanItem, 'priorities'> {
  readonly priorities: readonly PriorityShown[];
  readonly former: readonly FormerPriorityItem[];
  readonly history: readonly PlanHistoryItem[];
}

/** Something that can hang from a priority. */
export interface CanHang {
  readonly kind: HangingKind;
  readonly reference: string;
  readonly title: string;
}

/** Plans, and what hangs from their priorities. */
export interface PlanReads {
  readonly plans: {
    list(person: Person, at: PositionAsked, of: { readonly area: string }): Promise<Many<PlanItem>>;
    one(
      person: Person,
      at: PositionAsked,
      which: { readonly id: string; readonly area: string },
    ): Promise<One<PlanShown>>;
    priority(
      person: Person,
      at: PositionAsked,
      which: { readonly id: string; readonly area: string; readonly priority: string },
    ): Promise<
      One<PriorityItem & { readonly placed: readonly PlacedItem[]; readonly notOnRecord: readonly string[] }>
    >;
    /** Everything of an area that can hang from a priority. */
    canHang(person: Person, at: PositionAsked, of: { readonly area: string }): Promise<Many<CanHang>>;
  };
}

/** What bodies are called. */
export interface NameReads {
  readonly bodies: {
    names(person: Person, at: PositionAsked, area: string): Promise<Names>;
  };
}

/** Bodies and offices, as their pages read them. */
export interface BodyReads {
  readonly bodies: NameReads['bodies'] & {
    list(person: Person, at: PositionAsked, of: { readonly area: string }): Promise<Many<BodyItem>>;
    one(
      person: Person,
      at: PositionAsked,
      which: { readonly id: string; readonly area: string },
    ): Promise<One<BodyInFull>>;
  };
}

/** What pages about bodies read. */
export type BodyReadings = BodyReads & PaperReadings & OnRecord;

/** What pages about plans read. */
export type PlanReadings = PlanReads & PaperReadings & NameReads & OnRecord;
