import type { StoreHealth } from '../store/event-store';
import { Arrivals } from './arrivals';
import { backoffMs, endOf, pause } from './backoff';
import type { Cluster } from './cluster';
import { comparePositions, type ClusterEvent, type Position } from './cluster-event';
import { ClusterError } from './cluster-error';
import { CommitReader, type StreamNames, Tampered, type Commit } from './commit-reader';
import type { MirrorFile, Progress } from './mirror-file';

/** Events taken in by one transaction, at most: reading and answering get their turn in between. */
const BATCH = 500;
/** How far back from the cluster's end it is looked, for an event of ours that is not here yet. */
const LOOK_BACK = 1_000;
const PAGE = 100;
const LEVEL_CHECK_MS = 100;
const ANSWERS_AGAIN = 3;
const SLOWEST_LEVEL_CHECK_MS = 1_000;

/**
 * Keeps a node's copy of the ledger level with the cluster.
 *
 * One subscription to $all, filtered to the ledger's streams and their metadata, from where the copy is:
 * after any drop it goes on there, with backoff, so that nothing is skipped or taken twice. The ledger
 * index is the ordinal in that order, and so the same on every node. What was tampered with stops it for
 * good, before the event that shows it; a restart meets the same event again.
 */
export class Mirror {
  private state: StoreHealth['state'] = 'catching-up';
  private reason: string | undefined;
  readonly arrivals = new Arrivals((sinceMs) => this.askAgain(sinceMs));
  private heardAt = 0;
  private readonly ending = endOf();
  private batch: ClusterEvent[] = [];
  private reader: CommitReader | undefined;
  private break: ((error: unknown) => void) | undefined;
  private following: Promise<void> | undefined;
  private fromLastRecord = false;

  /** The cluster is this mirror's own connection, so that a busy writer does not hold it up. */
  constructor(
    private readonly cluster: Cluster,
    readonly file: MirrorFile,
    private readonly names: StreamNames,
  ) {}

  start(): void {
    this.following ??= this.follow();
  }

  health(): StoreHealth {
    return { kind: 'kurrentdb', state: this.state, ...(this.reason && { reason: this.reason }) };
  }

  /** The revision of the last record of a stream here; -1 for none. */
  tipOf(stream: string): number {
    return this.file.tipOf(stream)?.revision ?? -1;
  }

  /** Resolves to true once that record is here; to false when it took longer, or will not come. */
  async reached(stream: string, revision: number, patienceMs: number): Promise<boolean> {
    if (this.tipOf(stream) >= revision) return true;
    return !this.over && this.arrivals.reached(stream, revision, patienceMs);
  }

  /** Takes nothing more, for good, and says why. */
  stop(reason: string): void {
    this.state = 'stopped';
    this.reason = reason;
    this.end();
  }

  async close(): Promise<void> {
    this.end();
    await this.cluster.close();
    await this.following;
    await this.file.close();
  }

  private get over(): boolean {
    return this.ending.signal.aborted;
  }

  private end(): void {
    this.ending.abort();
    this.break?.(new ClusterError('unknown', 'The mirror ends.'));
    this.arrivals.end();
  }

  /** A subscription that owes something, and said nothing for so long, is taken for dead. */
  private askAgain(sinceMs: number): void {
    if (Date.now() - this.heardAt >= sinceMs) this.break?.(new ClusterError('late', 'Nothing comes.'));
  }

  private async follow(): Promise<void> {
    for (let failures = 0; !this.over; failures += 1) {
      const before = this.file.progress.position;
      try {
        await this.compare();
        await this.listen();
      } catch (error) {
        if (error instanceof Tampered) return this.stop(error.message);
        if (this.over) return;
        this.lost(error);
      }
      if (this.file.progress.position !== before) failures = 0;
      await pause(backoffMs(failures), this.ending.signal);
    }
  }

  /** Until it was level once it is catching up, whatever keeps it from that. */
  private lost(error: unknown): void {
    this.state = this.state === 'catching-up' ? 'catching-up' : 'unreachable';
    this.reason = error instanceof Error ? error.message : String(error);
    this.fromLastRecord = error instanceof ClusterError && error.kind === 'unreadable';
  }

