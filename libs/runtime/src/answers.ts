import type { ResolvedPosition } from './positions';

/** One thing, at the position that the answer uses. */
export interface One<T> {
  readonly position: ResolvedPosition;
  readonly item: T;
}

export interface Many<T> {
  readonly position: ResolvedPosition;
  /** The earlier position of an answer about two. */
  readonly from?: ResolvedPosition;
  readonly items: readonly T[];
  /** Pass as `after` for the next page. */
  readonly next?: string;
}
