import type { ClusterError } from './cluster-error';

/** A place in $all, the one order of everything in a cluster. */
export interface Position {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** An event as the cluster holds it. */
export interface ClusterEvent {
  readonly stream: string;
  /** From 0; of a tombstone, the greatest there is. */
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  /** Bytes where it was written as such; else the value that its JSON reads as. */
  readonly data: Uint8Array | { readonly json: unknown };
  readonly position: Position;
}

/** An event to be written: its id, its type for people who look in the cluster, and its bytes. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What a subscription tells, in order, until it is closed or has failed. */
export interface Listener {
  event(event: ClusterEvent): void;
  /** All before this position has been told. */
  checkpoint(position: Position): void;
  /** Nothing more comes of it. */
  failed(error: ClusterError): void;
}

/** Negative, zero or positive, as `a` stands before, at or after `b`. */
export function comparePositions(a: Position, b: Position): number {
  if (a.commit !== b.commit) return a.commit < b.commit ? -1 : 1;
  return a.prepare === b.prepare ? 0 : a.prepare < b.prepare ? -1 : 1;
}
