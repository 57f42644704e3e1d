/** How a value is known: exactly, or on which side of what was written. */
export type Bound = 'exact' | 'around' | 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'range';

/** A value as it is drawn: a decimal with its bound; `high` is the upper end of a range, else the same as `low`. */
export interface DrawnValue {
  readonly bound: Bound;
  readonly low: string;
  readonly high: string;
}

/** One value on a chart, at its step along the axis. `value` is absent where there is none, which is a gap. */
export interface Mark {
  readonly step: number;
  readonly value?: DrawnValue;
  /** The value as pages say it, or why there is none. */
  readonly words: string;
  /** What sets it apart, in a word: provisional, estimated, or why there is no value. */
  readonly apart?: string;
}

/** A line of a chart. */
export interface Line<Of extends Mark = Mark> {
  /** Stands on the line itself. */
  readonly label: string;
  readonly marks: readonly Of[];
  /** One value for a span: from its first step to its last. */
  readonly level?: {
    readonly from: number;
    readonly to: number;
    readonly words: string;
    readonly at: DrawnValue;
  };
}

/** Before the first mark of that step or a later one the first line is broken. */
export interface Break {
  readonly step: number;
  readonly words: string;
}

/** What a chart is drawn from. */
export interface Chart<Of extends Mark = Mark> {
  readonly lines: readonly Line<Of>[];
  readonly breaks: readonly Break[];
  /** Whether a line goes on from one step to another that follows it on record. */
  joins(before: number, after: number): boolean;
  /** What may stand under the axis at a mark, row by row. */
  underAxis(mark: Of): readonly string[];
  /** A value holds until the next one comes; else lines go straight from value to value. */
  readonly holds?: boolean;
}
