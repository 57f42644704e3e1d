import type { Person } from '@daybook/identity';
import type { AreaReadings, PagePosition, PositionAsked } from '@daybook/pages';
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
