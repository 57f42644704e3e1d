import Database from 'libsql';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Observable, Subject } from 'rxjs';
import type { Prepared } from '../canonical';
import type { StoredEntry } from '../record';
import { COLUMNS, EmbeddedLog, SCHEMA, commandHash, toEntry, type Row } from './embedded-log';
import { NO_STREAM, RevisionConflict, checkAppend, type Appended, type EventStore } from './event-store';

const FOLLOW_BATCH = 1_000;

type Waiting = {
  readonly stream: string;
  readonly expected: number;
  readonly records: readonly Prepared[];
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
};
type Tip = { readonly id: number; revision: number };

/**
 * The default store: SQLite through libsql, in one file, owned by one process (the data directory's lock
 * says so).
 *
 * Group flush: appends that arrive while a flush runs share the next one. Each is checked against its
 * stream's tip before anything is written, so a refused append leaves no trace and does not disturb its
 * neighbours; when the flush itself fails, every append in it is rejected and none of them was written.
 * Write-ahead log with `synchronous = FULL`: acknowledged means on disk. `:memory:` for unit tests.
 */
export class EmbeddedStore extends EmbeddedLog implements EventStore {
  private readonly arrivals = new Subject<number>();
  private readonly tips = new Map<string, Tip>();
  private readonly insertRecord;
  private readonly insertStream;
  private readonly findTip;
  private readonly lastStream;
  private readonly afterRevision;
  private readonly begin;
  private readonly commit;
  private readonly rollback;
  private waiting: Waiting[] = [];
  private flushing = false;
  private closed = false;
  private nextIndex: number;
  private latest: number;

  constructor(file: string) {
    const db = new Database(file);
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;');
    db.exec('PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -65536;');
    db.exec(SCHEMA);
    super(db);
    this.insertRecord = db.prepare(
      'INSERT INTO records (idx, stream, revision, at, command, hash, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.insertStream = db.prepare('INSERT INTO streams (id, name) VALUES (?, ?)');
    this.findTip = db
      .prepare(
        `SELECT id, (SELECT max(revision) FROM records WHERE stream = streams.id) FROM streams
         WHERE name = ?`,
      )
      .raw(true);
    this.lastStream = db.prepare('SELECT coalesce(max(id), 0) FROM streams').raw(true);
    this.afterRevision = db
      .prepare(`SELECT ${COLUMNS} FROM records WHERE stream = ? AND revision > ? ORDER BY revision LIMIT ?`)
      .raw(true);
    this.begin = db.prepare('BEGIN IMMEDIATE');
    this.commit = db.prepare('COMMIT');
    this.rollback = db.prepare('ROLLBACK');
    const last = db.prepare('SELECT idx, at FROM records ORDER BY idx DESC LIMIT 1').raw(true).get([]);
    const [index, at] = (last ?? [-1, 0]) as [number, number];
    this.nextIndex = index + 1;
    this.latest = at;
  }

  append(stream: string, expectedRevision: number, records: readonly Prepared[]): Promise<Appended> {
    return new Promise((resolve, reject) => {
      if (this.closed) throw new Error('The event store is closed. Nothing was written.');
      checkAppend(stream, expectedRevision, records);
      this.waiting.push({ stream, expected: expectedRevision, records, resolve, reject });
      if (this.flushing) return;
      this.flushing = true;
      setImmediate(() => this.flush());
    });
  }

  override async size(): Promise<number> {
    return this.nextIndex;
  }

  sizes(): Observable<number> {
    return this.arrivals.asObservable();
  }

  follow(fromIndex: number): Observable<readonly StoredEntry[]> {
    return new Observable((subscriber) => {
      let next = fromIndex;
      let draining = false;
      const drain = async (): Promise<void> => {
        if (draining) return;
        draining = true;
        while (!subscriber.closed && next < this.nextIndex) {
          const batch = await this.wholeCommits(next);
          if (subscriber.closed) break;
          next += batch.length;
          subscriber.next(batch);
          // A long log must not hold up everything else: commands and reads get their turn between batches.
          if (next < this.nextIndex) await nextTurn();
        }
        draining = false;
      };
      const failed = (error: unknown): void => subscriber.error(error);
      const arrivals = this.arrivals.subscribe({
        next: () => void drain().catch(failed),
        complete: () => subscriber.complete(),
      });
      void drain().catch(failed);
      return arrivals;
    });
  }

  override async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    while (this.flushing) await nextTurn();
    this.arrivals.complete();
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    await super.close();
  }

