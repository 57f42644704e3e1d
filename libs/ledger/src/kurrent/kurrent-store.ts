import type { Observable } from 'rxjs';
import type { Prepared } from '../canonical';
import type { Recorded, StoredEntry } from '../record';
import {
  AppendUnknown,
  AppendUnplaced,
  NO_STREAM,
  RevisionConflict,
  StoreUnavailable,
  checkAppend,
  type Appended,
  type EventStore,
  type StoreHealth,
} from '../store/event-store';
import { Appender, UNKNOWN, UNREACHABLE } from './appender';
import { endOf, pause, persist } from './backoff';
import { Cluster } from './cluster';
import { ClusterError } from './cluster-error';
import { StreamNames, Tampered } from './commit-reader';
import { Mirror } from './mirror';
import { MirrorFile } from './mirror-file';

/** What a ledger in a cluster is reached by. */
export interface KurrentStoreOptions {
  /** The connection string of the client, such as `esdb://user:password@host:2113?tls=true`. */
  readonly connection: string;
  /**
   * The ledger's streams are named `<prefix>-<stream>`: a lower-case word, so that one cluster serves many.
   */
  readonly prefix: string;
  /** Where the mirror of the log is kept; it can be made again from the cluster. */
  readonly mirrorFile: string;
  /** How long an append is tried again while its outcome is not known, in milliseconds. */
  readonly persistenceMs?: number;
  /** How long the mirror is waited for, in milliseconds. */
  readonly patienceMs?: number;
  /** After which a single call to the cluster has failed, in milliseconds. */
  readonly deadlineMs?: number;
  /** How long the cluster may fail to show the mirror's last record before that is tampering. */
  readonly doubtMs?: number;
}

export const STREAM_PREFIX = /^[a-z][a-z0-9]{0,29}$/;

/** Commits that the mirror may owe before nothing more is written here: they are held in memory. */
const MOST_UNPLACED = 1_000;
const AGAIN_MS = 250;

const BEHIND = 'This node has not read all of the event store yet. Nothing was recorded; try again shortly.';
const CLOSED = 'The event store is closed. Nothing was written.';

/**
 * A ledger in a KurrentDB (EventStoreDB) cluster, which any number of nodes read and write.
 *
 * Writes go to the cluster, at the revision that they state; reads are answered from this node's mirror of
 * the log, `readStream` after it has come up to the stream's tip in the cluster. An append resolves once
 * the mirror holds it, since that is when its ledger index is known. An append whose outcome is not known
 * is made again with the same ids, which the cluster writes once.
 */
export class KurrentStore implements EventStore {
  readonly soleWriter = false;
  private readonly cluster: Cluster;
  private readonly names: StreamNames;
  private readonly mirror: Mirror;
  private readonly appender: Appender;
  private readonly patienceMs: number;
  /** Commits that are written and not in the mirror yet, by the command that wrote them. */
  private readonly unplaced = new Map<string, readonly Recorded[]>();
  private readonly closing = endOf();

  /** Throws where the connection string or the prefix cannot be used. Connects to nothing yet. */
  constructor(options: KurrentStoreOptions) {
    const { connection, prefix, mirrorFile, deadlineMs, doubtMs = 60_000 } = options;
    if (!STREAM_PREFIX.test(prefix))
      throw new Error(`"${prefix}" cannot begin the names of streams. Use a lower-case word.`);
    this.names = new StreamNames(prefix);
    this.cluster = new Cluster(connection, deadlineMs);
    const following = new Cluster(connection, deadlineMs);
    this.mirror = new Mirror(following, new MirrorFile(mirrorFile, prefix), this.names, doubtMs);
    this.appender = new Appender(this.cluster, this.names, {
      persistenceMs: options.persistenceMs ?? 15_000,
      closing: this.closing.signal,
    });
    this.patienceMs = options.patienceMs ?? 5_000;
    this.mirror.start();
  }

  async append(stream: string, expected: number, records: readonly Prepared[]): Promise<Appended> {
    checkAppend(stream, expected, records);
    this.checkUsable();
    if (this.unplaced.size >= MOST_UNPLACED) this.forgetPlaced();
    if (this.unplaced.size >= MOST_UNPLACED) throw new StoreUnavailable('ledger.store-unavailable', BEHIND);
    this.mirror.arrivals.expect(records);
    let firstIndex: number | undefined;
    try {
      await this.appender.append(stream, expected, records).catch((error: unknown) => this.stopFor(error));
      await this.awaitOwnPlace(stream, expected, records);
    } finally {
      firstIndex = this.mirror.arrivals.landing(records);
    }
    if (firstIndex === undefined) return this.placeOf(stream, expected, records);
    return { firstIndex, size: firstIndex + records.length };
  }

