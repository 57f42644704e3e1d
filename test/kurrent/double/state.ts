import { type Metadata, type ServiceError } from '@grpc/grpc-js';
import { type Fault, Faults, type Method } from './faults';
import { type EventLog } from './log';
import { type Expected, type ProposedEvent } from './records';
import { type Endpoint, notLeader } from './refusals';

export interface Settings {
  /** In bytes. Reached is allowed, passed is not. */
  readonly maxAppendSize: number;
  /** Servers from 24.x on count metadata and event types too, not only data. */
  readonly countsMetadata: boolean;
  /** Older servers never say that a subscription is live. */
  readonly caughtUpMessages: boolean;
  /** Whether the server says that it knows BatchAppend; without it the client uses Append. */
  readonly batchAppend: boolean;
}

/** What all services of one double share. */
export class State {
  readonly faults = new Faults();
  readonly calls = new Map<string, number>();
  /** Set while this double plays a follower. */
  otherLeader: Endpoint | undefined;

  constructor(
    readonly log: EventLog,
    readonly settings: Settings,
  ) {}

  /** Counts a call and takes the fault that waits for it, if any. */
  enter(method: Method): Fault | undefined {
    this.calls.set(method, (this.calls.get(method) ?? 0) + 1);
    return this.faults.take(method);
  }

  /** The error for a call that insists on the leader where there is another one. */
  refuses(metadata: Metadata): ServiceError | undefined {
    const insists = metadata.get('requires-leader')[0] === 'true';
    return this.otherLeader && insists ? notLeader(this.otherLeader) : undefined;
  }

  sizeOf({ data, metadata, type }: ProposedEvent): number {
    return data.length + (this.settings.countsMetadata ? metadata.length + 2 * type.length : 0);
  }
}

/** The three expectations that have names; the fourth is a number, and its field differs by request. */
interface NamedExpectation {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

export function expectedIn(options: NamedExpectation | undefined, revision: string | undefined): Expected {
  if (!options || options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : BigInt(revision ?? 0);
}