  /** Up to a batch of entries, extended so that it ends where a commit ends. */
  private async wholeCommits(from: number): Promise<StoredEntry[]> {
    const batch = await this.readAll(from, FOLLOW_BATCH);
    const last = batch.at(-1);
    const missing = last ? last.record.commit.of - last.record.commit.n : 0;
    return missing === 0 || !last ? batch : [...batch, ...(await this.readAll(last.index + 1, missing))];
  }

  private flush(): void {
    const group = this.waiting;
    this.waiting = [];
    const before = { index: this.nextIndex, latest: this.latest };
    const answers: (() => void)[] = [];
    try {
      this.begin.run([]);
      for (const append of group) answers.push(this.write(append));
      this.commit.run([]);
    } catch (failure) {
      this.undo(before);
      answers.length = 0;
      for (const append of group) answers.push(() => append.reject(failure));
    }
    if (this.waiting.length > 0) setImmediate(() => this.flush());
    else this.flushing = false;
    for (const answer of answers) answer();
    if (this.nextIndex > before.index) this.arrivals.next(this.nextIndex);
  }

  private undo(before: { index: number; latest: number }): void {
    try {
      this.rollback.run([]);
    } catch {
      // BEGIN itself had failed, or SQLite has rolled back already: there is nothing left to undo.
    }
    this.tips.clear();
    this.nextIndex = before.index;
    this.latest = before.latest;
  }

  /** Inserts one append inside the open transaction and returns what to say once the group is on disk. */
  private write({ stream, expected, records, resolve, reject }: Waiting): () => void {
    const known = this.tipOf(stream);
    const revision = known?.revision ?? NO_STREAM;
    if (revision !== expected) {
      const standing = known && this.standingAt(known, expected, records);
      if (standing) return () => resolve(standing);
      const conflict = new RevisionConflict(stream, expected, revision);
      return () => reject(conflict);
    }
    const tip = known ?? this.newStream(stream);
    const firstIndex = this.nextIndex;
    for (const { record, bytes, hash } of records) {
      this.latest = Math.max(this.latest, Date.parse(record.recordedAt));
      const command = record.commit.n === 1 ? commandHash(record.command.id) : null;
      this.insertRecord.run([this.nextIndex, tip.id, record.revision, this.latest, command, hash, bytes]);
      this.nextIndex += 1;
    }
    tip.revision += records.length;
    const appended = { firstIndex, size: this.nextIndex };
    return () => resolve(appended);
  }

  private tipOf(stream: string): Tip | undefined {
    const known = this.tips.get(stream);
    if (known) return known;
    const found = this.findTip.get([stream]) as [number, number] | undefined;
    if (!found) return undefined;
    const tip = { id: found[0], revision: found[1] };
    this.tips.set(stream, tip);
    return tip;
  }

  private newStream(stream: string): Tip {
    const [last] = this.lastStream.get([]) as [number];
    this.insertStream.run([last + 1, stream]);
    const tip = { id: last + 1, revision: NO_STREAM };
    this.tips.set(stream, tip);
    return tip;
  }

  /**
   * Where these very records (by id) stand already, right after `expected`; a retry gets the first answer
   * again.
   */
  private standingAt(tip: Tip, expected: number, records: readonly Prepared[]): Appended | undefined {
    const standing = (this.afterRevision.all([tip.id, expected, records.length]) as Row[]).map(toEntry);
    const same = records.every((r, i) => standing[i]?.record.id === r.record.id);
    const first = standing[0];
    return same && first ? { firstIndex: first.index, size: first.index + records.length } : undefined;
  }
}
