import type { Access } from '@daybook/ledger';

/** A figure as a command names it: the period and the breakdown in any accepted spelling. */
export interface FigureNamed {
  readonly measure: string;
  readonly period: string;
  readonly breakdown?: string | null;
}

/** One entry about a figure, not marked as entered wrongly. */
export interface VintageOnRecord {
  readonly effectiveOn: string;
  /** As reported; null: it is missing, withheld or withdrawn. */
  readonly value: string | null;
  readonly withdraws: boolean;
  readonly access: Access;
}

/** What a slice is given of a figure on record. */
export interface FigureOnRecord {
  /** `figure:kent/robbery/2022-07`. */
  readonly ref: string;
  /** Restricted where all of its measure is. */
  readonly access: Access;
  /** By event id. */
  readonly vintages: ReadonlyMap<string, VintageOnRecord>;
  /** The event id of the vintage that stood at the end of a day; undefined where none did. */
  stoodOn(day: string): string | undefined;
}

/** The figures of an area as slices need them; whoever puts the slices together says who answers. */
export abstract class FigureRegister {
  /**
   * The figures named, in that order, at the tip of the area's book of figures; undefined for one that has
   * nothing on record, or that is named by no period or breakdown that can be.
   */
  abstract find(
    area: string,
    named: readonly FigureNamed[],
  ): Promise<readonly (FigureOnRecord | undefined)[]>;
}
