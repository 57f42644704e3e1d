import Database from 'libsql';
import type { Actor } from '../record';
import { Drafts, type Draft, type DraftBegun, type DraftEnding } from './drafts';

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  CREATE TABLE IF NOT EXISTS drafts (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    stream TEXT NOT NULL,
    name TEXT NOT NULL,
    by TEXT NOT NULL,
    hash TEXT NOT NULL,
    held_at TEXT NOT NULL,
    keys TEXT,
    body TEXT,
    begun TEXT,
    ending TEXT
  );
  CREATE INDEX IF NOT EXISTS drafts_of_stream ON drafts (stream);
`;
const COLUMNS = 'id, stream, name, by, hash, held_at, keys, body, begun, ending';

type Row = [
  id: string,
  stream: string,
  name: string,
  by: string,
  hash: string,
  heldAt: string,
  keys: string | null,
  body: string | null,
  begun: string | null,
  ending: string | null,
];

/**
 * `drafts.db`: a row a draft. One that ended keeps who did what and when, and no byte of its body stays in
 * the file. `:memory:` for unit tests.
 */
export class SqliteDrafts extends Drafts {
  private readonly db: Database.Database;

  constructor(file: string) {
    super();
    this.db = new Database(file);
    this.db.exec(SCHEMA);
    // A file of before this was noted.
    const columns = this.db.prepare('PRAGMA table_info(drafts)').raw(true).all([]) as [number, string][];
    if (!columns.some(([, name]) => name === 'begun'))
      this.db.exec('ALTER TABLE drafts ADD COLUMN begun TEXT');
  }

  async keep(draft: Draft): Promise<void> {
    const { id, stream, name, by, hash, heldAt, keys, body } = draft;
    this.db
      .prepare(
        `INSERT INTO drafts (id, stream, name, by, hash, held_at, keys, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO NOTHING`,
      )
      .run([id, stream, name, JSON.stringify(by), hash, heldAt, JSON.stringify(keys), JSON.stringify(body)]);
  }

  async find(id: string): Promise<Draft | undefined> {
    return this.select('id = ?', [id])[0];
  }

  async list(stream: string): Promise<readonly Draft[]> {
    return [
      ...this.select('stream = ? AND ending IS NULL ORDER BY n', [stream]),
      ...this.select('stream = ? AND ending IS NOT NULL ORDER BY n DESC', [stream]),
    ];
  }

  async waiting(): Promise<readonly Draft[]> {
    return this.select('ending IS NULL ORDER BY n', []);
  }

  async note(id: string, begun: DraftBegun | null): Promise<void> {
    this.db
      .prepare('UPDATE drafts SET begun = ? WHERE id = ? AND ending IS NULL')
      .run([begun && JSON.stringify(begun), id]);
  }

  async end(id: string, ending: DraftEnding): Promise<void> {
    // What is on record keeps its keys; there is nothing to clear.
    const keys = ending.how === 'approved' ? 'NULL' : 'keys';
    this.db
      .prepare(`UPDATE drafts SET ending = ?, body = NULL, keys = ${keys} WHERE id = ? AND ending IS NULL`)
      .run([JSON.stringify(ending), id]);
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  async uncleared(): Promise<readonly Draft[]> {
    return this.select('ending IS NOT NULL AND keys IS NOT NULL ORDER BY n', []);
  }

  async cleared(id: string): Promise<void> {
    this.db.prepare('UPDATE drafts SET keys = NULL WHERE id = ? AND ending IS NOT NULL').run([id]);
  }

  async close(): Promise<void> {
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.db.close();
  }

  private select(where: string, values: readonly string[]): Draft[] {
    const rows = this.db
      .prepare(`SELECT ${COLUMNS} FROM drafts WHERE ${where}`)
      .raw(true)
      .all([...values]);
    return (rows as Row[]).map(draftOf);
  }
}

function draftOf([id, stream, name, by, hash, heldAt, keys, body, begun, ending]: Row): Draft {
  return {
    id,
    stream,
    name,
    by: JSON.parse(by) as Actor,
    hash,
    heldAt,
    keys: JSON.parse(keys ?? '[]') as string[],
    body: body === null ? null : (JSON.parse(body) as object),
    begun: begun === null ? null : (JSON.parse(begun) as DraftBegun),
    ending: ending === null ? null : (JSON.parse(ending) as DraftEnding),
  };
}
