import type { Recorded } from '@daybook/ledger';

/** What a record can be found by: a value in one of the index's fields. */
export type Term = readonly [field: string, value: string];

/**
 * An index of the records themselves: where in the ledger those with a term stand. It holds no rows; what
 * a record says is read from the ledger. Change `version` whenever `scope` or `terms` changes what it
 * returns: the index is then built anew at the next start.
 *
 * Both functions are pure. When one throws, the index stops at that record, as a view does.
 */
export interface RecordIndex {
  readonly name: string;
  readonly version: number;
  /**
   * In an order that only a new version may change, the most telling first: a search with several terms is
   * led by the first of them.
   */
  readonly fields: readonly string[];
  /** Who may find it: '' for everyone, else the name of a circle of readers; undefined for nobody. */
  scope(record: Recorded): string | undefined;
  /** Repeats count once. */
  terms(record: Recorded): readonly Term[];
}

/** Every one of these must hold, each by any of its terms. */
export type Wanted = readonly (readonly Term[])[];

/** What a search may see: records below the ledger size `basis`, of the circles that `mayFind` admits. */
export interface Within {
  readonly basis: number;
  mayFind(scope: string): boolean;
}

/** From which record on, itself included, and in which direction; all from the end it begins at. */
export interface Walk {
  readonly from?: number;
  readonly limit?: number;
  readonly newestFirst?: boolean;
}

/** Records of one line of the index: its number is the index of a record divided by this, rounded down. */
export const BLOCK = 512;
/** A record's place in its block, always as two characters, so that a line only ever grows at its end. */
const PLACES = Array.from({ length: BLOCK }, (_, place) => place.toString(36).padStart(2, '0'));

export function blockOf(index: number): number {
  return Math.floor(index / BLOCK);
}

export function placeInBlock(index: number): string {
  return PLACES[index % BLOCK] ?? '';
}

/** The records that a line of the index names, in ascending order. */
export function recordsOf(block: number, places: string): number[] {
  const records: number[] = [];
  for (let at = 0; at < places.length; at += 2)
    records.push(block * BLOCK + Number.parseInt(places.slice(at, at + 2), 36));
  return records;
}
