import Database from 'libsql';
import type { KeyStore } from './key-store';
import type { TextKey } from './sealed-text';

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  CREATE TABLE IF NOT EXISTS keys (id TEXT PRIMARY KEY, key BLOB, nonce BLOB) WITHOUT ROWID;
  DROP INDEX IF EXISTS erased;
`;

type Waiting = {
  readonly keys: ReadonlyMap<string, TextKey>;
  readonly resolve: (asGiven: boolean) => void;
  readonly reject: (failure: unknown) => void;
};

/**
 * `keys.db`: a row a text; an erased key leaves its id behind with nothing in it. `:memory:` for unit
 * tests.
 */
export class SqliteKeyStore implements KeyStore {
  private readonly db: Database.Database;
  private readonly select;
  private readonly insertAll;
  private waiting: Waiting[] = [];

  constructor(file: string) {
    this.db = new Database(file);
    this.db.exec(SCHEMA);
    this.select = this.db.prepare('SELECT key, nonce FROM keys WHERE id = ?').raw(true);
    const insert = this.db.prepare('INSERT OR IGNORE INTO keys (id, key, nonce) VALUES (?, ?, ?)');
    const stored = ([id, { key, nonce }]: [string, TextKey]): boolean =>
      insert.run([id, key, nonce]).changes > 0 || this.holds(id, key);
    this.insertAll = this.db.transaction((groups: readonly ReadonlyMap<string, TextKey>[]) =>
      groups.map((keys) => [...keys].map(stored).every(Boolean)),
    ) as (groups: readonly ReadonlyMap<string, TextKey>[]) => boolean[];
  }

  async find(ids: readonly string[]): Promise<ReadonlyMap<string, TextKey | 'erased'>> {
    const found = new Map<string, TextKey | 'erased'>();
    for (const id of ids) {
      const row = this.select.get([id]) as [Buffer | null, Buffer | null] | undefined;
      if (row)
        found.set(id, row[0] && row[1] ? { key: Buffer.from(row[0]), nonce: Buffer.from(row[1]) } : 'erased');
    }
    return found;
  }

  /**
   * Puts that arrive together share one flush. When it fails, every one of them is rejected and none is
   * stored.
   */
  put(keys: ReadonlyMap<string, TextKey>): Promise<boolean> {
    if (keys.size === 0) return Promise.resolve(true);
    return new Promise((resolve, reject) => {
      this.waiting.push({ keys, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => this.flush());
    });
  }

  private flush(): void {
    const group = this.waiting;
    this.waiting = [];
    if (group.length === 0) return;
    try {
      const asGiven = this.insertAll(group.map(({ keys }) => keys));
      for (const [i, { resolve }] of group.entries()) resolve(asGiven[i] ?? false);
    } catch (failure) {
      for (const { reject } of group) reject(failure);
    }
  }

  async erase(id: string): Promise<void> {
    this.db
      .prepare('INSERT INTO keys (id) VALUES (?) ON CONFLICT (id) DO UPDATE SET key = NULL, nonce = NULL')
      .run([id]);
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  async close(): Promise<void> {
    this.flush();
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.db.close();
  }

  private holds(id: string, key: Buffer): boolean {
    const [standing] = this.select.get([id]) as [Buffer | null];
    return standing !== null && key.equals(Buffer.from(standing));
  }
}
