import type { Drawing } from './draw-chart';

/** A chart for a template: what it shows in words, drawn for wide and for narrow screens, and as a table. */
export interface ChartShown {
  readonly title: string;
  readonly summary: string;
  readonly drawings: readonly Drawing[];
  readonly table: ChartTable;
  /** What is on record and not drawn, as a sentence. */
  readonly left?: string;
  readonly cut?: string;
}

export interface ChartTable {
  /** The head of the column that says where along the axis a row stands. */
  readonly first: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly string[] }[];
}
