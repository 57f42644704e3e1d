import type { Person } from '@daybook/identity';
import type { Done } from '@daybook/ledger';
import type {
  EventFilter,
  EventItem,
  EventsAsked,
  Many,
  Neighbours,
  One,
  PositionRequest,
  Readings,
  StatusAnswer,
} from '@daybook/runtime';

/** One thing, with the position that the answer uses. */
export interface OneAnswer<T> {
  readonly asOf: string;
  readonly basis: number;
  readonly item: T;
}

/** All of a list, with the position that the answer uses; `from` is the earlier one of an answer about two. */
export interface ListAnswer<T> {
  readonly asOf: string;
  readonly basis: number;
  readonly from?: { readonly asOf: string; readonly basis: number };
  readonly items: readonly T[];
}

/** Records of the ledger, in its order; `next`, where there may be more, is where to go on. */
export interface EventsAnswer {
  readonly basis: number;
  readonly items: readonly EventItem[];
  readonly next: number | null;
}

export interface EventAnswer {
  readonly basis: number;
  readonly item: EventItem;
}

/** The ledger's clock alone: records are listed as they were recorded. */
export type BasisRequest = Pick<PositionRequest, 'basis' | 'basisAt'>;

/**
 * One question, for either door: `here` asks the readings of this process, `path` and `parameters` say
 * where under /api/v1 a server answers the same.
 */
export interface Question<Found> {
  readonly path: string;
  readonly parameters: Readonly<Record<string, string | number | undefined>>;
  here(readings: Readings, person: Person): Promise<Found>;
}

/**
 * The way to one ledger: through its files, or, while a server has them, through that server. Both give
 * the same answers, and the same refusals (as RefusalError).
 */
export interface Door {
  /** The receipt; where its place in the ledger is not known yet, what is known; or what became of a draft. */
  command(name: string, id: string, body: unknown): Promise<Done>;
  /** What would come of a command; nothing is written. */
  check<T>(name: string, body: unknown): Promise<T>;
  /** What has no position, such as what is not on record. */
  bare<T>(question: Question<T>): Promise<T>;
  one<T>(question: Question<One<T>>): Promise<OneAnswer<T>>;
  /** All of a list, to its last page. */
  many<T>(question: Question<Many<T>>): Promise<ListAnswer<T>>;
  events(at: BasisRequest, filter: EventsAsked): Promise<EventsAnswer>;
  event(at: BasisRequest, index: number): Promise<EventAnswer>;
  neighbours(at: BasisRequest, index: number): Promise<Neighbours>;
  /** Records from a place on (from now on where absent), then each as it comes, until the signal says so. */
  follow(filter: EventFilter, from: number | undefined, signal: AbortSignal): AsyncIterable<EventItem>;
  status(): Promise<StatusAnswer>;
  close(): Promise<void>;
}
