import Database from 'libsql';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the process that owns a data directory says of itself to another that finds it taken. */
export interface Owner {
  readonly pid: number;
  /** Base address of its web server, such as `http://127.0.0.1:3000`; absent while it has none. */
  readonly address?: string;
}

/** Another process owns the data directory. Nothing was opened. */
export class DataDirectoryTaken extends Error {
  constructor(
    readonly folder: string,
    readonly owner: Owner | undefined,
  ) {
    const who = owner
      ? `process ${owner.pid}${owner.address ? `, at ${owner.address}` : ''}`
      : 'another process';
    super(
      `The data directory ${folder} is in use by ${who}. One process owns a data directory: stop it, or use it.`,
    );
  }
}

/**
 * A folder that holds one ledger: `events.db`, `keys.db`, `views.db` (which can be made again) and
 * `token.key`; or a node's part of one in a cluster: `mirror.db` and `views.db`, which can both be made
 * again; `drafts.db`, what this process took and nobody has approved yet; for the web app `sessions.db` and, unless the secret is configured, `session.key`; and, on behalf
 * of the process that has it, `lock.db` and `owner.json`. It is readable by its owner alone, and one
 * process holds it at a time: the lock is one of the operating system, let go when the process ends however
 * it ends.
 */
export class DataDirectory {
  readonly events = this.file('events.db');
  readonly mirror = this.file('mirror.db');
  readonly keys = this.file('keys.db');
  readonly drafts = this.file('drafts.db');
  readonly views = this.file('views.db');
  readonly tokenKey = this.file('token.key');
  readonly sessions = this.file('sessions.db');
  private lock: Database.Database | undefined;

  constructor(readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
  }

  /**
   * Takes the directory. Throws DataDirectoryTaken, naming who has it, where another process does, and an
   * error with the reason where it cannot be locked at all.
   */
  take(): void {
    let lock: Database.Database | undefined;
    try {
      lock = new Database(this.file('lock.db'));
      lock.exec('PRAGMA busy_timeout = 200; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE;');
    } catch (error) {
      lock?.close();
      if (isBusy(error)) throw new DataDirectoryTaken(this.folder, this.owner());
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`The data directory ${this.folder} cannot be locked by its lock.db: ${reason}`, {
        cause: error,
      });
    }
    this.lock = lock;
    this.say({ pid: process.pid });
  }

  /** Tells others where this process answers. */
  say(owner: Owner): void {
    writeFileSync(this.file('owner.json'), JSON.stringify(owner), { mode: 0o600 });
  }

  /** Who says to own it; it may be gone. */
  owner(): Owner | undefined {
    try {
      return JSON.parse(readFileSync(this.file('owner.json'), 'utf8')) as Owner;
    } catch {
      return undefined;
    }
  }

  release(): void {
    if (!this.lock) return;
    rmSync(this.file('owner.json'), { force: true });
    this.lock.exec('ROLLBACK');
    this.lock.close();
    this.lock = undefined;
  }

  private file(name: string): string {
    return join(this.folder, name);
  }
}

/** Somebody else holds the lock: `database is locked`. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}
