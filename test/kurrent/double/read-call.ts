import { type ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { type ServerWritableStream } from '@grpc/grpc-js';
import { type Position } from './records';

/** A read or a subscription: what is answered is bytes already. */
export type ReadCall = ServerWritableStream<ReadReq, Buffer>;

export function positionIn(all: ReadReq.Options.AllOptions): Position | undefined {
  const position = all.getPosition();
  return (
    position && {
      commit: BigInt(position.getCommitPosition()),
      prepare: BigInt(position.getPreparePosition()),
    }
  );
}
