import { Refusal, isRefusal, type Problem } from '@daybook/ledger';
import { CsvError, parse } from 'csv-parse/sync';
import { PASSED_COLUMNS, READ_COLUMNS, type ReadColumn } from '../file-columns';
import { fileProblem, fileRefused } from './file-bytes';

/** A thousand characters for each of the longest cells, and the reason's four thousand, in bytes. */
const MOST_RECORD_BYTES = 65_536;
const SEPARATORS = [',', ';', '\t'] as const;
const NEEDED: readonly ReadColumn[] = ['measure', 'period', 'value', 'place'];
const NO_CELLS: readonly string[] = [];
const NAMES = READ_COLUMNS.join(', ');

/** A row of cells as they stand, with the line of the file on which it begins. */
export interface FileRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The columns of a file, in its order: undefined where a cell of the first line is empty. */
export type Header = readonly (string | undefined)[];

/** The first line's columns and all other rows, blank ones left out; beyond `most`, rows are only counted. */
export function rowsOf(
  text: string,
  most: number,
): { readonly header: Header; readonly rows: readonly FileRow[] } | Refusal {
  if (text.trim() === '')
    return fileRefused(
      'figures.file-empty',
      `This file is empty. Its first line names the columns: ${NAMES}.`,
    );
  const all = parsed(text, separatorOf(text), most);
  if (isRefusal(all)) return all;
  const [first, ...rows] = all;
  const header = headerOf(first ?? { line: 1, cells: [] });
  return isRefusal(header) ? header : { header, rows };
}

/** The separator by which the first line falls into the most columns that are known. */
function separatorOf(text: string): string {
  const [first = ''] = text.trimStart().split(/\r\n|\n|\r/, 1);
  const known = (separator: string): number =>
    first.split(separator).filter((cell) => isKnown(cell.replaceAll('"', '').trim())).length;
  return SEPARATORS.reduce((best, separator) => (known(separator) > known(best) ? separator : best));
}

function isKnown(name: string): boolean {
  return ([...READ_COLUMNS, ...PASSED_COLUMNS] as string[]).includes(name);
}

/**
 * Every row that is not blank, one at a time: no more than `most` of them are held, whatever the file has.
 * The rows beyond are counted and have no cells.
 */
function parsed(text: string, delimiter: string, most: number): readonly FileRow[] | Refusal {
  const rows: FileRow[] = [];
  let end = 0;
  // The parser takes a line break of two characters inside quotation marks for two.
  let twice = 0;
  const add = (cells: readonly string[], lines: number): null => {
    const within = cells.flatMap((cell) => cell.match(/\r\n|\n|\r/g) ?? []);
    twice += within.filter((lineBreak) => lineBreak.length > 1).length;
    end = lines - twice;
    if (cells.some((cell) => cell.trim() !== ''))
      rows.push({ line: end - within.length, cells: rows.length <= most ? cells : NO_CELLS });
    return null;
  };
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: MOST_RECORD_BYTES,
      on_record: (cells: string[], { lines }) => add(cells, lines),
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines = 1 } = error as CsvError & { readonly lines?: number };
    return unreadable(error.code, error.code === 'CSV_QUOTE_NOT_CLOSED' ? end + 1 : lines - twice);
  }
}

function unreadable(code: string, line: number): Refusal {
  if (code === 'CSV_MAX_RECORD_SIZE')
    return fileRefused(
      'figures.file-line-too-long',
      `Line ${line} is longer than any figure. Is a quotation mark missing that ends a text?`,
      line,
    );
  return fileRefused(
    'figures.file-bad-quotes',
    `The quotation marks on line ${line} do not pair. Put a text that holds a separator, a line break or a ` +
      'quotation mark between two of them, and write those inside it twice.',
    line,
  );
}

function headerOf({ line, cells }: FileRow): Header | Refusal {
  const names = cells.map((cell) => cell.trim());
  const problems: Problem[] = [];
  const say = (column: string, code: string, message: string): void => {
    problems.push(fileProblem({ line, column }, code, message));
  };
  if (!names.some(isKnown))
    return fileRefused(
      'figures.file-no-header',
      `The first line names no column. Begin the file with: ${NAMES}.`,
      line,
    );
  for (const [i, name] of names.entries()) {
    if (name === '') continue;
    if (!isKnown(name))
      say(
        name.slice(0, 60),
        'figures.file-unknown-column',
        `There is no column "${name.slice(0, 60)}". Use: ${NAMES}.`,
      );
    else if (names.indexOf(name) < i)
      say(name, 'figures.file-column-twice', `The column ${name} stands in the first line twice.`);
  }
  for (const name of NEEDED)
    if (!names.includes(name))
      say(name, 'figures.file-column-missing', `The column ${name} is missing. Name it in the first line.`);
  if (problems.length > 0)
    return Refusal.of('figures.file-bad-header', 'The first line of the file cannot be read.', problems);
  return names.map((name) => name || undefined);
}
