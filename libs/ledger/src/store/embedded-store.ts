import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Prepared } from '../canonical';
import {
  NO_STREAM,
  RevisionConflict,
  checkAppend,
  type Appended,
  type EventStore,
  type StoreHealth,
} from './event-store';
import { LogFile, type StreamTip } from './log-file';

type Waiting = {
  readonly stream: string;
  readonly expected: number;
  readonly records: readonly Prepared[];
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * The default store: SQLite through libsql, in one file, owned by one process (the data directory's lock
 * says so).
 *
 * Group flush: appends that arrive while a flush runs share the next one. Each is checked against its
 * stream's tip before anything is written, so a refused append leaves no trace and does not disturb its
 * neighbours; when the flush itself fails, every append in it is rejected and none of them was written.
 * Write-ahead log with `synchronous = FULL`: acknowledged means on disk. `:memory:` for unit tests.
 */
export class EmbeddedStore extends LogFile implements EventStore {
  readonly soleWriter = true;
  private waiting: Waiting[] = [];
  private flushing = false;
  private closed = false;

  constructor(file: string) {
    super(file, 'FULL');
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

  /** Whoever could open the file has all of it. */
  health(): StoreHealth {
    return { kind: 'embedded', state: 'current' };
  }

  override async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    while (this.flushing) await nextTurn();
    await super.close();
  }

  private flush(): void {
    const group = this.waiting;
    this.waiting = [];
    const before = this.length;
    const answers: (() => void)[] = [];
    try {
      this.transaction(() => {
        for (const append of group) answers.push(this.write(append));
      });
    } catch (failure) {
      answers.length = 0;
      for (const append of group) answers.push(() => append.reject(failure));
    }
    if (this.waiting.length > 0) setImmediate(() => this.flush());
    else this.flushing = false;
    for (const answer of answers) answer();
    this.announce(before);
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
    const firstIndex = this.add(stream, records);
    const appended = { firstIndex, size: this.length };
    return () => resolve(appended);
  }

  /**
   * Where these very records (by id) stand already, right after `expected`; a retry gets the first answer
   * again.
   */
  private standingAt(tip: StreamTip, expected: number, records: readonly Prepared[]): Appended | undefined {
    const standing = this.after(tip, expected, records.length);
    const same = records.every((r, i) => standing[i]?.record.id === r.record.id);
    const first = standing[0];
    return same && first ? { firstIndex: first.index, size: first.index + records.length } : undefined;
  }
}
