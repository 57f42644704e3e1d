import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  FORWARDS,
  NO_STREAM,
  START,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type BinaryEventType,
  type EventData,
  type Position,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import { ClusterError, clusterError } from './cluster-error';

export type { Position } from '@eventstore/db-client';

/** An event as the cluster holds it. */
export interface ClusterEvent {
  readonly stream: string;
  /** From 0; of a tombstone, the greatest there is. */
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  /** Bytes where it was written as such; else the value that its JSON reads as. */
  readonly data: Uint8Array | { readonly json: unknown };
  readonly position: Position;
}

/** An event to be written: its id, its type for people who look in the cluster, and its bytes. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What a subscription tells, in order, until it is closed or has failed. */
export interface Listener {
  event(event: ClusterEvent): void;
  /** All before this position has been told. */
  checkpoint(position: Position): void;
  /** Nothing more comes of it. */
  failed(error: ClusterError): void;
}

/** Every call ends by then, whatever the network does; in milliseconds. */
const DEADLINE_MS = 5_000;
/** A cluster that serves others too is searched in windows of so many events, with a checkpoint after each. */
const SEARCH_WINDOW = 500;
/** Events on their way to the listener; more wait in the network. */
const BUFFERED = 500;
/** Of an event that was read in its stream alone, where a server may leave its place in $all out. */
const NOWHERE: Position = { commit: 0n, prepare: 0n };

/**
 * A KurrentDB (EventStoreDB) cluster, as far as a ledger needs one. The one file that knows its client.
 *
 * Every method but `subscribe` rejects with a ClusterError, after the deadline at the latest. Reads and writes
 * ask for the leader, so that what was acknowledged is also read. A call that ran into its deadline gives the
 * connection up, since a half-open one never says that it is dead, and the next call opens another.
 *
 * Appends go by the plain Append call, not by the client's default, BatchAppend: in version 6.2.1 that keeps
 * one table of pending answers for the whole process, an error on any connection empties it, and an answer
 * that comes after that throws where nobody can catch it, which ends the process.
 */
export class Cluster {
  private client: EventStoreDBClient;
  /** How reads under way are told that their connection was given up: the client ends them in silence. */
  private readonly reads = new Map<(error: ClusterError) => void, EventStoreDBClient>();

  /** `connection` is the client's own connection string; throws where it cannot be read. */
  constructor(
    private readonly connection: string,
    private readonly deadlineMs = DEADLINE_MS,
  ) {
    this.client = this.connect();
  }

  /**
   * Writes events after a revision, -1 for none; all of them or none. Rejects with `conflict` where the stream
   * is elsewhere. The cluster compares ids only: where the same ids stand right after that revision already,
   * this succeeds and writes nothing, whatever their bytes are.
   */
  async append(stream: string, expected: number, events: readonly NewEvent[]): Promise<void> {
    const given = events.map(binaryEvent);
    const expectedRevision = expected < 0 ? NO_STREAM : BigInt(expected);
    await this.call((client, deadline) =>
      client.appendToStream(stream, given, { expectedRevision, requiresLeader: true, deadline }),
    );
  }

  /** Ends a stream for ever, also one that is not there yet. Ending it again changes nothing. */
  async tombstone(stream: string): Promise<void> {
    try {
      await this.call((client, deadline) =>
        client.tombstoneStream(stream, { expectedRevision: 'any', requiresLeader: true, deadline }),
      );
    } catch (error) {
      if (!(error instanceof ClusterError && error.kind === 'deleted')) throw error;
    }
  }

  /** Up to `limit` events of a stream from a revision on; `missing` where there is no such stream. */
  async readStream(stream: string, from: number, limit: number): Promise<ClusterEvent[] | 'missing'> {
    return this.orMissing(
      this.collect((client) =>
        client.readStream(stream, {
          direction: FORWARDS,
          fromRevision: BigInt(from),
          maxCount: limit,
          requiresLeader: true,
        }),
      ),
    );
  }

  /** The last event of a stream; `missing` where there is no such stream. */
  async lastOf(stream: string): Promise<ClusterEvent | 'missing'> {
    const read = this.collect((client) =>
      client.readStream(stream, {
        direction: BACKWARDS,
        fromRevision: END,
        maxCount: 1,
        requiresLeader: true,
      }),
    );
    const found = await this.orMissing(read);
    return found === 'missing' ? found : (found[0] ?? 'missing');
  }

  /** The event at a position of $all; undefined where none stands there. */
  async eventAt(position: Position): Promise<ClusterEvent | undefined> {
    try {
      const [found] = await this.collect((client) =>
        client.readAll({
          direction: FORWARDS,
          fromPosition: position,
          maxCount: 1,
          requiresLeader: true,
        }),
      );
      return found && comparePositions(found.position, position) === 0 ? found : undefined;
    } catch (error) {
      // A position inside a record, as it is in another cluster, is an error of no kind.
      if (error instanceof ClusterError && error.kind === 'unreadable') return undefined;
      throw error;
    }
  }

