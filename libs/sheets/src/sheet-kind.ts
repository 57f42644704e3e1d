/** What can be wrong with the form of a file; behind the name of a slice, each is a permanent code. */
export const FAULTS = [
  'bad-header',
  'bad-lines',
  'bad-quotes',
  'column-missing',
  'column-twice',
  'empty',
  'empty-cell',
  'formula',
  'header-twice',
  'is-spreadsheet',
  'line-too-long',
  'no-header',
  'no-lines',
  'not-text',
  'not-utf-8',
  'ragged-line',
  'too-large',
  'too-many-lines',
  'unknown-column',
] as const;
export type Fault = (typeof FAULTS)[number];

/** What a slice says of the files that it reads: its columns, its limit and its words. */
export interface SheetKind<Column extends string = string> {
  /** What its codes begin with: `figures.file-empty`. */
  readonly slice: string;
  /** The columns that are read, in the order in which files are written. */
  readonly read: readonly Column[];
  /** What Daybook's own files say besides; these columns are passed by. */
  readonly passed: readonly string[];
  /** Those that the first line must name. */
  readonly needed: readonly Column[];
  /** What no line is without, and how to say what it is: `the id of the measure`. */
  readonly filled: Readonly<Partial<Record<Column, string>>>;
  /** Texts are kept to the character; all other cells are read without the spaces around them. */
  readonly texts: readonly Column[];
  /** The most lines below the first. */
  readonly most: number;
  /** What one line is and what many are (`figure`, `figures`), and what takes them (`One return`). */
  readonly words: { readonly one: string; readonly many: string; readonly taker: string };
}

export function codeOf({ slice }: Pick<SheetKind, 'slice'>, fault: Fault): string {
  return `${slice}.file-${fault}`;
}

/** Every code that a kind of file can be refused with. */
export function codesOf(kind: Pick<SheetKind, 'slice'>): readonly string[] {
  return FAULTS.map((fault) => codeOf(kind, fault));
}
