import type { TextKey } from './sealed-text';

/**
 * Where the keys of sealed texts live: outside the ledger, so that erasing one erases its text everywhere at
 * once and breaks no hash.
 */
export interface KeyStore {
  /** The keys on record among `ids`; one that was erased answers `erased`, one never stored is absent. */
  find(ids: readonly string[]): Promise<ReadonlyMap<string, TextKey | 'erased'>>;
  /**
   * Stores keys and flushes them before it resolves; a key that is there already is left as it is. Must be
   * called before the record that needs them is appended: were the process to die in between, an unused key
   * is left over, never a text that nobody can open.
   */
  put(keys: ReadonlyMap<string, TextKey>): Promise<void>;
  /** Destroys a key for ever. Backups made before still hold it. */
  erase(id: string): Promise<void>;
  /** How many keys have been erased so far; answers that showed a text change with it. */
  erasures(): Promise<number>;
  close(): Promise<void>;
}
