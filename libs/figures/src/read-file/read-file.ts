import { isRefusal, type Refusal } from '@daybook/ledger';
import { createHash } from 'node:crypto';
import { textOfCell } from '../apostrophe';
import { READ_COLUMNS, type ReadColumn } from '../file-columns';
import { MOST_FILE_BYTES, textOf, tooLarge } from './file-bytes';
import { FileProblems, fileRefused } from './file-problems';
import { rowsOf, type FileRow, type Header } from './file-rows';

export const MOST_FILE_LINES = 1_000;

/** One figure of a file: its cells by column, an absent column empty, and the line on which it begins. */
export interface FileLine {
  readonly line: number;
  readonly cells: Readonly<Record<ReadColumn, string>>;
}

export interface FileRead {
  /** SHA-256 of the file's bytes, in hex. */
  readonly sha256: string;
  readonly lines: readonly FileLine[];
}

/** Words that stand for something are read without the spaces around them; texts as they are. */
const TEXTS: readonly ReadColumn[] = ['reason', 'place', 'printed'];

/**
 * Reads a file of figures: every problem of its form at once, each with its line and column, or all of its
 * lines. What the figures mean is not looked at here.
 */
export function readFigures(bytes: Uint8Array): FileRead | Refusal {
  if (bytes.length > MOST_FILE_BYTES) return tooLarge();
  const text = textOf(bytes);
  if (isRefusal(text)) return text;
  const found = rowsOf(text, MOST_FILE_LINES);
  if (isRefusal(found)) return found;
  const { header, rows } = found;
  if (rows.length === 0)
    return fileRefused(
      'figures.file-no-lines',
      'This file names its columns and holds no figure below them.',
    );
  const problems = new FileProblems();
  for (const row of rows) lookAt(row, header, problems);
  if (problems.count > 0)
    return problems.refusal(
      'figures.file-bad-lines',
      `${problems.count.toLocaleString('en-GB')} things in this file cannot be read.`,
    );
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    lines: rows.map((row) => ({ line: row.line, cells: cellsOf(row, header) })),
  };
}

/** What is wrong with one line. Of one that does not fit the columns no cell is looked at: none has a name. */
function lookAt(row: FileRow, header: Header, problems: FileProblems): void {
  const { line, cells } = row;
  // One cell too many, even an empty one: a separator inside a value moves all that stands after it.
  const unnamed = cells.some((cell, i) => header[i] === undefined && cell.trim() !== '');
  if (unnamed || cells.length !== header.length) {
    const message = `Line ${line} has ${cells.length} cells, and the first line names ${header.length} columns.`;
    const why = 'Put a text that holds a separator between quotation marks.';
    problems.say({ line }, 'figures.file-ragged-line', `${message} ${why}`);
    return;
  }
  for (const [i, cell] of cells.entries())
    if (cell.startsWith('='))
      problems.say(
        { line, column: header[i] ?? String(i + 1) },
        'figures.file-formula',
        'This cell is a formula. Save its result as a value; a text that begins with = has an apostrophe before it.',
      );
  unfilled(row, header, problems);
}

/** What no figure is without: which one it is. A line of the template that was left as it was has no more. */
function unfilled(row: FileRow, header: Header, problems: FileProblems): void {
  const cells = cellsOf(row, header);
  for (const column of ['measure', 'period'] as const) {
    if (cells[column] !== '') continue;
    const what = column === 'measure' ? 'the id of the measure' : 'the period, such as 2022-07';
    const message = `Line ${row.line} does not say ${what}. Write it, or take the line out.`;
    problems.say({ line: row.line, column }, 'figures.file-empty-cell', message);
  }
}

function cellsOf({ cells }: FileRow, header: Header): FileLine['cells'] {
  const cell = (column: ReadColumn): string => {
    const found = textOfCell(cells[header.indexOf(column)] ?? '');
    return TEXTS.includes(column) ? found : found.trim();
  };
  return Object.fromEntries(READ_COLUMNS.map((c) => [c, cell(c)])) as FileLine['cells'];
}

/** The lines as `submit-return` takes them: what is empty is left out. */
export function linesToSend(read: FileRead): Record<string, string>[] {
  return read.lines.map(({ cells }) =>
    Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== '')),
  );
}

/**
 * Where a problem of the command's body stands in the file: `/lines/2/value` is the column `value` of the
 * line that the third figure begins on.
 */
export function placeInFile(
  field: string,
  { lines }: Pick<FileRead, 'lines'>,
): { readonly line?: number; readonly column?: string } {
  const [, list, i = '', column] = field.split('/');
  const line = list === 'lines' ? lines[Number(i)]?.line : undefined;
  return line === undefined ? {} : { line, ...(column && { column }) };
}
