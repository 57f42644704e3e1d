import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { type LoggedEvent, type Position } from './records';

const TICKS_PER_MILLISECOND = 10_000n;

export const nameIn = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export function identifierOf(stream: string): StreamIdentifier {
  return new StreamIdentifier().setStreamName(Buffer.from(stream, 'utf8'));
}

const long = (bits: string): string => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0');

/** An id as text, whichever of its two forms the client chose. */
export function idIn(uuid: UUID | undefined): string {
  const structured = uuid?.getStructured();
  if (!structured) return uuid?.getString() ?? '';
  const hex = long(structured.getMostSignificantBits()) + long(structured.getLeastSignificantBits());
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function recordOf(event: LoggedEvent): ReadResp.ReadEvent.RecordedEvent {
  const record = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new UUID().setString(event.id))
    .setStreamIdentifier(identifierOf(event.stream))
    .setStreamRevision(String(event.revision))
    .setCommitPosition(String(event.commit))
    .setPreparePosition(String(event.prepare))
    .setCustomMetadata(event.metadata)
    .setData(event.data);
  record
    .getMetadataMap()
    .set('type', event.type)
    .set('created', String(BigInt(event.created) * TICKS_PER_MILLISECOND))
    .set('content-type', event.contentType);
  return record;
}

const wireOf = (answer: ReadResp): Buffer => Buffer.from(answer.serializeBinary());

/**
 * The answer that carries an event, as bytes. It is the same for every reader, and making it costs more than
 * all else about a read, so that it is kept with the event.
 */
export function eventAnswer(event: LoggedEvent): Buffer {
  event.wire ??= wireOf(
    new ReadResp().setEvent(
      new ReadResp.ReadEvent().setEvent(recordOf(event)).setCommitPosition(String(event.commit)),
    ),
  );
  return event.wire;
}

export const confirmation = (id: string): Buffer =>
  wireOf(new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(id)));

export const caughtUp = (): Buffer => wireOf(new ReadResp().setCaughtUp(new ReadResp.CaughtUp()));

export const streamNotFound = (stream: string): Buffer =>
  wireOf(
    new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream))),
  );

export const checkpoint = ({ commit, prepare }: Position): Buffer =>
  wireOf(
    new ReadResp().setCheckpoint(
      new ReadResp.Checkpoint().setCommitPosition(String(commit)).setPreparePosition(String(prepare)),
    ),
  );

export const empty = (): Empty => new Empty();
