/** A column: its head, and what stands in it for a row. `end` aligns it at the right, for numbers. */
export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => string | number | null;
  readonly align?: 'start' | 'end';
}

/** Text that a terminal shows as it is: control characters, which could drive it, become a visible mark. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\u{fffd}');
}

/**
 * Aligned plain text; columns that are empty in every row are left out. Heads are bold where `colour`
 * says so.
 */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], colour: boolean): string {
  const filled = columns
    .map((column) => ({ ...column, cells: rows.map((row) => printable(String(column.cell(row) ?? ''))) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const widths = filled.map(({ head, cells }) => Math.max(...[head, ...cells].map(width)));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, i) => pad(text, widths[i] ?? 0, filled[i]?.align === 'end'))
      .join('  ')
      .trimEnd();
  const head = line(filled.map((column) => column.head));
  const body = rows.map((_, r) => line(filled.map(({ cells }) => cells[r] ?? '')));
  return [colour ? `\u001b[1m${head}\u001b[22m` : head, ...body].map((text) => `${text}\n`).join('');
}

/** One thing: a line for each of its parts that says something. */
export function sheet(parts: readonly (readonly [name: string, value: string | number | null])[]): string {
  const said = parts.filter(([, value]) => value !== null && value !== '');
  const widest = Math.max(...said.map(([name]) => width(name)));
  return said.map(([name, value]) => `${pad(name, widest, false)}  ${printable(String(value))}\n`).join('');
}

function width(text: string): number {
  return [...text].length;
}

function pad(text: string, wanted: number, atEnd: boolean): string {
  const space = ' '.repeat(Math.max(0, wanted - width(text)));
  return atEnd ? space + text : text + space;
}
