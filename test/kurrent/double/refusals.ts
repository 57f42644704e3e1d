import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { type Ending } from './faults';
import { type Expected } from './records';

/** Where a client that needs the leader is sent. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** An error with the trailing metadata by which the client tells one refusal from another. */
function refusal(code: status, details: string, trailing: Record<string, string> = {}): ServiceError {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailing)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

export const unavailable = (): ServiceError => refusal(status.UNAVAILABLE, 'Server Is Not Ready');

export const timedOut = (): ServiceError => refusal(status.ABORTED, 'Operation timed out');

export const unknown = (details: string): ServiceError => refusal(status.UNKNOWN, details);

export const accessDenied = (): ServiceError =>
  refusal(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

export const notLeader = ({ address, port }: Endpoint): ServiceError =>
  refusal(status.NOT_FOUND, `Leader info available at ${address}:${port}`, {
    exception: 'not-leader',
    'leader-endpoint-host': address,
    'leader-endpoint-port': String(port),
  });

export const streamDeleted = (stream: string): ServiceError =>
  refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const tooLarge = (limit: number): ServiceError =>
  refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });

/** The numbers that stand for the named expectations where only numbers fit. */
const EXPECTED = { any: '-2', no_stream: '-1', stream_exists: '-4' } as const;

export const wrongRevision = (
  stream: string,
  expected: Expected,
  current: bigint | 'no_stream',
): ServiceError =>
  refusal(status.FAILED_PRECONDITION, `Append failed due to WrongExpectedVersion. Stream: ${stream}`, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': typeof expected === 'bigint' ? String(expected) : EXPECTED[expected],
    ...(current === 'no_stream' ? {} : { 'actual-version': String(current) }),
  });

/** The error that a fault ends a call with; none for a call that hangs. */
export function errorOf(ending: Ending): ServiceError | undefined {
  switch (ending) {
    case 'unavailable':
      return unavailable();
    case 'timeout':
      return timedOut();
    case 'access-denied':
      return accessDenied();
    case 'unknown':
      return unknown('Exception was thrown by handler.');
    case 'hang':
      return undefined;
  }
}
