import type { RecordIndex, Walk, Wanted, Within } from './record-index';
import type { Audience, Position, View } from './view';

/** Values wanted, by column: one, or any of several. */
export type Filter = Readonly<Record<string, string | number | readonly (string | number)[]>>;

/** A part of a list: the keys after `after`, at most `limit` of them; without a limit, all. */
export interface Page {
  readonly after?: string;
  readonly limit?: number;
}

export interface Keyed<Row> {
  readonly key: string;
  readonly row: Row;
}

/** The read side of the views: rows at any position, for either audience. */
export abstract class Rows {
  /** The row of a key at a position; undefined where there was none for this audience. */
  abstract at<Row extends object>(
    view: View<Row>,
    key: string,
    position: Position,
    audience: Audience,
  ): Row | undefined;

  /**
   * The rows at a position whose values pass the filter, in order of key (by code point).
   * `next`, where there are more, is the `after` of the next page.
   */
  abstract list<Row extends object>(
    view: View<Row>,
    filter: Filter,
    position: Position,
    audience: Audience,
    page?: Page,
  ): { rows: Keyed<Row>[]; next?: string };

  /**
   * The ledger indexes of the records with all that is wanted, which must be something, in the order of the
   * ledger or against it.
   */
  abstract find(index: RecordIndex, wanted: Wanted, within: Within, walk?: Walk): number[];

  /** How many records `find` would find without a limit. */
  abstract count(index: RecordIndex, wanted: Wanted, within: Within): number;

  /** The values of a field that any record within has, in order of code point, the first so many of them. */
  abstract values(index: RecordIndex, field: string, within: Within, limit: number): string[];

  /** The ledger size that the view has passed: an answer for a greater basis would be incomplete. */
  abstract position(view: View | RecordIndex): number;

  abstract close(): void;
}
