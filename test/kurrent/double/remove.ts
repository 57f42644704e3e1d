import {
  type DeleteReq,
  DeleteResp,
  type TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb';
import { type handleUnaryCall, type sendUnaryData, type ServerUnaryCall } from '@grpc/grpc-js';
import { nameIn } from './answers';
import { partsOf } from './faults';
import { type Outcome } from './log';
import { type Expected, type Position } from './records';
import { errorOf, streamDeleted, wrongRevision } from './refusals';
import { expectedIn, type State } from './state';

interface Removal<Response> {
  readonly method: 'delete' | 'tombstone';
  readonly work: (stream: string, expected: Expected) => Outcome;
  readonly answer: (position: Position | undefined) => Response;
}

function remove<Response>(
  state: State,
  call: ServerUnaryCall<DeleteReq | TombstoneReq, Response>,
  callback: sendUnaryData<Response>,
  { method, work, answer }: Removal<Response>,
): void {
  const { writes, ending } = partsOf(state.enter(method));
  const refusal = state.refuses(call.metadata);
  if (refusal) return callback(refusal);
  const options = call.request.getOptions();
  const stream = nameIn(options?.getStreamIdentifier());
  const expected = expectedIn(options, options?.getRevision());
  const outcome = writes ? work(stream, expected) : undefined;
  if (ending) {
    const error = errorOf(ending);
    if (error) callback(error);
  } else if (outcome?.kind === 'deleted') callback(streamDeleted(stream));
  else if (outcome?.kind === 'wrong-revision') callback(wrongRevision(stream, expected, outcome.current));
  else callback(null, answer(outcome?.position));
}

export const deleteWith =
  (state: State): handleUnaryCall<DeleteReq, DeleteResp> =>
  (call, callback) =>
    remove(state, call, callback, {
      method: 'delete',
      work: (stream, expected) => state.log.softDelete(stream, expected),
      answer: (position) => {
        const found = new DeleteResp.Position();
        found
          .setCommitPosition(String(position?.commit ?? 0))
          .setPreparePosition(String(position?.prepare ?? 0));
        return new DeleteResp().setPosition(found);
      },
    });

export const tombstoneWith =
  (state: State): handleUnaryCall<TombstoneReq, TombstoneResp> =>
  (call, callback) =>
    remove(state, call, callback, {
      method: 'tombstone',
      work: (stream, expected) => state.log.tombstone(stream, expected),
      answer: (position) => {
        const found = new TombstoneResp.Position();
        found
          .setCommitPosition(String(position?.commit ?? 0))
          .setPreparePosition(String(position?.prepare ?? 0));
        return new TombstoneResp().setPosition(found);
      },
    });
