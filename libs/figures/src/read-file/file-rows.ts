import { type Refusal, RefusalError, isRefusal } from '@daybook/ledger';
import { CsvError, parse } from 'csv-parse/sync';
import { PASSED_COLUMNS, READ_COLUMNS, type ReadColumn } from '../file-columns';
import { FileProblems, fileRefused } from './file-problems';

/** A thousand characters for each of the longest cells, and the reason's four thousand, in bytes. */
const MOST_RECORD_BYTES = 65_536;
const SEPARATORS = [',', ';', '\t'] as const;
const NEEDED: readonly ReadColumn[] = ['measure', 'period', 'value', 'place'];
const NAMES = READ_COLUMNS.join(', ');
const KNOWN: ReadonlySet<string> = new Set([...READ_COLUMNS, ...PASSED_COLUMNS]);
/** All columns there are, several times over: what stands further on in a first line is not the separator's. */
const MOST_HEADER = 4_096;
/** Rows of separators alone, between figures; those below the last figure do not count. */
const MOST_BLANK_ROWS = 2_000;

/** A row of cells as they stand, with the line of the file on which it begins. */
export interface FileRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The columns of a file, in its order: undefined where a cell of the first line is empty. */
export type Header = readonly (string | undefined)[];

/**
 * The first line's columns and all other rows, blank ones left out. It is read no further than to a first line
 * that is none, or to the row after the `most` that are taken: what stands below is not looked at.
 */
export function rowsOf(
  text: string,
  most: number,
): { readonly header: Header; readonly rows: readonly FileRow[] } | Refusal {
  if (text.trim() === '')
    return fileRefused(
      'figures.file-empty',
      `This file is empty. Its first line names the columns: ${NAMES}.`,
    );
  const separator = separatorOf(text);
  const taken = new Taken(most);
  const bad = parsed(withoutBlankEnd(text, separator), separator, taken);
  if (bad) return bad;
  return taken.header ? { header: taken.header, rows: taken.rows } : noHeader(1);
}

/** The separator by which the first line falls into the most columns that are known. */
function separatorOf(text: string): string {
  const start = text.trimStart().slice(0, MOST_HEADER);
  const [first = ''] = start.split(/\r\n|\n|\r/, 1);
  const known = (separator: string): number =>
    first.split(separator).filter((cell) => KNOWN.has(cell.replaceAll('"', '').trim())).length;
  return SEPARATORS.reduce((best, separator) => (known(separator) > known(best) ? separator : best));
}

/** Without the rows of separators, sometimes many thousands, with which spreadsheets end a file. */
function withoutBlankEnd(text: string, separator: string): string {
  const blank = ` \t\r\n${separator}`;
  let end = text.length;
  while (end > 0 && blank.includes(text.charAt(end - 1))) end -= 1;
  const lineBreak = text.slice(end).search(/[\r\n]/);
  if (end === 0) return '';
  return lineBreak < 0 ? text : text.slice(0, end + lineBreak);
}

/** What is taken of a file, row by row; throws the refusal at the row that ends the reading. */
class Taken {
  readonly rows: FileRow[] = [];
  header: Header | undefined;
  private named = '';
  private blank = 0;

  constructor(private readonly most: number) {}

  take(row: FileRow): void {
    if (row.cells.every((cell) => cell.trim() === '')) this.passBy();
    else if (this.header) this.add(row);
    else {
      const header = headerOf(row);
      if (isRefusal(header)) throw new RefusalError(header);
      this.header = header;
      this.named = said(row);
    }
  }

  private passBy(): void {
    this.blank += 1;
    if (this.blank > MOST_BLANK_ROWS)
      throw new RefusalError(
        tooMany(`This file holds more than ${inWords(MOST_BLANK_ROWS)} empty rows. Delete them.`),
      );
  }

  private add(row: FileRow): void {
    if (said(row) === this.named)
      throw new RefusalError(
        fileRefused(
          'figures.file-header-twice',
          `Line ${row.line} names the columns again, as files put together do. Leave the names on the first line only.`,
        ),
      );
    if (this.rows.length === this.most)
      throw new RefusalError(
        tooMany(
          `This file holds more than ${inWords(this.most)} lines. One return takes up to ` +
            `${inWords(this.most)} figures: send it in parts.`,
        ),
      );
    this.rows.push(row);
  }
}

function said({ cells }: FileRow): string {
  return cells.map((cell) => cell.trim()).join('\n');
}

function tooMany(message: string): Refusal {
  return fileRefused('figures.file-too-many-lines', message);
}

function inWords(count: number): string {
  return count.toLocaleString('en-GB');
}

function breaks(cell: string): boolean {
  return cell.includes('\n') || cell.includes('\r');
}

/**
 * Hands on each row with its place, until one ends the reading; the refusal, if any. The parser builds an
 * error for each row of another length than the first, and a file of nothing else would keep it busy for
 * minutes: that no more than a few thousand rows are ever taken holds its work within bounds.
 */
function parsed(text: string, delimiter: string, taken: Taken): Refusal | undefined {
  let end = 0;
  // The parser takes a line break of two characters inside quotation marks for two.
  let twice = 0;
  const hand = (cells: readonly string[], lines: number): null => {
    let within = 0;
    for (const cell of cells.filter(breaks))
      for (const [lineBreak] of cell.matchAll(/\r\n|\n|\r/g)) {
        within += 1;
        if (lineBreak.length > 1) twice += 1;
      }
    end = lines - twice;
    taken.take({ line: end - within, cells });
    return null;
  };
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: MOST_RECORD_BYTES,
      on_record: (cells: string[], { lines }) => hand(cells, lines),
    });
    return undefined;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
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

function noHeader(line: number): Refusal {
  return fileRefused(
    'figures.file-no-header',
    `The first line names no column. Begin the file with: ${NAMES}.`,
    line,
  );
}

function headerOf({ line, cells }: FileRow): Header | Refusal {
  const names = cells.map((cell) => cell.trim());
  if (!names.some((name) => KNOWN.has(name))) return noHeader(line);
  const problems = new FileProblems();
  const seen = new Set<string>();
  for (const name of names) {
    const column = name.slice(0, 60);
    if (name === '') continue;
    if (!KNOWN.has(name))
      problems.say(
        { line, column },
        'figures.file-unknown-column',
        `There is no column "${column}". Use: ${NAMES}.`,
      );
    else if (seen.has(name))
      problems.say(
        { line, column },
        'figures.file-column-twice',
        `The column ${name} stands in the first line twice.`,
      );
    seen.add(name);
  }
  for (const name of NEEDED)
    if (!seen.has(name))
      problems.say(
        { line, column: name },
        'figures.file-column-missing',
        `The column ${name} is missing. Name it in the first line.`,
      );
  if (problems.count > 0)
    return problems.refusal('figures.file-bad-header', 'The first line of the file cannot be read.');
  return names.map((name) => name || undefined);
}