  async readStream(stream: string, fromRevision: number, limit: number): Promise<StoredEntry[]> {
    this.checkUsable();
    const name = this.names.inCluster(stream);
    const had = this.mirror.tipOf(stream);
    let revision = await this.revisionOf(name);
    // A leader that was deposed and does not know it yet says less, too: it has to be said for a while.
    for (const until = Date.now() + this.patienceMs; revision < had && Date.now() < until;) {
      await pause(AGAIN_MS, this.closing.signal);
      this.cluster.reconnect();
      revision = await this.revisionOf(name);
    }
    if (revision < had) {
      this.mirror.stop(
        `The cluster holds ${stream} up to revision ${revision} only: records of it are gone.`,
      );
      this.checkUsable();
    }
    if (!(await this.mirror.reached(stream, revision, this.patienceMs))) {
      this.checkUsable();
      throw new StoreUnavailable('ledger.store-unavailable', BEHIND);
    }
    return this.mirror.file.readStream(stream, fromRevision, limit);
  }

  /** Rejects with AppendUnplaced for a commit that is written and cannot be shown yet. */
  async findCommand(commandId: string): Promise<StoredEntry[]> {
    if (this.unplaced.has(commandId)) await this.awaitPlace(commandId);
    return this.mirror.file.findCommand(commandId);
  }

  readAll(fromIndex: number, limit: number): Promise<StoredEntry[]> {
    return this.mirror.file.readAll(fromIndex, limit);
  }

  follow(fromIndex: number): Observable<readonly StoredEntry[]> {
    return this.mirror.file.follow(fromIndex);
  }

  sizes(): Observable<number> {
    return this.mirror.file.sizes();
  }

  size(): Promise<number> {
    return this.mirror.file.size();
  }

  commitFloor(size: number): Promise<number> {
    return this.mirror.file.commitFloor(size);
  }

  sizeAt(before: number): Promise<number> {
    return this.mirror.file.sizeAt(before);
  }

  health(): StoreHealth {
    return this.mirror.health();
  }

  async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    await this.cluster.close();
    await this.mirror.close();
  }

  private async revisionOf(name: string): Promise<number> {
    const last = await this.unlessUnreachable(() => this.cluster.lastOf(name));
    return last === 'missing' ? NO_STREAM : Number(last.revision);
  }

  /**
   * Waits until what was just written is in the mirror. Rejects with AppendUnplaced where that takes too
   * long, though only once the cluster has shown that the bytes which stand there are these.
   */
  private async awaitOwnPlace(stream: string, expected: number, records: readonly Prepared[]): Promise<void> {
    const written = records.map(({ record }) => record);
    const command = written[0]?.command.id ?? '';
    this.unplaced.set(command, written);
    try {
      await this.awaitPlace(command);
    } catch (error) {
      const standing = await this.cluster
        .readStream(this.names.inCluster(stream), expected + 1, records.length)
        .catch(() => undefined);
      const same = ({ bytes }: Prepared, i: number): boolean => {
        const data = Array.isArray(standing) ? standing[i]?.data : undefined;
        return data instanceof Uint8Array && bytes.equals(data);
      };
      if (standing && records.every(same)) throw error;
      this.unplaced.delete(command);
      throw standing ? new RevisionConflict(stream, expected, expected) : new AppendUnknown(UNKNOWN);
    }
  }

  private async awaitPlace(command: string): Promise<void> {
    const written = this.unplaced.get(command);
    const last = written?.at(-1);
    if (!written || !last) return;
    const reached = await this.mirror.reached(last.stream, last.revision, this.patienceMs);
    if (!reached) {
      this.forgetPlaced();
      throw new AppendUnplaced(written);
    }
    this.unplaced.delete(command);
  }

  /** Of commits that nobody asked for again. */
  private forgetPlaced(): void {
    for (const [command, records] of this.unplaced) {
      const last = records.at(-1);
      if (last && this.mirror.tipOf(last.stream) >= last.revision) this.unplaced.delete(command);
    }
  }

  /**
   * Where records are that did not land just now. The cluster compares ids alone: another's bytes under the
   * same ids, as of a command given to two nodes at once, are in their place then, and these were not
   * written.
   */
  private placeOf(stream: string, expected: number, records: readonly Prepared[]): Appended {
    const { file } = this.mirror;
    const tip = file.tipOf(stream);
    const standing = tip ? file.places(tip, expected, records.length) : [];
    const first = standing[0];
    if (!first || !records.every(({ hash }, i) => standing[i]?.hash.equals(hash)))
      throw new RevisionConflict(stream, expected, tip?.revision ?? NO_STREAM);
    return { firstIndex: first.index, size: first.index + records.length };
  }

  private stopFor(error: unknown): never {
    if (error instanceof Tampered) {
      this.mirror.stop(error.message);
      this.checkUsable();
    }
    throw error;
  }

  private checkUsable(): void {
    if (this.closing.signal.aborted) throw new Error(CLOSED);
    const { state, reason } = this.mirror.health();
    if (state === 'stopped')
      throw new StoreUnavailable(
        'ledger.store-stopped',
        `The event store was tampered with, so nothing more is recorded. ${reason ?? ''}`,
      );
  }

  private async unlessUnreachable<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await persist(read, this.patienceMs, this.closing.signal);
    } catch (error) {
      if (error instanceof ClusterError && error.kind === 'deleted')
        this.mirror.stop('A stream of this ledger was deleted.');
      this.checkUsable();
      throw error instanceof ClusterError ? unreachable() : error;
    }
  }
}

function unreachable(): StoreUnavailable {
  return new StoreUnavailable('ledger.store-unavailable', UNREACHABLE);
}
