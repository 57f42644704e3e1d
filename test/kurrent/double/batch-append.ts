import {
  AccessDenied,
  MaximumAppendSizeExceeded,
  AllStreamPosition,
  StreamDeleted,
  Timeout,
  type UUID,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { Code } from '@eventstore/db-client/generated/code_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { type BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { type handleBidiStreamingCall, type ServerDuplexStream } from '@grpc/grpc-js';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { identifierOf, idIn, nameIn } from './answers';
import { eventIn } from './append';
import { partsOf } from './faults';
import { type Outcome } from './log';
import { type Expected, type ProposedEvent } from './records';
import { errorOf } from './refusals';
import { expectedIn, type State } from './state';

/** An append that is being sent in parts. `deadline` is in milliseconds since 1970. */
interface Pending {
  readonly correlation: UUID | undefined;
  readonly stream: string;
  readonly expected: Expected;
  readonly deadline: number;
  readonly events: ProposedEvent[];
  size: number;
}

interface Details {
  serializeBinary(): Uint8Array;
}

function refused(code: Code, name: string, details: Details): BatchAppendResp {
  const any = new Any();
  any.pack(details.serializeBinary(), `event_store.client.${name}`);
  return new BatchAppendResp().setError(new Status().setCode(code).setMessage(name).setDetails(any));
}

const timeout = (): BatchAppendResp => refused(Code.DEADLINE_EXCEEDED, 'Timeout', new Timeout());
const denied = (): BatchAppendResp => refused(Code.PERMISSION_DENIED, 'AccessDenied', new AccessDenied());

function wrong(expected: Expected, current: bigint | 'no_stream'): BatchAppendResp {
  const found = new WrongExpectedVersion();
  if (current === 'no_stream') found.setCurrentNoStream(new Empty());
  else found.setCurrentStreamRevision(String(current));
  if (expected === 'any') found.setExpectedAny(new Empty());
  else if (expected === 'no_stream') found.setExpectedNoStream(new Empty());
  else if (expected === 'stream_exists') found.setExpectedStreamExists(new Empty());
  else found.setExpectedStreamPosition(String(expected));
  return refused(Code.FAILED_PRECONDITION, 'WrongExpectedVersion', found);
}

function succeeded({ revision, position }: Extract<Outcome, { revision: bigint }>): BatchAppendResp {
  const success = new BatchAppendResp.Success();
  if (revision < 0n) success.setNoStream(new Empty());
  else success.setCurrentRevision(String(revision));
  if (position) {
    success.setPosition(
      new AllStreamPosition()
        .setCommitPosition(String(position.commit))
        .setPreparePosition(String(position.prepare)),
    );
  } else success.setNoPosition(new Empty());
  return new BatchAppendResp().setSuccess(success);
}

function answerTo(stream: string, expected: Expected, outcome: Outcome): BatchAppendResp {
  switch (outcome.kind) {
    case 'written':
    case 'repeated':
      return succeeded(outcome);
    case 'wrong-revision':
      return wrong(expected, outcome.current);
    case 'deleted': {
      const details = new StreamDeleted().setStreamIdentifier(identifierOf(stream));
      return refused(Code.FAILED_PRECONDITION, 'StreamDeleted', details);
    }
  }
}

/**
 * One BatchAppend stream: many appends, told apart by correlation id, each answered when its last part is
 * in.
 */
class Batching {
  private readonly pending = new Map<string, Pending>();
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly state: State,
    private readonly call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
  ) {}

  take(message: BatchAppendReq): void {
    const refusal = this.state.refuses(this.call.metadata);
    if (refusal) {
      this.call.emit('error', refusal);
      return;
    }
    const id = idIn(message.getCorrelationId());
    const options = message.getOptions();
    if (options) this.pending.set(id, this.opened(message, options));
    const append = this.pending.get(id);
    // Parts of an append that has been answered already still arrive; one append has one answer.
    if (!append) return;
    for (const proposed of message.getProposedMessagesList()) {
      const event = eventIn(proposed);
      append.events.push(event);
      append.size += this.state.sizeOf(event);
    }
    const { maxAppendSize } = this.state.settings;
    if (append.size > maxAppendSize) {
      const details = new MaximumAppendSizeExceeded().setMaxappendsize(maxAppendSize);
      this.answer(id, append, refused(Code.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', details));
    } else if (message.getIsFinal()) this.finish(id, append);
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.pending.clear();
  }

  private opened(message: BatchAppendReq, options: BatchAppendReq.Options): Pending {
    const deadline = options.getDeadline()?.toDate().getTime() ?? Number.POSITIVE_INFINITY;
    return {
      correlation: message.getCorrelationId(),
      stream: nameIn(options.getStreamIdentifier()),
      expected: expectedIn(options, options.getStreamPosition()),
      deadline,
      events: [],
      size: 0,
    };
  }

  private finish(id: string, append: Pending): void {
    const { writes, ending } = partsOf(this.state.enter('batchAppend'));
    if (append.deadline <= Date.now()) return this.answer(id, append, timeout());
    const { stream, expected, events } = append;
    const outcome = writes ? this.state.log.write(stream, expected, events) : undefined;
    if (ending === 'hang') return this.answerAtDeadline(id, append);
    if (ending === 'timeout') return this.answer(id, append, timeout());
    if (ending === 'access-denied') return this.answer(id, append, denied());
    if (ending) this.call.emit('error', errorOf(ending));
    else if (outcome) this.answer(id, append, answerTo(stream, expected, outcome));
  }

  /** The call itself has no deadline, so that the server has to keep that of each append. */
  private answerAtDeadline(id: string, append: Pending): void {
    const wait = append.deadline - Date.now();
    if (wait > 0x7fffffff) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.answer(id, append, timeout());
    }, wait);
    this.timers.add(timer);
  }

  private answer(id: string, append: Pending, answer: BatchAppendResp): void {
    this.pending.delete(id);
    answer.setCorrelationId(append.correlation).setStreamIdentifier(identifierOf(append.stream));
    if (this.call.write(answer)) return;
    this.call.pause();
    this.call.once('drain', () => this.call.resume());
  }
}

export const batchAppendWith =
  (state: State): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> =>
  (call) => {
    const batching = new Batching(state, call);
    call.on('data', (message: BatchAppendReq) => batching.take(message));
    call.on('end', () => call.end());
    call.on('cancelled', () => batching.stop());
    call.on('error', () => batching.stop());
  };
