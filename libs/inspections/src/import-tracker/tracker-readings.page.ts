import type { Person } from '@daybook/identity';
import type { Recorded } from '@daybook/ledger';
import type { PagePosition, PositionAsked } from '@daybook/pages';
import type { FindingReads } from '../readings.page';

interface Many<T> {
  readonly position: PagePosition;
  readonly items: readonly T[];
}

/** A paper, for its title and its day. */
export interface PaperNamed {
  readonly id: string;
  readonly title: string;
  readonly effectiveOn: string;
}

/** What the pages of a tracker read, at a position, for a person. Methods reject with a RefusalError. */
export interface TrackerReadings extends FindingReads {
  papers(person: Person, at: PositionAsked, asked: { readonly area: string }): Promise<Many<PaperNamed>>;
  /** One record of the ledger; what the person may not read says so. */
  event(
    person: Person,
    at: PositionAsked,
    index: number,
  ): Promise<{
    readonly position: PagePosition;
    readonly item:
      | { readonly restricted: true }
      | { readonly restricted: false; readonly index: number; readonly record: Recorded };
  }>;
  /** The file that the lines of a commit came in, by the ledger index of its first record. */
  readonly returnFiles: {
    of(
      person: Person,
      index: number,
    ): Promise<{ readonly name: string | null; readonly sha256: string | null } | undefined>;
  };
}
