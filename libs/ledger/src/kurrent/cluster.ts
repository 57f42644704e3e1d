// Longer than 300 lines: all that knows the client, or what travels to the cluster, stands in this one file.
import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  FORWARDS,
  convertToCommandError,
  type AllStreamResolvedEvent,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import {
  Empty,
  StreamIdentifier,
  UUID,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import {
  BatchAppendReq,
  ReadReq,
  type BatchAppendResp,
  type ReadResp,
} from '@eventstore/db-client/generated/streams_pb';
import { randomUUID } from 'node:crypto';
import { ClusterError, clusterError, type ClusterErrorKind } from './cluster-error';
import {
  comparePositions,
  type ClusterEvent,
  type Listener,
  type NewEvent,
  type Position,
} from './cluster-event';

/** Every call ends by then, whatever the network does; in milliseconds. */
const DEADLINE_MS = 5_000;
/**
 * A cluster that serves others too is searched in windows of so many events, with a checkpoint after each.
 */
const SEARCH_WINDOW = 500;
/** Of an event that was read in its stream alone, where a server may leave its place in $all out. */
const NOWHERE: Position = { commit: 0n, prepare: 0n };

/**
 * A KurrentDB (EventStoreDB) cluster, as far as a ledger needs one. The one file that knows its client.
 *
 * Every method but `subscribe` rejects with a ClusterError, after the deadline at the latest. Reads and
 * writes ask for the leader, so that what was acknowledged is also read. A call that ran into its deadline
 * gives the connection up, since a half-open one never says that it is dead, and the next call opens
 * another.
 *
 * Appends travel as BatchAppend, the fast way, on a stream of their own for each connection (AppendStream),
 * not by the client's `appendToStream`: in version 6.2.1 that keeps one table of pending answers for the
 * whole process, which an error on any connection empties, and an answer that comes after that throws where
 * nobody can catch it. The subscription is read as it comes, too: the client's own tells of a checkpoint
 * while events before it still wait in its buffer.
 */
export class Cluster {
  private client: EventStoreDBClient;
  private appends: Promise<AppendStream> | undefined;
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
   * Writes events after a revision, -1 for none; all of them or none. Rejects with `conflict` where the
   * stream is elsewhere. The cluster compares ids only: where the same ids stand right after that revision
   * already, this succeeds and writes nothing, whatever their bytes are.
   */
  async append(stream: string, expected: number, events: readonly NewEvent[]): Promise<void> {
    const { client } = this;
    try {
      const appends = await this.appendStream(client);
      await appends.append(stream, expected, events, this.deadlineMs);
    } catch (error) {
      throw this.take(client, error);
    }
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

  /**
   * Tells of every event in streams with one of the prefixes, after a position: what is there, then what
   * comes. Returns what ends it.
   */
  subscribe(prefixes: readonly string[], after: Position | undefined, listener: Listener): () => void {
    let over = false;
    const opening = openSubscription(this.client, prefixes, after);
    const end = (): void => {
      over = true;
      // Not at once: a call that is cancelled while it answers may be left open (grpc-node issue 1652).
      void opening.then((call) => setImmediate(() => call.cancel())).catch(() => undefined);
    };
    const fail = (error: Error): void => {
      if (over) return;
      end();
      listener.failed(clusterError(convertToCommandError(error)));
    };
    opening.then((call) => {
      call.on('error', fail);
      call.on('end', () => fail(new ClusterError('unknown', 'The subscription ended.')));
      call.on('data', (answer) => {
        if (!over) tell(answer, listener);
      });
    }, fail);
    return end;
  }

  /** Gives the connection up; the next call opens another, to whoever leads then. */
  reconnect(): void {
    const given = this.client;
    this.client = this.connect();
    this.appends = undefined;
    void this.giveUp(given);
  }

  async close(): Promise<void> {
    await this.giveUp(this.client);
  }

  private connect(): EventStoreDBClient {
    // What the client says of the string quotes it, and it may hold a password.
    const { warn } = console;
    console.warn = (said: unknown) => warn(String(said).replaceAll(/esdb\S*:\/\/\S+/g, 'esdb://...'));
    try {
      return EventStoreDBClient.connectionString(this.connection);
    } catch {
      throw new Error('The connection string of the event store cannot be read.');
    } finally {
      console.warn = warn;
    }
  }

  /** The one that is open, or a new one. The client follows the leader, and so does a new stream. */
  private async appendStream(client: EventStoreDBClient): Promise<AppendStream> {
    const opening = this.appends;
    const known = await opening?.catch(() => undefined);
    if (known?.usable) return known;
    // Whoever comes first here opens the next one, for all that wait.
    if (this.appends === opening && client === this.client) this.appends = openAppendStream(client);
    return this.appends ?? openAppendStream(client);
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
    if (taken.kind === 'late' && client === this.client) this.reconnect();
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

/** Undefined for a link to an event that is no more. */
function eventOf({ event }: ResolvedEvent | AllStreamResolvedEvent): ClusterEvent | undefined {
  if (!event) return undefined;
  const { streamId, revision, id, type, data, position = NOWHERE } = event;
  const own = data instanceof Uint8Array ? data : { json: data };
  return { stream: streamId, revision, id, type, data: own, position };
}

/** As much of a gRPC call that answers is used of it. */
interface SubscriptionCall {
  on(event: 'data', listener: (answer: ReadResp) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  cancel(): void;
}

function openSubscription(
  client: EventStoreDBClient,
  prefixes: readonly string[],
  after: Position | undefined,
): Promise<SubscriptionCall> {
  const { Options } = ReadReq;
  const from = new Options.AllOptions();
  if (!after) from.setStart(new Empty());
  else
    from.setPosition(
      new Options.Position()
        .setCommitPosition(String(after.commit))
        .setPreparePosition(String(after.prepare)),
    );
  const filter = new Options.FilterOptions()
    .setStreamIdentifier(new Options.FilterOptions.Expression().setPrefixList([...prefixes]))
    .setMax(SEARCH_WINDOW)
    .setCheckpointintervalmultiplier(1);
  const options = new Options()
    .setAll(from)
    .setResolveLinks(false)
    .setSubscription(new Options.SubscriptionOptions())
    .setUuidOption(new Options.UUIDOption().setString(new Empty()))
    .setFilter(filter);
  const open = client['GRPCStreamCreator'](StreamsClient, 'subscribe', (calls) =>
    calls.read(new ReadReq().setOptions(options), ...client['callArguments']({}, { deadline: Infinity })),
  );
  return open();
}

function tell(answer: ReadResp, listener: Listener): void {
  const checkpoint = answer.getCheckpoint();
  if (checkpoint) listener.checkpoint(positionOf(checkpoint));
  const event = answer.getEvent()?.getEvent();
  if (!event) return;
  const said = event.getMetadataMap();
  const bytes = event.getData_asU8();
  listener.event({
    stream: Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8'),
    revision: BigInt(event.getStreamRevision()),
    id: idIn(event.getId()),
    type: said.get('type') ?? '',
    data: said.get('content-type') === 'application/json' ? { json: jsonIn(bytes) } : bytes,
    position: positionOf(event),
  });
}

function positionOf(given: { getCommitPosition(): string; getPreparePosition(): string }): Position {
  return { commit: BigInt(given.getCommitPosition()), prepare: BigInt(given.getPreparePosition()) };
}

/** What JSON reads as; what is none stays a text. */
function jsonIn(bytes: Uint8Array): unknown {
  const text = Buffer.from(bytes).toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** How an append under way is told what came of it. */
interface Pending {
  readonly stream: string;
  settle(error?: ClusterError): void;
}

/** As much of a gRPC call in both directions as is used of it. */
interface AppendCall {
  on(event: 'data', listener: (answer: BatchAppendResp) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  write(request: BatchAppendReq): boolean;
}

/**
 * Appends on their way over one BatchAppend stream: each is answered by its correlation id, in any order.
 * When the stream breaks, every one of them is told so, and only they are.
 */
class AppendStream {
  private readonly pending = new Map<string, Pending>();
  private broken: ClusterError | undefined;

  constructor(private readonly call: AppendCall) {
    call.on('data', (answer) => this.take(answer));
    call.on('error', (error) => this.break(clusterError(convertToCommandError(error))));
    call.on('end', () => this.break(new ClusterError('unknown', 'The stream of appends ended.')));
  }

  get usable(): boolean {
    return this.broken === undefined;
  }

  append(stream: string, expected: number, events: readonly NewEvent[], deadlineMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.broken) throw this.broken;
      const id = randomUUID();
      const settle = (error?: ClusterError): void => {
        clearTimeout(timer);
        this.pending.delete(id);
        if (error) reject(error);
        else resolve();
      };
      const timer = setTimeout(
        () => settle(new ClusterError('late', 'The cluster did not answer in time.')),
        deadlineMs,
      );
      this.pending.set(id, { stream, settle });
      this.call.write(appendRequest(id, stream, expected, events));
    });
  }

  private take(answer: BatchAppendResp): void {
    const pending = this.pending.get(idIn(answer.getCorrelationId()));
    pending?.settle(errorIn(answer));
  }

  private break(error: ClusterError): void {
    this.broken = error;
    for (const { settle } of [...this.pending.values()]) settle(error);
  }
}

async function openAppendStream(client: EventStoreDBClient): Promise<AppendStream> {
  const open = client['GRPCStreamCreator'](StreamsClient, 'append', (calls) =>
    calls.batchAppend(...client['callArguments']({ requiresLeader: true }, { deadline: Infinity })),
  );
  return new AppendStream(await open());
}

function appendRequest(
  id: string,
  stream: string,
  expected: number,
  events: readonly NewEvent[],
): BatchAppendReq {
  const options = new BatchAppendReq.Options().setStreamIdentifier(
    new StreamIdentifier().setStreamName(Buffer.from(stream, 'utf8')),
  );
  if (expected < 0) options.setNoStream(new Empty());
  else options.setStreamPosition(String(expected));
  return new BatchAppendReq()
    .setCorrelationId(new UUID().setString(id))
    .setOptions(options)
    .setProposedMessagesList(events.map(proposed))
    .setIsFinal(true);
}

function proposed({ id, type, bytes }: NewEvent): BatchAppendReq.ProposedMessage {
  const message = new BatchAppendReq.ProposedMessage().setId(new UUID().setString(id)).setData(bytes);
  message.getMetadataMap().set('type', type).set('content-type', 'application/octet-stream');
  return message;
}

/** A server answers with the id as it was sent, or, where it ran out of time, in two halves. */
function idIn(uuid: UUID | undefined): string {
  const halves = uuid?.getStructured();
  if (!halves) return uuid?.getString() ?? '';
  const bits = [halves.getMostSignificantBits(), halves.getLeastSignificantBits()]
    .map((half) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, '0'))
    .join('');
  return bits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * The details of a failed append that say something definite. What is not here may have been written, as
 * when time ran out on the server, and as with the empty details of a server that broke or was not ready.
 */
const DEFINITE: Readonly<Record<string, ClusterErrorKind>> = {
  'event_store.client.WrongExpectedVersion': 'conflict',
  'event_store.client.StreamDeleted': 'deleted',
  'event_store.client.AccessDenied': 'refused',
  'event_store.client.MaximumAppendSizeExceeded': 'too-large',
  'event_store.client.BadRequest': 'refused',
  'event_store.client.InvalidTransaction': 'refused',
};

/** What the answer to an append says went wrong; undefined where it was written. */
function errorIn(answer: BatchAppendResp): ClusterError | undefined {
  const error = answer.getError();
  if (!error) return undefined;
  const details = error.getDetails();
  const name = details?.getTypeName() ?? '';
  const kind = DEFINITE[name] ?? 'unknown';
  const wrong = kind === 'conflict' ? details?.unpack(WrongExpectedVersion.deserializeBinary, name) : null;
  const actual = wrong?.hasCurrentStreamRevision() ? Number(wrong.getCurrentStreamRevision()) : -1;
  return new ClusterError(kind, error.getMessage() || 'The cluster did not say why.', actual);
}
