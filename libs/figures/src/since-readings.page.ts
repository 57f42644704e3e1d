import type { Person } from '@daybook/identity';
import type { PagePosition, PositionAsked } from '@daybook/pages';
import type { PaperItem } from '@daybook/register';
import type { ExpectedItem } from './see-expected/expected.query';
import type { PaperFigures } from './see-papers/paper-figures.query';
import type { ReturnItem, ReturnWithLines } from './see-returns/returns.query';
import type { UnexplainedChange } from './see-unexplained/unexplained.query';

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

/** What the pages of returns, papers, calendars and unexplained changes read. */
export interface SinceReadings {
  readonly returns: {
    list(
      person: Person,
      at: PositionAsked,
      asked: { area: string; paper?: string; body?: string } & Paged,
    ): Promise<Many<ReturnItem>>;
    one(person: Person, at: PositionAsked, index: number): Promise<One<ReturnWithLines>>;
    paper(person: Person, at: PositionAsked, id: string): Promise<One<PaperItem & PaperFigures>>;
    expected(
      person: Person,
      at: PositionAsked,
      asked: { area: string; measure?: string; state?: string } & Paged,
    ): Promise<Many<ExpectedItem>>;
    unexplained(
      person: Person,
      at: PositionAsked,
      asked: { area: string; measure?: string } & Paged,
    ): Promise<Many<UnexplainedChange>>;
  };
}
