import type { TextKey } from './sealed-text';

/**
 * Where the keys of sealed texts live: outside the ledger, so that erasing one erases its text everywhere at
 * once and breaks no hash.
 */
export interface KeyStore {
  /** The keys on record among `ids`; one that was erased answers `erased`, one never stored is absent. */
  find(ids: readonly string[]): Promise<ReadonlyMap<string, TextKey | 'erased'>>;
  /**
   * Stores keys and flushes them before it resolves; to false where another key, or an erasure, stood under
   * one of the ids already, which is left as it is: seal again, with what `find` gives. Must be called
   * before the record that needs them is appended: were the process to die in between, an unused key is
   * left over, never a text that nobody can open.
   */
  put(keys: ReadonlyMap<string, TextKey>): Promise<boolean>;
  /** Destroys a key for ever; one that was never stored can never be. Backups made before still hold it. */
  erase(id: string): Promise<void>;
  close(): Promise<void>;
}
