import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { type handleServerStreamingCall } from '@grpc/grpc-js';
import { eventAnswer, nameIn, streamNotFound } from './answers';
import { type Fault } from './faults';
import { type EventLog } from './log';
import { positionIn, type ReadCall } from './read-call';
import { firstIndex, type LoggedEvent } from './records';
import { errorOf, streamDeleted, unavailable, unknown } from './refusals';
import { type State } from './state';
import { Subscription } from './subscription';

const BACKWARDS = ReadReq.Options.ReadDirection.BACKWARDS;

/** `count` events of `events`: those from index `from` on, or backwards those before it. */
function slice(
  events: readonly LoggedEvent[],
  from: number,
  options: ReadReq.Options,
): readonly LoggedEvent[] {
  const count = Math.min(Number(options.getCount()), events.length);
  if (options.getReadDirection() !== BACKWARDS) return events.slice(from, from + count);
  return events.slice(Math.max(0, from - count), from).reverse();
}

/**
 * Forwards from a position takes the event there; backwards from it does not, for backwards the server takes
 * a position for the end of a record, not its beginning.
 */
function ofAll(log: EventLog, options: ReadReq.Options, all: ReadReq.Options.AllOptions): Found {
  const position = positionIn(all);
  const index = position ? log.indexOf(position) : all.hasEnd() ? log.size : 0;
  if (index === undefined) return { error: unknown('Log record at the position could not be read.') };
  return { events: slice(log.events, index, options) };
}

function ofStream(log: EventLog, options: ReadReq.Options, from: ReadReq.Options.StreamOptions): Found {
  const name = nameIn(from.getStreamIdentifier());
  const events = log.readStream(name);
  if (events === 'deleted') return { error: streamDeleted(name) };
  if (events === 'not-found') return { notFound: name };
  const backwards = options.getReadDirection() === BACKWARDS;
  const revision = from.hasRevision() ? BigInt(from.getRevision()) + (backwards ? 1n : 0n) : undefined;
  if (revision !== undefined) {
    return {
      events: slice(
        events,
        firstIndex(events, (event) => event.revision >= revision),
        options,
      ),
    };
  }
  return { events: slice(events, from.hasEnd() ? events.length : 0, options) };
}

interface Found {
  readonly events?: readonly LoggedEvent[];
  readonly notFound?: string;
  readonly error?: Error;
}

/** Resolves when the call takes more, or never will. */
function drained(call: ReadCall): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      call.off('drain', done).off('cancelled', done).off('close', done);
      resolve();
    };
    call.on('drain', done).on('cancelled', done).on('close', done);
  });
}

async function send(call: ReadCall, events: readonly LoggedEvent[], dropAfter: number): Promise<void> {
  for (const event of events.slice(0, dropAfter)) {
    if (call.cancelled || call.destroyed) return;
    if (!call.write(eventAnswer(event))) await drained(call);
  }
  if (events.length >= dropAfter) call.emit('error', unavailable());
  else call.end();
}

async function answer(state: State, call: ReadCall, options: ReadReq.Options, fault?: Fault): Promise<void> {
  const all = options.getAll();
  const stream = options.getStream();
  const found = all
    ? ofAll(state.log, options, all)
    : stream
      ? ofStream(state.log, options, stream)
      : { error: unknown('nothing to read') };
  if (found.error) call.emit('error', found.error);
  else if (found.notFound !== undefined) {
    call.write(streamNotFound(found.notFound));
    call.end();
  } else await send(call, found.events ?? [], dropsAfter(fault));
}

/** Never, where no fault says after how many events the answers break off. */
const dropsAfter = (fault: Fault | undefined): number =>
  typeof fault === 'object' ? fault.dropAfter : Number.POSITIVE_INFINITY;

/** Reads and subscriptions are one call. Faults that speak of writing end a read before it has begun. */
export const readWith =
  (state: State): handleServerStreamingCall<ReadReq, Buffer> =>
  (call) => {
    const options = call.request.getOptions() ?? new ReadReq.Options();
    const fault = state.enter(options.hasSubscription() ? 'subscribe' : 'read');
    const refusal = state.refuses(call.metadata);
    if (refusal) {
      call.emit('error', refusal);
      return;
    }
    if (typeof fault === 'string') {
      const kind = fault.replace('-after-write', '') as Parameters<typeof errorOf>[0];
      const error = errorOf(kind);
      if (error) call.emit('error', error);
      return;
    }
    if (options.hasSubscription()) new Subscription(state, call, options, dropsAfter(fault)).start();
    else answer(state, call, options, fault).catch((error: unknown) => call.emit('error', error));
  };
