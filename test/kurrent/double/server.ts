import { breakOff } from './break-off';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { type Empty, UUID } from '@eventstore/db-client/generated/shared_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { type handleUnaryCall, Server, ServerCredentials } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server as NetServer, type Socket } from 'node:net';
import { appendWith } from './append';
import { batchAppendWith } from './batch-append';
import { type Fault, type Method, partsOf } from './faults';
import { EventLog, type Outcome } from './log';
import { type Placing } from './place';
import { readWith } from './read';
import { type Endpoint, errorOf } from './refusals';
import { deleteWith, tombstoneWith } from './remove';
import { type Settings, State } from './state';

export interface DoubleOptions extends Partial<Settings> {
  /** 0, the default, for any free one. */
  readonly port?: number;
  readonly positions?: Placing;
  /** A log to serve, for instance that of a double that is gone. */
  readonly log?: EventLog;
}

export const VERSION = '23.10.8-double';
const HOST = '127.0.0.1';
const MAX_APPEND_SIZE = 1_048_576;
/** Larger than any append that is let through, so that what is too large is refused by its name. */
const MAX_MESSAGE_SIZE = 64 * 1024 * 1024;

/**
 * A stand-in for KurrentDB over real gRPC on loopback, without TLS. What it holds is in memory and outlives
 * `stop`, not the process. It answers at once, so that it shows protocol and order, never durability or
 * speed.
 */
export class KurrentDouble {
  private listener: NetServer | undefined;
  private readonly sockets = new Set<Socket>();
  private readonly grpc = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE_SIZE,
    'grpc.max_send_message_length': MAX_MESSAGE_SIZE,
  });
  private readonly injector = this.grpc.createConnectionInjector(ServerCredentials.createInsecure());
  private readonly instance = randomUUID();
  private accepted = 0;
  private bound = 0;

  private constructor(private readonly state: State) {
    // Reads answer in bytes that are made once for each event.
    const read = { ...StreamsService.read, responseSerialize: (answer: Buffer) => answer };
    this.grpc.addService(
      { ...StreamsService, read },
      {
        read: readWith(state),
        append: appendWith(state),
        batchAppend: batchAppendWith(state),
        delete: deleteWith(state),
        tombstone: tombstoneWith(state),
      },
    );
    this.grpc.addService(ServerFeaturesService, { getSupportedMethods: this.features });
    this.grpc.addService(GossipService, { read: this.gossip });
  }

  static async start(options: DoubleOptions = {}): Promise<KurrentDouble> {
    const double = new KurrentDouble(
      new State(options.log ?? new EventLog(options.positions), {
        maxAppendSize: options.maxAppendSize ?? MAX_APPEND_SIZE,
        countsMetadata: options.countsMetadata ?? false,
        caughtUpMessages: options.caughtUpMessages ?? true,
        batchAppend: options.batchAppend ?? true,
      }),
    );
    await double.listen(options.port ?? 0);
    return double;
  }

  get log(): EventLog {
    return this.state.log;
  }

  get port(): number {
    return this.bound;
  }

  get connectionString(): string {
    return `esdb://${HOST}:${this.bound}?tls=false`;
  }

  /** Calls so far, by method; a BatchAppend counts once for every append in it. */
  get calls(): Readonly<Partial<Record<Method | 'gossip', number>>> {
    return Object.fromEntries(this.state.calls);
  }

  /** Connections accepted so far. */
  get connections(): number {
    return this.accepted;
  }

  /** Connections that stand now. */
  get open(): number {
    return this.sockets.size;
  }

  /** Spoils the next `times` calls of a method. Faults wait in a queue for each method. */
  fail(method: Method, fault: Fault, times = 1): void {
    this.state.faults.add(method, fault, times);
  }

  /** Forgets the faults that have not met their call. */
  clearFaults(): void {
    this.state.faults.clear();
  }

  /** From now on calls that insist on the leader are sent to another server. */
  notLeader(leader: Endpoint): void {
    this.state.otherLeader = leader;
  }

  leader(): void {
    this.state.otherLeader = undefined;
  }

  writeSystemEvent(stream: string, type: string): Outcome {
    return this.log.writeSystemEvent(stream, type);
  }

  /** Breaks every connection now; the double goes on listening. */
  disconnect(): void {
    for (const socket of this.sockets) breakOff(socket);
  }

  /** Breaks every connection and takes no more, as a server that was killed. The log is kept. */
  async stop(): Promise<void> {
    const { listener } = this;
    this.listener = undefined;
    if (!listener) return;
    const closed = once(listener, 'close');
    listener.close();
    this.disconnect();
    await closed;
  }

  /** Listens again on the same port with the same log. */
  async restart(): Promise<void> {
    await this.stop();
    await this.listen(this.bound);
  }

  /** Ends for good. Nothing of the double keeps the process alive after it. */
  async close(): Promise<void> {
    await this.stop();
    this.injector.destroy();
    this.grpc.forceShutdown();
  }

  private async listen(port: number): Promise<void> {
    const listener = createServer({ noDelay: true }, (socket) => this.accept(socket));
    listener.listen(port, HOST);
    await once(listener, 'listening');
    this.listener = listener;
    this.bound = (listener.address() as AddressInfo).port;
  }

  private accept(socket: Socket): void {
    this.accepted += 1;
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    this.injector.injectConnection(socket);
  }

  private readonly features: handleUnaryCall<Empty, SupportedMethods> = (_call, callback) => {
    const { ending } = partsOf(this.state.enter('serverFeatures'));
    if (ending) {
      const error = errorOf(ending);
      if (error) callback(error);
      return;
    }
    const answer = new SupportedMethods().setEventStoreServerVersion(VERSION);
    for (const { path } of Object.values(StreamsService) as { path: string }[]) {
      const [, service = '', method = ''] = path.toLowerCase().split('/');
      if (method === 'batchappend' && !this.state.settings.batchAppend) continue;
      answer.addMethods(new SupportedMethod().setServiceName(service).setMethodName(method));
    }
    callback(null, answer);
  };

  private readonly gossip: handleUnaryCall<Empty, ClusterInfo> = (_call, callback) => {
    this.state.calls.set('gossip', (this.state.calls.get('gossip') ?? 0) + 1);
    const { otherLeader } = this.state;
    const member = new MemberInfo()
      .setInstanceId(new UUID().setString(this.instance))
      .setTimeStamp(String(Date.now()))
      .setState(otherLeader ? MemberInfo.VNodeState.FOLLOWER : MemberInfo.VNodeState.LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new EndPoint().setAddress(HOST).setPort(this.bound));
    callback(null, new ClusterInfo().setMembersList([member]));
  };
}
