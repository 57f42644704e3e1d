import { type Refusal, RefusalError, isRefusal } from '@daybook/ledger';
import { CsvError, parse } from 'csv-parse/sync';
import { FileProblems, fileRefused } from './file-problems';
import type { SheetKind } from './sheet-kind';

/** A thousand characters for each of many cells, and several texts of four thousand, in bytes. */
const MOST_RECORD_BYTES = 65_536;
const SEPARATORS = [',', ';', '\t'] as const;
/** All columns there are, several times over: what stands further on in a first line is not the separator's. */
const MOST_HEADER = 4_096;
/** Rows of separators alone, between lines; those below the last line do not count. */
const MOST_BLANK_ROWS = 2_000;

/** A row of cells as they stand, with the line of the file on which it begins. */
export interface FileRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The columns of a file, in its order: undefined where a cell of the first line is empty. */
export type Header = readonly (string | undefined)[];

function namesOf({ read }: SheetKind): string {
  return read.join(', ');
}

function knownTo({ read, passed }: SheetKind): ReadonlySet<string> {
  return new Set([...read, ...passed]);
}

/**
 * The first line's columns and all other rows, blank ones left out. It is read no further than to a first line
 * that is none, or to the row after the most that are taken: what stands below is not looked at.
 */
export function rowsOf(
  kind: SheetKind,
  text: string,
): { readonly header: Header; readonly rows: readonly FileRow[] } | Refusal {
  if (text.trim() === '')
    return fileRefused(
      kind,
      'empty',
      `This file is empty. Its first line names the columns: ${namesOf(kind)}.`,
    );
  const separator = separatorOf(kind, text);
  const taken = new Taken(kind);
  const bad = parsed(withoutBlankEnd(text, separator), separator, taken);
  if (bad) return bad;
  return taken.header ? { header: taken.header, rows: taken.rows } : noHeader(kind, 1);
}

/** The separator by which the first line falls into the most columns that are known. */
function separatorOf(kind: SheetKind, text: string): string {
  const columns = knownTo(kind);
  const start = text.trimStart().slice(0, MOST_HEADER);
  const [first = ''] = start.split(/\r\n|\n|\r/, 1);
  const known = (separator: string): number =>
    first.split(separator).filter((cell) => columns.has(cell.replaceAll('"', '').trim())).length;
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

  constructor(readonly kind: SheetKind) {}

  take(row: FileRow): void {
    if (row.cells.every((cell) => cell.trim() === '')) this.passBy();
    else if (this.header) this.add(row);
    else {
      const header = headerOf(this.kind, row);
      if (isRefusal(header)) throw new RefusalError(header);
      this.header = header;
      this.named = said(row);
    }
  }

  private passBy(): void {
    this.blank += 1;
    if (this.blank > MOST_BLANK_ROWS)
      throw new RefusalError(
        fileRefused(
          this.kind,
          'too-many-lines',
          `This file holds more than ${inWords(MOST_BLANK_ROWS)} empty rows. Delete them.`,
        ),
      );
  }

  private add(row: FileRow): void {
    if (said(row) === this.named)
      throw new RefusalError(
        fileRefused(
          this.kind,
          'header-twice',
          `Line ${row.line} names the columns again, as files put together do. Leave the names on the first line only.`,
        ),
      );
    const { most, words } = this.kind;
    if (this.rows.length === most)
      throw new RefusalError(
        fileRefused(
          this.kind,
          'too-many-lines',
          `This file holds more than ${inWords(most)} lines. ${words.taker} takes up to ${inWords(most)} ` +
            `${words.many}: send it in parts.`,
        ),
      );
    this.rows.push(row);
  }
}

function said({ cells }: FileRow): string {
  return cells.map((cell) => cell.trim()).join('\n');
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
    return unreadable(
      taken.kind,
      error.code,
      error.code === 'CSV_QUOTE_NOT_CLOSED' ? end + 1 : lines - twice,
    );
  }
}

function unreadable(kind: SheetKind, code: string, line: number): Refusal {
  if (code === 'CSV_MAX_RECORD_SIZE')
    return fileRefused(
      kind,
      'line-too-long',
      `Line ${line} is longer than any ${kind.words.one}. Is a quotation mark missing that ends a text?`,
      line,
    );
  return fileRefused(
    kind,
    'bad-quotes',
    `The quotation marks on line ${line} do not pair. Put a text that holds a separator, a line break or a ` +
      'quotation mark between two of them, and write those inside it twice.',
    line,
  );
}

function noHeader(kind: SheetKind, line: number): Refusal {
  const message = `The first line names no column. Begin the file with: ${namesOf(kind)}.`;
  return fileRefused(kind, 'no-header', message, line);
}

function headerOf(kind: SheetKind, { line, cells }: FileRow): Header | Refusal {
  const known = knownTo(kind);
  const names = cells.map((cell) => cell.trim());
  if (!names.some((name) => known.has(name))) return noHeader(kind, line);
  const problems = new FileProblems(kind);
  const seen = new Set<string>();
  for (const name of names) {
    const column = name.slice(0, 60);
    if (name === '') continue;
    if (!known.has(name))
      problems.say(
        { line, column },
        'unknown-column',
        `There is no column "${column}". Use: ${namesOf(kind)}.`,
      );
    else if (seen.has(name))
      problems.say({ line, column }, 'column-twice', `The column ${name} stands in the first line twice.`);
    seen.add(name);
  }
  for (const name of kind.needed)
    if (!seen.has(name))
      problems.say(
        { line, column: name },
        'column-missing',
        `The column ${name} is missing. Name it in the first line.`,
      );
  if (problems.count > 0) return problems.refusal('bad-header', 'The first line of the file cannot be read.');
  return names.map((name) => name || undefined);
}
