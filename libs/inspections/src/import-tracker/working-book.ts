import type { Context, Recorded } from '@daybook/ledger';
import { copyOf, inspectionsBook, type InspectionsBook } from '../book';
import type { InspectionsEvent } from '../inspections.events';

/** Stands for what an act gets only when it is recorded. */
const NOT_RECORDED = '0000-00-00T00:00:00.000Z';

/** The book as it will be once the lines before this one are recorded; the real one stays as it is. */
export class WorkingBook {
  readonly book: InspectionsBook;
  private acts = 0;

  constructor(
    /** The book as it stands; nothing of the import is in it. */
    readonly before: InspectionsBook,
    private readonly by: Context['by'],
  ) {
    this.book = copyOf(before);
  }

  /** `at` points to the line, and stands for the id that the act has not got yet. */
  add(event: InspectionsEvent, at: string): void {
    this.acts += 1;
    const record: Recorded<InspectionsEvent> = {
      ...event,
      id: `${at}#${this.acts}`,
      stream: '',
      // After everything on record, in ledger order.
      revision: Number.MAX_SAFE_INTEGER - 10_000 + this.acts,
      commit: { n: this.acts, of: this.acts },
      recordedAt: NOT_RECORDED,
      by: this.by,
      command: { id: '', hash: '' },
    };
    inspectionsBook.evolve(this.book, record);
  }
}

/** Whether an event's id is one of an act of this import, which has no other yet. */
export function isOfThisImport(id: string): boolean {
  return id.startsWith('/lines/');
}
