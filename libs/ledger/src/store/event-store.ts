import type { Observable } from 'rxjs';
import type { Prepared } from '../canonical';
import type { Recorded, StoredEntry } from '../record';
import { Refusal, RefusalError } from '../refusal';

/** A record and an append may hold at most this many canonical bytes. */
export const MAX_APPEND_BYTES = 1_048_576;
/** Stream names: lower-case words, digits and hyphens, as `figures-kent`. */
export const STREAM_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
export const MAX_STREAM_NAME = 200;
/** The revision of a stream that does not exist yet. */
export const NO_STREAM = -1;

/** Where an append landed. `size` is the ledger size at the end of its commit: last index + 1. */
export interface Appended {
  readonly firstIndex: number;
  readonly size: number;
}

/** Somebody else appended first: `actual` is the revision the stream has now. Nothing was written. */
export class RevisionConflict extends Error {
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`${stream} is at revision ${actual}, not ${expected}. Nothing was written.`);
  }
}

/**
 * The store will not take this append, now or later: a permanent code and a sentence. Nothing was
 * written.
 */
export class AppendRefused extends Error {
  constructor(
    readonly code:
      | 'ledger.append-too-large'
      | 'ledger.bad-stream-name'
      | 'ledger.empty-append'
      | 'ledger.bad-revision'
      | 'ledger.bad-time',
    message: string,
  ) {
    super(message);
  }
}

/**
 * Nothing was written, and nothing can be at present: the store cannot be reached
 * (`ledger.store-unavailable`), or what it holds has been tampered with and nothing more is added to it
 * (`ledger.store-stopped`).
 */
export class StoreUnavailable extends RefusalError {
  constructor(code: 'ledger.store-unavailable' | 'ledger.store-stopped', message: string) {
    super(new Refusal(code, message, code === 'ledger.store-unavailable'));
  }
}

/**
 * The connection was lost and stayed lost: whether this was written is not known. The same records may be
 * appended again; they are written once.
 */
export class AppendUnknown extends Error {}

/**
 * These records were written, and are on disk; only their place in the one order of everything is not
 * known.
 */
export class AppendUnplaced extends Error {
  constructor(readonly records: readonly Recorded[]) {
    super('This was written; its place in the ledger is not known yet.');
  }
}

/**
 * What a store says of itself. `current`: it holds all that is on record. `catching-up`: it does not yet.
 * `unreachable`: it answers from what it holds, and cannot ask for more or write. `stopped`: what it follows
 * was tampered with, so it takes nothing more; `reason` says what.
 */
export interface StoreHealth {
  readonly kind: 'embedded' | 'kurrentdb';
  readonly state: 'current' | 'catching-up' | 'unreachable' | 'stopped';
  readonly reason?: string;
}

/**
 * One log of records in one order for everyone, cut into streams.
 *
 * `append` resolves only after the records are flushed to disk: acknowledged means it survives a power cut.
 * It takes whole commits; all of one is written or none of it. When the same records (by id) already stand
 * at that place, it answers with where they stand and writes nothing. It rejects with RevisionConflict or
 * AppendRefused, or with another error when the disk failed, in which case nothing of it was written either.
 * A store behind a network may also reject with StoreUnavailable (nothing was written), AppendUnknown (nobody
 * knows) or AppendUnplaced (it was written).
 *
 * Reads return entries with the stored bytes. `follow` emits batches of whole commits, in order, from an
 * index on, first what is there and then what arrives, until unsubscribed.
 */
export interface EventStore {
  /**
   * Whether nobody else writes while it is open. Where others do, a state that was folded earlier may have
   * been overtaken: read the stream's tail again before a refusal rests on it.
   */
  readonly soleWriter: boolean;
  append(stream: string, expectedRevision: number, records: readonly Prepared[]): Promise<Appended>;
  /** Up to the stream's tip, also where others wrote it a moment ago. */
  readStream(stream: string, fromRevision: number, limit: number): Promise<StoredEntry[]>;
  readAll(fromIndex: number, limit: number): Promise<StoredEntry[]>;
  follow(fromIndex: number): Observable<readonly StoredEntry[]>;
  size(): Promise<number>;
  /** The ledger size each time it has grown, after the flush; for whoever only has to be told. */
  sizes(): Observable<number>;
  /**
   * The records of the commit that a command wrote, in order; empty where it wrote none. Survives a
   * restart. Rejects with AppendUnplaced where they are written and cannot be read yet.
   */
  findCommand(commandId: string): Promise<StoredEntry[]>;
  /** The largest commit end at or before `size`: half a commit is never seen. */
  commitFloor(size: number): Promise<number>;
  /** The largest commit end before which every record has `recordedAt` before the instant (milliseconds). */
  sizeAt(before: number): Promise<number>;
  health(): StoreHealth;
  close(): Promise<void>;
}

/** Refuses what no store may take, before anything is written. */
export function checkAppend(stream: string, expectedRevision: number, records: readonly Prepared[]): void {
  if (!STREAM_NAME.test(stream) || stream.length > MAX_STREAM_NAME) {
    const name = `"${stream.slice(0, 80)}" cannot name a stream`;
    const rule = `use up to ${MAX_STREAM_NAME} lower-case letters, digits and single hyphens, a letter first`;
    throw new AppendRefused('ledger.bad-stream-name', `${name}: ${rule}.`);
  }
  if (records.length === 0) throw new AppendRefused('ledger.empty-append', 'There is nothing to record.');
  const bytes = records.reduce((sum, record) => sum + record.bytes.length, 0);
  if (bytes > MAX_APPEND_BYTES) {
    const found = `This would write ${bytes} bytes at once; the most is ${MAX_APPEND_BYTES}`;
    throw new AppendRefused('ledger.append-too-large', `${found}. Send it in smaller parts.`);
  }
  for (const [i, { record }] of records.entries()) {
    const { n, of } = record.commit;
    const inPlace = record.stream === stream && record.revision === expectedRevision + 1 + i;
    if (!inPlace || n !== i + 1 || of !== records.length)
      throw new AppendRefused(
        'ledger.bad-revision',
        `Record ${n} does not state its own place in ${stream}.`,
      );
    if (Number.isNaN(Date.parse(record.recordedAt)))
      throw new AppendRefused('ledger.bad-time', `"${record.recordedAt.slice(0, 80)}" is not an instant.`);
  }
}
