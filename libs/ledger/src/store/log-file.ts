import Database from 'libsql';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Observable, Subject } from 'rxjs';
import type { Prepared } from '../canonical';
import type { StoredEntry } from '../record';
import { COLUMNS, EmbeddedLog, SCHEMA, commandHash, toEntry, type Row } from './embedded-log';
import { NO_STREAM } from './event-store';

const FOLLOW_BATCH = 1_000;

/** A stream as the file knows it: its number there, and the revision of its last record. */
export interface StreamTip {
  readonly id: number;
  revision: number;
}

/**
 * `FULL`: what is committed survives a power cut; for the only copy of a ledger. `NORMAL`: a power cut may
 * lose the last commits, never the order of them; for a copy that is made again from elsewhere.
 */
export type Durability = 'FULL' | 'NORMAL';

/**
 * A log in one SQLite file that one process writes: the ledger itself, or a node's copy of one. Records go in
 * inside a transaction, in order; whoever follows hears of them once they are committed.
 */
export class LogFile extends EmbeddedLog {
  private readonly arrivals = new Subject<number>();
  private readonly tips = new Map<string, StreamTip>();
  private readonly insertRecord;
  private readonly insertStream;
  private readonly findTip;
  private readonly lastStream;
  private readonly afterRevision;
  private readonly placesAfter;
  private readonly begin;
  private readonly commit;
  private readonly rollback;
  private nextIndex: number;
  private latest: number;

  constructor(file: string, durability: Durability) {
    const db = new Database(file);
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${durability}; PRAGMA busy_timeout = 5000;`);
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
    this.placesAfter = db
      .prepare('SELECT idx, hash FROM records WHERE stream = ? AND revision > ? ORDER BY revision LIMIT ?')
      .raw(true);
    this.begin = db.prepare('BEGIN IMMEDIATE');
    this.commit = db.prepare('COMMIT');
    this.rollback = db.prepare('ROLLBACK');
    const last = db.prepare('SELECT idx, at FROM records ORDER BY idx DESC LIMIT 1').raw(true).get([]);
    const [index, at] = (last ?? [-1, 0]) as [number, number];
    this.nextIndex = index + 1;
    this.latest = at;
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
    this.arrivals.complete();
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    await super.close();
  }

  /**
   * Runs the work in one transaction and commits it, or, where it or the commit throws, undoes all of it and
   * throws. Says nothing to followers yet: see `announce`.
   */
  transaction(work: () => void): void {
    const before = { index: this.nextIndex, latest: this.latest };
    try {
      this.begin.run([]);
      work();
      this.commit.run([]);
    } catch (failure) {
      try {
        this.rollback.run([]);
      } catch {
        // BEGIN itself had failed, or SQLite has rolled back already: there is nothing left to undo.
      }
      this.tips.clear();
      this.nextIndex = before.index;
      this.latest = before.latest;
      throw failure;
    }
  }

  /** Adds records to the end of a stream; inside `transaction` only. Returns the index of the first. */
  add(stream: string, records: readonly Prepared[]): number {
    const tip = this.tipOf(stream) ?? this.newStream(stream);
    const firstIndex = this.nextIndex;
    for (const { record, bytes, hash } of records) {
      this.latest = Math.max(this.latest, Date.parse(record.recordedAt));
      const command = record.commit.n === 1 ? commandHash(record.command.id) : null;
      this.insertRecord.run([this.nextIndex, tip.id, record.revision, this.latest, command, hash, bytes]);
      this.nextIndex += 1;
    }
    tip.revision += records.length;
    return firstIndex;
  }

  /** Tells followers of the size, where it has grown since `before`. */
  announce(before: number): void {
    if (this.nextIndex > before) this.arrivals.next(this.nextIndex);
  }

  /** How many records there are, those of the open transaction included. */
  get length(): number {
    return this.nextIndex;
  }

  tipOf(stream: string): StreamTip | undefined {
    const known = this.tips.get(stream);
    if (known) return known;
    const found = this.findTip.get([stream]) as [number, number] | undefined;
    if (!found) return undefined;
    const tip = { id: found[0], revision: found[1] };
    this.tips.set(stream, tip);
    return tip;
  }

  /** The records of a stream right after a revision, up to `limit` of them. */
  after(tip: StreamTip, revision: number, limit: number): StoredEntry[] {
    return (this.afterRevision.all([tip.id, revision, limit]) as Row[]).map(toEntry);
  }

  /** Where those records are, and their leaf hashes, without reading them. */
  places(tip: StreamTip, revision: number, limit: number): { index: number; hash: Buffer }[] {
    const rows = this.placesAfter.all([tip.id, revision, limit]) as [number, Buffer][];
    return rows.map(([index, hash]) => ({ index, hash }));
  }

  private newStream(stream: string): StreamTip {
    const [last] = this.lastStream.get([]) as [number];
    this.insertStream.run([last + 1, stream]);
    const tip = { id: last + 1, revision: NO_STREAM };
    this.tips.set(stream, tip);
    return tip;
  }

  /** Up to a batch of entries, extended so that it ends where a commit ends. */
  private async wholeCommits(from: number): Promise<StoredEntry[]> {
    const batch = await this.readAll(from, FOLLOW_BATCH);
    const last = batch.at(-1);
    const missing = last ? last.record.commit.of - last.record.commit.n : 0;
    return missing === 0 || !last ? batch : [...batch, ...(await this.readAll(last.index + 1, missing))];
  }
}
