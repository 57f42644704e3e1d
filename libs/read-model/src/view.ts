import type { Entry, Recorded } from '@daybook/ledger';

/**
 * One way of reading the ledger: rows, each with a key, folded from the records that concern that key.
 *
 * For a key, the row at a position is the fold, in order of (effectiveOn, index), of the key's records with
 * `effectiveOn <= asOf` and `index < basis`. Change `version` whenever `key`, `fold`, `columns` or `values`
 * changes what it returns: the view is then rebuilt from the first record at the next start.
 *
 * All four are pure. When one throws, the view stops at that record, says so, and goes no further; it never
 * skips.
 */
export interface View<Row extends object = object> {
  readonly name: string;
  readonly version: number;
  /**
   * Keys of the rows that this record changes; none when it does not concern the view. Repeats count once.
   */
  key(record: Recorded): readonly string[];
  /**
   * The row after one more record; undefined where there is none (any more). Total: it accepts a key's
   * records in any order of dates, and gets rows back that went through JSON. It never changes the row that
   * it is given.
   */
  fold(row: Row | undefined, entry: Entry, key: string): Row | undefined;
  /** Names of the values that lists can be filtered by, in an order that only a new version may change. */
  readonly columns: readonly string[];
  values(row: Row): Readonly<Record<string, string | number | null>>;
}

/**
 * A place on both clocks: `asOf` is a UK date (YYYY-MM-DD), `basis` a ledger size that is the end of a
 * commit.
 */
export interface Position {
  readonly asOf: string;
  readonly basis: number;
}

/** `outside` sees rows folded from public records alone. */
export type Audience = 'inside' | 'outside';

/**
 * How many records of one type the ledger holds below a view's position, and how many of them the view
 * consumed.
 */
export interface Consumption {
  readonly inLedger: number;
  readonly consumed: number;
}

/** How far a view has come. */
export interface ViewStatus {
  readonly view: string;
  readonly version: number;
  /** The ledger size up to which every record is in the rows. */
  readonly position: number;
  /** The record that the view could not take, and why. It stays at `position` until the code is mended. */
  readonly stopped?: { readonly index: number; readonly reason: string };
  /** By record type: the two numbers differ where the view passes records by. */
  readonly records: Readonly<Record<string, Consumption>>;
}
