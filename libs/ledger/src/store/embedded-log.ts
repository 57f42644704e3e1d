import Database from 'libsql';
import type { Recorded, StoredEntry } from '../record';

/**
 * `events.db`: store and catalogue in one. `at` is the latest `recordedAt` so far in milliseconds, so that
 * it never falls and a date finds its ledger size by binary search. `command` is 48 bits of the command id,
 * on the first record of a commit only: enough to find a commit by its command without indexing whole uuids.
 */
export const SCHEMA = `
  CREATE TABLE IF NOT EXISTS streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS records (
    idx INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    at INTEGER NOT NULL,
    command INTEGER,
    hash BLOB NOT NULL,
    bytes BLOB NOT NULL
  );
  CREATE UNIQUE INDEX IF NOT EXISTS records_by_stream ON records (stream, revision);
  CREATE INDEX IF NOT EXISTS records_by_command ON records (command) WHERE command IS NOT NULL;
`;
export const COLUMNS = 'idx, hash, bytes';

export type Row = [number, Buffer, Buffer];
export function toEntry([index, hash, bytes]: Row): StoredEntry {
  const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { index, hash, bytes: own, record: JSON.parse(own.toString('utf8')) as Recorded };
}

/**
 * 48 bits of a uuid as an integer that a double holds exactly. Both ends count: version 1 ends alike for
 * every id of one machine, version 7 begins alike for every id of one second.
 */
export function commandHash(commandId: string): number {
  const start = Number.parseInt(commandId.slice(0, 8) + commandId.slice(9, 13), 16);
  return (start + Number.parseInt(commandId.slice(-12), 16)) % 2 ** 48;
}

/** Reading a log: what the store does, and the projector's thread, beside another connection that writes. */
export class EmbeddedLog {
  protected readonly db: Database.Database;
  private readonly byIndex;
  private readonly byStream;
  private readonly byCommand;
  private readonly timeAt;
  private readonly lastIndex;

  protected constructor(db: Database.Database) {
    this.db = db;
    this.byIndex = db.prepare(`SELECT ${COLUMNS} FROM records WHERE idx >= ? ORDER BY idx LIMIT ?`).raw(true);
    this.byStream = db
      .prepare(
        `SELECT ${COLUMNS} FROM records
         WHERE stream = (SELECT id FROM streams WHERE name = ?) AND revision >= ? ORDER BY revision LIMIT ?`,
      )
      .raw(true);
    this.byCommand = db
      .prepare(`SELECT ${COLUMNS} FROM records WHERE command = ? AND idx > ? ORDER BY idx LIMIT 1`)
      .raw(true);
    this.timeAt = db.prepare('SELECT at FROM records WHERE idx = ?').raw(true);
    this.lastIndex = db.prepare('SELECT max(idx) FROM records').raw(true);
  }

  async readAll(fromIndex: number, limit: number): Promise<StoredEntry[]> {
    return (this.byIndex.all([fromIndex, limit]) as Row[]).map(toEntry);
  }

  async readStream(stream: string, fromRevision: number, limit: number): Promise<StoredEntry[]> {
    return (this.byStream.all([stream, fromRevision, limit]) as Row[]).map(toEntry);
  }

  async size(): Promise<number> {
    const [last] = this.lastIndex.get([]) as [number | null];
    return last === null ? 0 : last + 1;
  }

  async findCommand(commandId: string): Promise<StoredEntry[]> {
    const hash = commandHash(commandId);
    for (let after = -1; ;) {
      // One by one: nearly always there is none, and then this is what every new command costs.
      const row = this.byCommand.get([hash, after]) as Row | undefined;
      if (!row) return [];
      const { index, record } = toEntry(row);
      if (record.command.id === commandId) return this.readAll(index, record.commit.of);
      after = index;
    }
  }

  async commitFloor(size: number): Promise<number> {
    const end = await this.size();
    if (size >= end) return end;
    const [next] = await this.readAll(size, 1);
    return next ? size - (next.record.commit.n - 1) : end;
  }

  async sizeAt(before: number): Promise<number> {
    let low = 0;
    let high = await this.size();
    while (low < high) {
      const middle = (low + high) >>> 1;
      const [at] = this.timeAt.get([middle]) as [number];
      if (at < before) low = middle + 1;
      else high = middle;
    }
    return this.commitFloor(low);
  }

  async close(): Promise<void> {
    this.db.close();
  }
}

/** A read-only connection of its own on `events.db`, for another thread or process. */
export class EmbeddedLogReader extends EmbeddedLog {
  constructor(file: string) {
    const db = new Database(file);
    db.exec('PRAGMA busy_timeout = 5000; PRAGMA query_only = ON;');
    super(db);
  }
}
