import { isRefusal, type Refusal } from '@daybook/ledger';
import { createHash } from 'node:crypto';
import { textOfCell } from './apostrophe';
import { MOST_FILE_BYTES, textOf, tooLarge } from './file-bytes';
import { FileProblems, fileRefused, type PlaceInFile } from './file-problems';
import { rowsOf, type FileRow, type Header } from './file-rows';
import type { SheetKind } from './sheet-kind';

/** A line of a file: its cells by column, an absent column empty, and the line of the file on which it begins. */
export interface SheetLine<Column extends string = string> {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

export interface SheetRead<Column extends string = string> {
  /** SHA-256 of the file's bytes, in hex. */
  readonly sha256: string;
  readonly lines: readonly SheetLine<Column>[];
}

/**
 * Reads a file that people keep in a spreadsheet: every problem of its form at once, each with its line and
 * column, or all of its lines. What the lines mean is not looked at here.
 */
export function readSheet<Column extends string>(
  kind: SheetKind<Column>,
  bytes: Uint8Array,
): SheetRead<Column> | Refusal {
  if (bytes.length > MOST_FILE_BYTES) return tooLarge(kind);
  const text = textOf(kind, bytes);
  if (isRefusal(text)) return text;
  const found = rowsOf(kind, text);
  if (isRefusal(found)) return found;
  const { header, rows } = found;
  if (rows.length === 0)
    return fileRefused(
      kind,
      'no-lines',
      `This file names its columns and holds no ${kind.words.one} below them.`,
    );
  const lines = rows.map((row) => ({ line: row.line, cells: cellsOf(kind, row, header) }));
  const problems = new FileProblems(kind);
  for (const [i, row] of rows.entries())
    if (fits(row, header, problems)) lookAt(kind, row, header, lines[i]?.cells, problems);
  if (problems.count > 0)
    return problems.refusal(
      'bad-lines',
      `${problems.count.toLocaleString('en-GB')} things in this file cannot be read.`,
    );
  return { sha256: createHash('sha256').update(bytes).digest('hex'), lines };
}

/** Whether a line fits the columns. Of one that does not, no cell is looked at: none has a name. */
function fits({ line, cells }: FileRow, header: Header, problems: FileProblems): boolean {
  // One cell too many, even an empty one: a separator inside a value moves all that stands after it.
  const unnamed = cells.some((cell, i) => header[i] === undefined && cell.trim() !== '');
  if (!unnamed && cells.length === header.length) return true;
  const message = `Line ${line} has ${cells.length} cells, and the first line names ${header.length} columns.`;
  const why = 'Put a text that holds a separator between quotation marks.';
  problems.say({ line }, 'ragged-line', `${message} ${why}`);
  return false;
}

/** Formulas, then what no line is without. A line of a template that was left as it was has no more. */
function lookAt<Column extends string>(
  kind: SheetKind<Column>,
  { line, cells }: FileRow,
  header: Header,
  named: SheetLine<Column>['cells'] | undefined,
  problems: FileProblems,
): void {
  for (const [i, cell] of cells.entries())
    if (cell.startsWith('='))
      problems.say(
        { line, column: header[i] ?? String(i + 1) },
        'formula',
        'This cell is a formula. Save its result as a value; a text that begins with = has an apostrophe before it.',
      );
  for (const column of kind.read) {
    const what = kind.filled[column];
    if (what === undefined || named?.[column] !== '') continue;
    const message = `Line ${line} does not say ${what}. Write it, or take the line out.`;
    problems.say({ line, column }, 'empty-cell', message);
  }
}

function cellsOf<Column extends string>(
  { read, texts }: SheetKind<Column>,
  { cells }: FileRow,
  header: Header,
): SheetLine<Column>['cells'] {
  const cell = (column: Column): string => {
    const found = textOfCell(cells[header.indexOf(column)] ?? '');
    return texts.includes(column) ? found : found.trim();
  };
  return Object.fromEntries(read.map((c) => [c, cell(c)])) as SheetLine<Column>['cells'];
}

/** The lines as a command takes them: what is empty is left out. */
export function linesToSend(read: SheetRead): Record<string, string>[] {
  return read.lines.map(({ cells }) =>
    Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== '')),
  );
}

/**
 * Where a problem of the command's body stands in the file: `/lines/2/value` is the column `value` of the
 * line of the file on which the third line of the body begins.
 */
export function placeInFile(field: string, { lines }: Pick<SheetRead, 'lines'>): PlaceInFile {
  const [, list, i = '', column] = field.split('/');
  const line = list === 'lines' ? lines[Number(i)]?.line : undefined;
  return line === undefined ? {} : { line, ...(column && { column }) };
}
