import type { StoredEntry } from '@daybook/ledger';
import type { LogReader } from './log-reader';

/** Records this near each other are read at one go. */
const NEAR = 4;

/** Finds records in the log again: for a late one to be folded between them, or for a list of some. */
export class Recollection {
  constructor(private readonly log: LogReader) {}

  /** The records at these indexes, which are in ascending order. */
  async recall(indexes: readonly number[]): Promise<ReadonlyMap<number, StoredEntry>> {
    const found = new Map<number, StoredEntry>();
    for (let i = 0; i < indexes.length;) {
      const first = indexes[i]!;
      let last = first;
      while (++i < indexes.length && indexes[i]! - last <= NEAR) last = indexes[i]!;
      for (const entry of await this.log.readAll(first, last - first + 1)) found.set(entry.index, entry);
    }
    return found;
  }
}
