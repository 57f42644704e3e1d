import type { StoreHealth } from '../store/event-store';
import { Arrivals } from './arrivals';
import { backoffMs, endOf, pause } from './backoff';
import type { Cluster } from './cluster';
import { comparePositions, type ClusterEvent, type Position } from './cluster-event';
import { ClusterError } from './cluster-error';
import { CommitReader, type StreamNames, Tampered, type Commit } from './commit-reader';
import type { MirrorFile } from './mirror-file';

/** Events taken in by one transaction, at most: reading and answering get their turn in between. */
const BATCH = 500;
/** How far back from the cluster's end it is looked, for an event of ours that is not here yet. */
const LOOK_BACK = 1_000;
const PAGE = 100;
const LEVEL_CHECK_MS = 100;
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
  /** All of the cluster before this was told of, by the subscription that is open. */
  private seen: Position | undefined;
  private missingSince: number | undefined;

  /** The cluster is this mirror's own connection, so that a busy writer does not hold it up. */
  constructor(
    private readonly cluster: Cluster,
    readonly file: MirrorFile,
    private readonly names: StreamNames,
    /** How long the cluster may fail to show the last record here before that is tampering. */
    private readonly doubtMs: number,
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
      const before = this.file.length;
      try {
        await this.compare();
        await this.listen();
      } catch (error) {
        if (error instanceof Tampered) return this.stop(error.message);
        if (this.over) return;
        this.lost(error);
      }
      if (this.file.length !== before) failures = 0;
      await pause(backoffMs(failures), this.ending.signal);
    }
  }

  /** Until it was level once it is catching up, whatever keeps it from that. */
  private lost(error: unknown): void {
    this.state = this.state === 'catching-up' ? 'catching-up' : 'unreachable';
    this.reason = error instanceof Error ? error.message : String(error);
  }

  /**
   * The last record here must stand in the cluster where it was read: else this is another, or an older
   * one. That something else stands there is said once; that nothing does, as also a server says that is
   * going down or was deposed, has to be said for a while, on new connections.
   */
  private async compare(): Promise<void> {
    const { lastRecord } = this.file;
    const [mine] = await this.file.readAll(this.file.length - 1, 1);
    if (!lastRecord || !mine) return;
    const theirs = await this.cluster.eventAt(lastRecord);
    if (theirs?.data instanceof Uint8Array && mine.bytes.equals(theirs.data)) {
      this.missingSince = undefined;
      return;
    }
    this.missingSince ??= Date.now();
    if (!theirs && Date.now() - this.missingSince < this.doubtMs) {
      this.cluster.reconnect();
      throw new ClusterError('unknown', `The cluster does not show record ${mine.index} where it was read.`);
    }
    throw new Tampered(
      `Record ${mine.index} does not stand in the cluster where it was read: it is another cluster, ` +
        'was restored from an older backup, or was altered.',
    );
  }

  /** Follows one subscription until it breaks; rejects with what broke it. */
  private async listen(): Promise<void> {
    // From the last record, not from a later checkpoint: where the event at a checkpoint was scavenged,
    // servers of 23.10 skip the one after it. A record of ours is never scavenged.
    const from = this.file.lastRecord;
    this.seen = from;
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
    if (this.state === 'catching-up') this.reason = undefined;
    this.batch.push(event);
    if (this.batch.length >= BATCH) this.takeBatch(reader);
    else if (this.batch.length === 1) setImmediate(() => this.takeBatch(reader));
  }

  private takeBatch(reader: CommitReader): void {
    if (reader !== this.reader || this.batch.length === 0) return;
    const events = this.batch;
    this.batch = [];
    const commits: Commit[] = [];
    let last: Position | undefined;
    try {
      try {
        for (const event of events) {
          const commit = reader.take(event);
          if (commit) {
            commits.push(commit);
            last = event.position;
          }
          if (reader.betweenCommits) this.seen = event.position;
        }
      } finally {
        // What came before a sign of tampering is as good as ever.
        if (last) this.arrivals.tell(commits, this.file.take(commits, last));
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
    this.takeBatch(reader);
    if (reader !== this.reader || !reader.betweenCommits) return;
    if (!this.seen || comparePositions(position, this.seen) > 0) this.seen = position;
  }

  private async untilLevel(broken: AbortSignal): Promise<void> {
    for (let wait = LEVEL_CHECK_MS; !broken.aborted; wait = Math.min(2 * wait, SLOWEST_LEVEL_CHECK_MS)) {
      const level = await this.isLevel();
      // What has ended meanwhile, as by tampering, has said how it stands.
      if (broken.aborted || this.over) return;
      if (level) {
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
        if (this.seen && comparePositions(position, this.seen) <= 0) return true;
        if (this.names.inLedger(stream)) return false;
      }
      if (page.length < PAGE - 1) return true;
      before = page.at(-1)?.position;
    }
    return false;
  }
}