  /** The last `limit` events of $all before a position (default: its end), the latest first. */
  async readBackwards(limit: number, before?: Position): Promise<ClusterEvent[]> {
    const found = await this.collect((client) =>
      client.readAll({
        direction: BACKWARDS,
        fromPosition: before ?? END,
        maxCount: limit,
        requiresLeader: true,
      }),
    );
    return before ? found.filter(({ position }) => comparePositions(position, before) < 0) : found;
  }

  /** Tells of every event in streams with one of the prefixes, after a position: what is there, then what comes. */
  subscribe(prefixes: readonly string[], after: Position | undefined, listener: Listener): () => void {
    let over = false;
    const end = (): void => {
      over = true;
      // Closing what could never be opened has nothing left to close.
      subscription.unsubscribe().catch(() => undefined);
    };
    const fail = (error: unknown): void => {
      if (over) return;
      end();
      listener.failed(clusterError(error));
    };
    const checkpointReached = async (from: AllStreamSubscription, position: Position): Promise<void> => {
      // Events before it may still wait to be told; a later checkpoint will do as well.
      if (!over && from.readableLength === 0) listener.checkpoint(position);
    };
    const filter = streamNameFilter({
      prefixes: [...prefixes],
      maxSearchWindow: SEARCH_WINDOW,
      checkpointInterval: 1,
      checkpointReached,
    });
    const subscription = this.client.subscribeToAll(
      { fromPosition: after ?? START, filter },
      { highWaterMark: BUFFERED },
    );
    subscription.on('data', (resolved: AllStreamResolvedEvent) => {
      const event = over ? undefined : eventOf(resolved);
      if (event) listener.event(event);
    });
    subscription.on('error', fail);
    subscription.on('end', () => fail(new ClusterError('unknown', 'The subscription ended.')));
    return end;
  }

  async close(): Promise<void> {
    await this.giveUp(this.client);
  }

  private connect(): EventStoreDBClient {
    const client = EventStoreDBClient.connectionString(this.connection);
    // Every feature is as if the server lacked it: of those used here, that is BatchAppend alone.
    return Object.assign(client, { supports: async () => false });
  }

  private async call<T>(work: (client: EventStoreDBClient, deadline: number) => Promise<T>): Promise<T> {
    const { client } = this;
    try {
      return await work(client, this.deadlineMs);
    } catch (error) {
      throw this.take(client, error);
    }
  }

  /** All that a read gives. The client gives reads no deadline: this one does. */
  private collect(
    open: (client: EventStoreDBClient) => StreamingRead<ResolvedEvent | AllStreamResolvedEvent>,
  ) {
    const { client } = this;
    return new Promise<ClusterEvent[]>((resolve, reject) => {
      const events: ClusterEvent[] = [];
      const read = open(client);
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        this.reads.delete(fail);
        settle();
      };
      const fail = (error: unknown): void => end(() => reject(this.take(client, error)));
      const timer = setTimeout(() => {
        fail(new ClusterError('late', 'The cluster did not answer in time.'));
        read.cancel().catch(() => undefined);
      }, this.deadlineMs);
      this.reads.set(fail, client);
      read.on('data', (resolved) => {
        const event = eventOf(resolved);
        if (event) events.push(event);
      });
      read.on('error', fail);
      read.on('end', () => end(() => resolve(events)));
    });
  }

  private async orMissing<T>(read: Promise<T>): Promise<T | 'missing'> {
    try {
      return await read;
    } catch (error) {
      if (error instanceof ClusterError && error.kind === 'missing') return 'missing';
      throw error;
    }
  }

  private take(client: EventStoreDBClient, error: unknown): ClusterError {
    const taken = clusterError(error);
    if (taken.kind === 'late' && client === this.client) {
      this.client = this.connect();
      void this.giveUp(client);
    }
    return taken;
  }

  private async giveUp(client: EventStoreDBClient): Promise<void> {
    for (const [fail, of] of [...this.reads])
      if (of === client) fail(new ClusterError('unknown', 'The connection was given up.'));
    try {
      await client.dispose();
      (await client['getChannel']()).close();
    } catch {
      // It was never connected.
    }
  }
}

/** Negative, zero or positive, as `a` stands before, at or after `b`. */
export function comparePositions(a: Position, b: Position): number {
  if (a.commit !== b.commit) return a.commit < b.commit ? -1 : 1;
  return a.prepare === b.prepare ? 0 : a.prepare < b.prepare ? -1 : 1;
}

/** As the client's own function of that name, which copies the bytes one by one. */
function binaryEvent({ id, type, bytes }: NewEvent): EventData<BinaryEventType> {
  return { id, type, contentType: 'application/octet-stream', data: bytes, metadata: undefined };
}

/** Undefined for a link to an event that is no more. */
function eventOf({ event }: ResolvedEvent | AllStreamResolvedEvent): ClusterEvent | undefined {
  if (!event) return undefined;
  const { streamId, revision, id, type, data, position = NOWHERE } = event;
  const own = data instanceof Uint8Array ? data : { json: data };
  return { stream: streamId, revision, id, type, data: own, position };
}
