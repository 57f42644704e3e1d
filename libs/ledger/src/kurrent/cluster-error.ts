/**
 * What came of a call to the cluster:
 * - `conflict`: the stream is at another revision (`actual`, -1 for none); nothing was written
 * - `missing`: there is no such stream; `deleted`: it was ended for ever
 * - `too-large`: more than the cluster takes at once; nothing was written
 * - `refused`: the account may not do that; nothing was written
 * - `unreadable`: the cluster cannot make sense of what was asked
 * - `unsent`: no connection could be made; nothing was written
 * - `late`: no answer came in time; `unknown`: the connection broke. Whether it was done, nobody knows
 */
export type ClusterErrorKind =
  'conflict' | 'missing' | 'deleted' | 'too-large' | 'refused' | 'unreadable' | 'unsent' | 'late' | 'unknown';

export class ClusterError extends Error {
  constructor(
    readonly kind: ClusterErrorKind,
    message: string,
    readonly actual = -1,
  ) {
    super(message);
  }

  /** Whether the same call may be made again, and may then succeed. */
  get passing(): boolean {
    return this.kind === 'unsent' || this.kind === 'late' || this.kind === 'unknown';
  }
}

/** The client's error types (`ErrorType` in its sources), as far as they mean something definite. */
const KINDS: Readonly<Record<string, ClusterErrorKind>> = {
  'wrong-expected-version': 'conflict',
  'stream-not-found': 'missing',
  'stream-deleted': 'deleted',
  'maximum-append-size-exceeded': 'too-large',
  'access-denied': 'refused',
  'invalid-argument': 'unreadable',
  'not-leader': 'unknown',
  'deadline-exceeded': 'late',
};

/**
 * gRPC's UNKNOWN, INVALID_ARGUMENT and OUT_OF_RANGE: said by the server's own code, where what the client
 * calls an unknown error may also be a connection that broke (INTERNAL).
 */
const UNREADABLE: readonly unknown[] = [2, 3, 11];

/** What the gRPC library says of a call that it never sent. */
const NEVER_SENT = /No connection established|Failed to discover/;

/** Whatever the client threw, by what it means for the call. What is not known to be definite is unknown. */
export function clusterError(error: unknown): ClusterError {
  if (error instanceof ClusterError) return error;
  const { type, code, actualVersion } = error as { type?: unknown; code?: unknown; actualVersion?: unknown };
  const said = error instanceof Error ? error.message : String(error);
  if (NEVER_SENT.test(said)) return new ClusterError('unsent', 'The cluster cannot be reached.');
  const unreadable = type === 'unknown' && UNREADABLE.includes(code);
  const kind =
    (typeof type === 'string' ? KINDS[type] : undefined) ?? (unreadable ? 'unreadable' : 'unknown');
  const actual = typeof actualVersion === 'bigint' ? Number(actualVersion) : -1;
  return new ClusterError(kind, said || `The cluster answered "${String(type)}".`, actual);
}
