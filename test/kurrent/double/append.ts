import { type UUID } from '@eventstore/db-client/generated/shared_pb';
import { type AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb';
import { type handleClientStreamingCall, type sendUnaryData } from '@grpc/grpc-js';
import { empty, idIn, nameIn } from './answers';
import { type Fault, partsOf } from './faults';
import { type Outcome } from './log';
import { type Expected, type ProposedEvent } from './records';
import { errorOf, streamDeleted, tooLarge } from './refusals';
import { expectedIn, type State } from './state';

interface ProposedMessage {
  getId(): UUID | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getCustomMetadata_asU8(): Uint8Array;
  getData_asU8(): Uint8Array;
}

export function eventIn(message: ProposedMessage): ProposedEvent {
  const map = message.getMetadataMap();
  return {
    id: idIn(message.getId()),
    type: map.get('type') ?? '',
    contentType: map.get('content-type') ?? 'application/octet-stream',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

type Success = Extract<Outcome, { revision: bigint }>;
type WrongRevision = Extract<Outcome, { kind: 'wrong-revision' }>;

function succeeded({ revision, position }: Success): AppendResp {
  const success = new AppendResp.Success();
  if (revision < 0n) success.setNoStream(empty());
  else success.setCurrentRevision(String(revision));
  if (position) {
    success.setPosition(
      new AppendResp.Position()
        .setCommitPosition(String(position.commit))
        .setPreparePosition(String(position.prepare)),
    );
  } else success.setNoPosition(empty());
  return new AppendResp().setSuccess(success);
}

function wrong(expected: Expected, { current }: WrongRevision): AppendResp {
  const found = new AppendResp.WrongExpectedVersion();
  if (current === 'no_stream') found.setCurrentNoStream(empty());
  else found.setCurrentRevision(String(current));
  if (expected === 'any') found.setExpectedAny(empty());
  else if (expected === 'no_stream') found.setExpectedNoStream(empty());
  else if (expected === 'stream_exists') found.setExpectedStreamExists(empty());
  else found.setExpectedRevision(String(expected));
  return new AppendResp().setWrongExpectedVersion(found);
}

/** One Append call: first the options, then an event a message, and one answer at the end. */
class Appending {
  private stream = '';
  private expected: Expected = 'any';
  private readonly events: ProposedEvent[] = [];
  private size = 0;
  private answered = false;

  constructor(
    private readonly state: State,
    private readonly fault: Fault | undefined,
    private readonly answer: sendUnaryData<AppendResp>,
  ) {}

  take(message: AppendReq): void {
    const options = message.getOptions();
    if (options) {
      this.stream = nameIn(options.getStreamIdentifier());
      this.expected = expectedIn(options, options.getRevision());
    }
    const proposed = message.getProposedMessage();
    if (!proposed || this.answered) return;
    const event = eventIn(proposed);
    this.events.push(event);
    this.size += this.state.sizeOf(event);
    if (this.size > this.state.settings.maxAppendSize) this.fail(tooLarge(this.state.settings.maxAppendSize));
  }

  finish(): void {
    if (this.answered) return;
    const { writes, ending } = partsOf(this.fault);
    const outcome = writes ? this.state.log.write(this.stream, this.expected, this.events) : undefined;
    if (ending) {
      const error = errorOf(ending);
      if (error) this.fail(error);
    } else if (outcome) this.report(outcome);
  }

  private report(outcome: Outcome): void {
    switch (outcome.kind) {
      case 'written':
      case 'repeated':
        return this.answer(null, succeeded(outcome));
      case 'wrong-revision':
        return this.answer(null, wrong(this.expected, outcome));
      case 'deleted':
        return this.fail(streamDeleted(this.stream));
    }
  }

  private fail(error: Parameters<sendUnaryData<AppendResp>>[0]): void {
    this.answered = true;
    this.answer(error);
  }
}

export const appendWith =
  (state: State): handleClientStreamingCall<AppendReq, AppendResp> =>
  (call, callback) => {
    const fault = state.enter('append');
    const early = state.refuses(call.metadata) ?? (fault === 'unavailable' ? errorOf(fault) : undefined);
    if (early) {
      callback(early);
      return;
    }
    const appending = new Appending(state, fault, callback);
    call.on('data', (message: AppendReq) => appending.take(message));
    call.on('end', () => {
      if (!call.cancelled) appending.finish();
    });
  };
