import { type Refusal, isRefusal } from '@daybook/ledger';
import { MOST_FILE_BYTES, MOST_PROBLEMS } from '@daybook/sheets';
import type * as csvParse from 'csv-parse/sync';
import type { CsvError, Options } from 'csv-parse/sync';
import { MOST_FILE_LINES, readFigures } from './read-file';

/** What the parser did: rows that it handed on, and errors that it built for rows of another length. */
const work = { rows: 0, errors: 0 };

jest.mock('csv-parse/sync', (): typeof csvParse => {
  const real = jest.requireActual<typeof csvParse>('csv-parse/sync');
  const parse = (text: string, options: Options): unknown =>
    real.parse(text, {
      ...options,
      on_record: (cells: string[], info) => {
        work.rows += 1;
        if ((info as { error?: CsvError }).error) work.errors += 1;
        return options.on_record?.(cells, info);
      },
    });
  return { ...real, parse: parse as typeof real.parse };
});

const HEADER = 'measure,period,value,place';
const most = (start: string, again: string): Buffer =>
  Buffer.from(`${start}${again.repeat((MOST_FILE_BYTES - start.length) / again.length)}`);

function refused(bytes: Buffer): Refusal {
  work.rows = 0;
  work.errors = 0;
  const found = readFigures(bytes);
  if (!isRefusal(found)) throw new Error('It was read.');
  return found;
}

describe('the worst files of two megabytes', () => {
  it.each<[what: string, bytes: Buffer, code: string, rows: number]>([
    ['lines of one letter', most('', 'a\n'), 'figures.file-no-header', 1],
    ['lines of one letter below a header', most(`${HEADER}\n`, 'a\n'), 'figures.file-too-many-lines', 1_002],
    ['rows of two empty cells', most(`${HEADER}\n`, ',\na\n'), 'figures.file-too-many-lines', 2_003],
    ['empty rows that end it', most(`${HEADER}\n`, ',,,\n'), 'figures.file-no-lines', 1],
    [
      'empty rows between figures',
      Buffer.from(`${HEADER}\n${',\n'.repeat(9_000)}a`),
      'figures.file-too-many-lines',
      2_002,
    ],
    ['separators alone', most('', ','), 'figures.file-no-header', 0],
    [
      'columns that are none',
      Buffer.from(`${HEADER},${'a,'.repeat(60_000)}`),
      'figures.file-unknown-column',
      1,
    ],
    [
      'one column again and again',
      Buffer.from(`${HEADER},${'id,'.repeat(30_000)}`),
      'figures.file-column-twice',
      1,
    ],
    ['one line of formulas', Buffer.from(`${HEADER}\n${'=,'.repeat(60_000)}`), 'figures.file-ragged-line', 2],
    [
      'a thousand lines of formulas',
      most(`${HEADER}\n`, `${'=,'.repeat(1_048)}\n`),
      'figures.file-ragged-line',
      1_002,
    ],
    [
      'a first line of a thousand columns',
      most(`${HEADER}${','.repeat(2_000)}\n`, `${'=,'.repeat(2_003)}\n`),
      'figures.file-ragged-line',
      524,
    ],
    [
      'line breaks, then a byte that is no text',
      Buffer.concat([most('', '\n').subarray(1), Buffer.of(0xff)]),
      'figures.file-not-utf-8',
      0,
    ],
  ])('%s: refused with little work, and few words', (_what, bytes, code, rows) => {
    const refusal = refused(bytes);
    expect(refusal.code).toBe(code);
    expect(work.rows).toBeLessThanOrEqual(rows);
    expect(work.errors).toBeLessThan(3_100);
    expect(refusal.fields.length).toBeLessThanOrEqual(MOST_PROBLEMS);
    expect(JSON.stringify(refusal).length).toBeLessThan(400_000);
  });

  it('keeps the first thousand problems, and says how many there are besides', () => {
    const row = 'robbery,2022-07,=1,=2\n';
    const refusal = refused(Buffer.from(`${HEADER}\n${row.repeat(MOST_FILE_LINES)}`));
    expect(refusal.fields).toHaveLength(MOST_PROBLEMS);
    expect(refusal.message).toBe(
      '2,000 things in this file cannot be read. The first 1,000 are listed, and 1,000 more are not.',
    );
    expect(refusal.detail).toEqual({ more: 1_000 });
  });

  it('finds the line of a byte that is no text, wherever it stands', () => {
    for (const line of [1, 2, 499, 1_000]) {
      const lines = Array.from({ length: 1_000 }, (_, i) => (i + 1 === line ? 'caf\u00e9' : 'cafe'));
      const [problem] = refused(Buffer.from(lines.join('\n'), 'latin1')).fields;
      expect(problem?.detail).toEqual({ line });
    }
  });

  it('makes one problem of a line that does not fit, and looks at none of its cells', () => {
    const { fields } = refused(Buffer.from(`${HEADER}\n${'=1,'.repeat(500)}\nrobbery,2022-07,=1,x\n`));
    expect(fields.map(({ field }) => field)).toEqual(['/file/2', '/file/3/value']);
  });
});