  /**
   * The last record here must stand in the cluster where it was read: else this is another, or an older
   * one.
   */
  private async compare(): Promise<void> {
    const { lastRecord } = this.file.progress;
    if (!lastRecord) return;
    const [mine] = await this.file.readAll(this.file.length - 1, 1);
    let theirs = await this.cluster.eventAt(lastRecord);
    // A server that is going down may answer anything once: that nothing stands there it has to say again.
    for (let again = 0; !theirs && again < ANSWERS_AGAIN; again += 1) {
      await pause(LEVEL_CHECK_MS, this.ending.signal);
      theirs = await this.cluster.eventAt(lastRecord);
    }
    const bytes = theirs?.data instanceof Uint8Array ? theirs.data : undefined;
    if (mine && !(bytes && mine.bytes.equals(bytes)))
      throw new Tampered(
        `Record ${mine.index} does not stand in the cluster where it was read: it is another cluster, ` +
          'was restored from an older backup, or was altered.',
      );
  }

  /** Follows one subscription until it breaks; rejects with what broke it. */
  private async listen(): Promise<void> {
    const { position, lastRecord } = this.file.progress;
    const from = this.fromLastRecord ? lastRecord : position;
    const reader = new CommitReader(this.names, (stream) => this.tipOf(stream), this.arrivals.own);
    this.reader = reader;
    this.heardAt = Date.now();
    this.batch = [];
    const broken = new AbortController();
    const ended = new Promise<never>((_, reject) => {
      this.break = reject;
    });
    const close = this.cluster.subscribe(this.names.prefixes, from, {
      event: (event) => this.receive(event, reader),
      checkpoint: (at) => this.checkpoint(at, reader),
      failed: (error) => this.break?.(error),
    });
    try {
      await Promise.race([ended, this.untilLevel(broken.signal).then(() => ended)]);
    } finally {
      broken.abort();
      this.reader = undefined;
      this.break = undefined;
      close();
    }
  }

  /** Events that arrive together share a transaction. A full batch is taken at once. */
  private receive(event: ClusterEvent, reader: CommitReader): void {
    if (reader !== this.reader) return;
    this.heardAt = Date.now();
    this.batch.push(event);
    if (this.batch.length >= BATCH) this.takeBatch(reader);
    else if (this.batch.length === 1) setImmediate(() => this.takeBatch(reader));
  }

  private takeBatch(reader: CommitReader): void {
    if (reader !== this.reader || this.batch.length === 0) return;
    const events = this.batch;
    this.batch = [];
    const commits: Commit[] = [];
    let progress: Progress = {};
    try {
      try {
        for (const event of events) {
          const commit = reader.take(event);
          if (commit) commits.push(commit);
          if (reader.betweenCommits) progress = progressAt(event.position, commit, progress);
        }
      } finally {
        // What came before a sign of tampering is as good as ever.
        const places = progress.position ? this.file.take(commits, progress) : [];
        this.arrivals.tell(commits, places);
      }
    } catch (error) {
      this.abandon(error);
    }
  }

  /** From here on the reader may be ahead of the file: nothing more may come through it. */
  private abandon(error: unknown): void {
    this.reader = undefined;
    this.break?.(error);
  }

  private checkpoint(position: Position, reader: CommitReader): void {
    if (reader !== this.reader) return;
    this.takeBatch(reader);
    const { position: own } = this.file.progress;
    if (reader !== this.reader || !reader.betweenCommits || this.batch.length > 0) return;
    if (own && comparePositions(position, own) <= 0) return;
    try {
      this.file.take([], { position });
    } catch (error) {
      this.abandon(error);
    }
  }

  private async untilLevel(broken: AbortSignal): Promise<void> {
    for (let wait = LEVEL_CHECK_MS; !broken.aborted; wait = Math.min(2 * wait, SLOWEST_LEVEL_CHECK_MS)) {
      if (await this.isLevel()) {
        this.state = 'current';
        this.reason = undefined;
        return;
      }
      await pause(wait, broken);
    }
  }

  /**
   * Whether the cluster holds nothing for us that is not here: looks back from its end for an event of
   * ours, as far as to where the copy is. Servers tell of having caught up in ways that differ; this holds
   * for each.
   */
  private async isLevel(): Promise<boolean> {
    let before: Position | undefined;
    for (let looked = 0; looked < LOOK_BACK; looked += PAGE) {
      const page = await this.cluster.readBackwards(PAGE, before);
      for (const { stream, position } of page) {
        const { position: own } = this.file.progress;
        if (own && comparePositions(position, own) <= 0) return true;
        if (this.names.inLedger(stream)) return false;
      }
      if (page.length < PAGE - 1) return true;
      before = page.at(-1)?.position;
    }
    return false;
  }
}

function progressAt(position: Position, commit: Commit | undefined, before: Progress): Progress {
  return commit ? { position, lastRecord: position } : { ...before, position };
}
