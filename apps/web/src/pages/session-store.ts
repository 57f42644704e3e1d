import type { SessionStore } from '@fastify/session';
import type { Session } from 'fastify';
import Database from 'libsql';
import { createHash } from 'node:crypto';

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA busy_timeout = 2000;
  CREATE TABLE IF NOT EXISTS sessions
    (id TEXT PRIMARY KEY, expires INTEGER NOT NULL, session TEXT NOT NULL) WITHOUT ROWID;
`;

/**
 * Sessions of people signed in to the pages, in a file of their own. Ending one here ends it everywhere: the
 * cookie holds nothing but a signed id, and only the id's SHA-256 is kept, so the file alone opens no
 * session. Losing the file signs everybody out and loses nothing else.
 */
export class SqliteSessions implements SessionStore {
  private readonly db: Database.Database;
  private readonly find;
  private readonly keep;
  private readonly drop;
  private readonly expire;

  constructor(
    file: string,
    private readonly lifetimeMs: number,
    private readonly now: () => number,
  ) {
    this.db = new Database(file);
    this.db.exec(SCHEMA);
    this.find = this.db.prepare('SELECT session FROM sessions WHERE id = ? AND expires > ?').raw(true);
    this.keep = this.db.prepare('INSERT OR REPLACE INTO sessions (id, expires, session) VALUES (?, ?, ?)');
    this.drop = this.db.prepare('DELETE FROM sessions WHERE id = ?');
    this.expire = this.db.prepare('DELETE FROM sessions WHERE expires <= ?');
  }

  get(id: string, callback: (error: unknown, session?: Session | null) => void): void {
    answer(callback, () => {
      const row = this.find.get([digest(id), this.now()]) as [string] | undefined;
      return row ? (JSON.parse(row[0]) as Session) : null;
    });
  }

  set(id: string, session: Session, callback: (error?: unknown) => void): void {
    answer(callback, () => {
      this.expire.run([this.now()]);
      this.keep.run([digest(id), this.now() + this.lifetimeMs, JSON.stringify(session)]);
    });
  }

  destroy(id: string, callback: (error?: unknown) => void): void {
    answer(callback, () => {
      this.drop.run([digest(id)]);
    });
  }

  close(): void {
    this.db.close();
  }
}

function digest(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

/** Calls back with what the work gave, or with what it threw; never with both. */
function answer<T>(callback: (error: unknown, found?: T) => void, work: () => T): void {
  let found: T;
  try {
    found = work();
  } catch (error) {
    callback(error);
    return;
  }
  callback(null, found);
}
