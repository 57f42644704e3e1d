import type { StoredEntry } from '@daybook/ledger';

/**
 * What the views need of a log; every event store is one. Entries come in order, without gaps, from
 * `fromIndex` on.
 */
export interface LogReader {
  readAll(fromIndex: number, limit: number): Promise<StoredEntry[]>;
  size(): Promise<number>;
}
