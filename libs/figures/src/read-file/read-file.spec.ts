import { isRefusal } from '@daybook/ledger';
import { MOST_FILE_BYTES, cellOf, collectBytes, linesToSend, placeInFile } from '@daybook/sheets';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { READ_COLUMNS } from '../file-columns';
import { FIGURES_FILE, readFigures, type FileRead } from './read-file';

const HEADER = 'measure,period,value,place,reason';
const LINE = 'robbery,2022-07,40,table 1,';
const csv = (...lines: readonly string[]): Buffer => Buffer.from([HEADER, ...lines, ''].join('\n'));

function read(bytes: Uint8Array): FileRead {
  const found = readFigures(bytes);
  if (isRefusal(found)) throw new Error(`${found.code}: ${found.message}`);
  return found;
}

/** The problems of a refused file: code, line and column of each. */
function refused(bytes: Uint8Array | string): unknown[] {
  const found = readFigures(Buffer.from(bytes));
  if (!isRefusal(found)) throw new Error('It was read.');
  return found.fields.map(({ code, detail }) => [code, detail?.line, detail?.column]);
}

const JULY = [{ measure: 'robbery', period: '2022-07', value: '40', place: 'table 1' }];

describe('a file that is read', () => {
  it.each<[what: string, bytes: Buffer]>([
    ['plain', csv(LINE)],
    ['with a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), csv(LINE)])],
    ['with CRLF', Buffer.from(`${HEADER}\r\n${LINE}\r\n`)],
    ['with CR alone', Buffer.from(`${HEADER}\r${LINE}\r`)],
    ['without a line break at its end', Buffer.from(`${HEADER}\n${LINE}`)],
    [
      'with quotation marks',
      Buffer.from(`"measure","period","value","place"\n"robbery","2022-07","40","table 1"\n`),
    ],
    ['with semicolons', Buffer.from(`${HEADER}\n${LINE}`.replaceAll(',', ';'))],
    ['with tabs', Buffer.from(`${HEADER}\n${LINE}`.replaceAll(',', '\t'))],
    ['in UTF-16', Buffer.from(`\ufeff${HEADER}\n${LINE}`, 'utf16le')],
    ['in UTF-16, the other way round', Buffer.from(`\ufeff${HEADER}\n${LINE}`, 'utf16le').swap16()],
    [
      'with columns in another order',
      Buffer.from('place,value,period,measure\ntable 1,40,2022-07,robbery\n'),
    ],
    ['with blank lines and rows of empty cells', csv('', ',,,', LINE, '', ',,,,')],
    ['with spaces around words', csv('robbery , 2022-07, 40 ,table 1,')],
    [
      'with columns that Daybook adds',
      Buffer.from(
        'recordedKind,by.role,measure,period,value,place\nrevised,force,robbery,2022-07,40,table 1\n',
      ),
    ],
  ])('%s', (_what, bytes) => {
    expect(linesToSend(read(bytes))).toEqual(JULY);
    expect(read(bytes).sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('keeps what stands inside quotation marks to the character, and knows on which line each figure begins', () => {
    const found = read(
      csv(LINE, '"robbery","2022-08","41","a; b,\r\nc ""d""","two\nlines"', '', 'robbery,2022-09,42,x,'),
    );
    expect(found.lines.map(({ line }) => line)).toEqual([2, 3, 7]);
    expect(found.lines[1]?.cells).toMatchObject({ place: 'a; b,\r\nc "d"', reason: 'two\nlines' });
    expect(placeInFile('/lines/2/value', found)).toEqual({ line: 7, column: 'value' });
    expect(placeInFile('/lines/2', found)).toEqual({ line: 7 });
    expect(placeInFile('/paper', found)).toEqual({});
  });

  it('takes the apostrophe off that keeps a spreadsheet from reading a formula, and no other', () => {
    const [line] = linesToSend(read(csv("robbery,2022-07,'-4,''=1+1,'twas so")));
    expect(line).toMatchObject({ value: '-4', place: "'=1+1", reason: "'twas so" });
  });

  it('reads back what Daybook writes, whatever the texts are', () => {
    const any = fc.string({ unit: 'binary' });
    const formula = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\uff1d', '\uff0b', '\uff0d', '\uff20');
    const quoted = fc
      .tuple(fc.nat({ max: 3 }), formula, any)
      .map(([n, sign, rest]) => `${"'".repeat(n)}${sign}${rest}`);
    const text = fc.oneof(any, quoted).filter((t) => !/\p{Cs}|\0/u.test(t));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        const rows = texts.map((t, i) => ['robbery', '2022-07', String(i), cellOf(t), cellOf(t)]);
        const written = stringify([HEADER.split(','), ...rows], {
          record_delimiter: '\r\n',
          quoted_match: /[\r\n]/,
        });
        const found = read(Buffer.from(written));
        expect(found.lines.map(({ cells }) => [cells.place, cells.reason])).toEqual(texts.map((t) => [t, t]));
      }),
    );
  });
});

describe('a file that is refused', () => {
  it.each<[what: string, bytes: Buffer | string, problems: unknown[]]>([
    ['nothing', '', [['figures.file-empty', undefined, undefined]]],
    ['blank lines alone', '\r\n \r\n', [['figures.file-empty', undefined, undefined]]],
    ['columns alone', `${HEADER}\n`, [['figures.file-no-lines', undefined, undefined]]],
    ['no columns', `${LINE}\n${LINE}\n`, [['figures.file-no-header', 1, undefined]]],
    [
      'a column missing',
      'measure,period,place\nrobbery,2022,x\n',
      [['figures.file-column-missing', 1, 'value']],
    ],
    [
      'its columns named again',
      `${HEADER}\n${LINE}\n${HEADER}\n`,
      [['figures.file-header-twice', undefined, undefined]],
    ],
    ['a column twice', 'measure,period,value,place,value\n', [['figures.file-column-twice', 1, 'value']]],
    [
      'a column of another kind',
      'measure,period,value,place,colour\n',
      [['figures.file-unknown-column', 1, 'colour']],
    ],
    ['a formula', csv(LINE, 'robbery,2022-08,=2+2,x,'), [['figures.file-formula', 3, 'value']]],
    ['too many cells', csv('robbery,2022-08,1,839,x,'), [['figures.file-ragged-line', 2, undefined]]],
    ['too few cells', csv('robbery,2022-08'), [['figures.file-ragged-line', 2, undefined]]],
    [
      'no measure and no period',
      csv(',,40,x,'),
      [
        ['figures.file-empty-cell', 2, 'measure'],
        ['figures.file-empty-cell', 2, 'period'],
      ],
    ],
    [
      'a quotation mark that does not end',
      csv(LINE, 'robbery,2022-08,1,"x,'),
      [['figures.file-bad-quotes', 3, undefined]],
    ],
    [
      'a quotation mark inside a word',
      csv('robbery,2022-08,1,x"y,'),
      [['figures.file-bad-quotes', 2, undefined]],
    ],
    [
      'Latin-1',
      Buffer.from(`${HEADER}\n${LINE}\nrobbery,2022-08,1,caf\u00e9,\n`, 'latin1'),
      [['figures.file-not-utf-8', 3, undefined]],
    ],
    [
      'half of a UTF-16 character',
      Buffer.from('\ufeffx\ud800y', 'utf16le'),
      [['figures.file-not-utf-8', undefined, undefined]],
    ],
    ['UTF-16 without a mark', Buffer.from(HEADER, 'utf16le'), [['figures.file-not-text', 1, undefined]]],
    ['a NUL', `${HEADER}\nrob\0bery`, [['figures.file-not-text', 2, undefined]]],
    ['a workbook', 'PK\u0003\u0004', [['figures.file-is-spreadsheet', undefined, undefined]]],
    [
      'an old workbook',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      [['figures.file-is-spreadsheet', undefined, undefined]],
    ],
    [
      'a line that does not end',
      csv(`robbery,2022-08,1,${'x'.repeat(200_000)},`),
      [['figures.file-line-too-long', 2, undefined]],
    ],
    [
      '1,001 figures',
      csv(...Array.from({ length: 1_001 }, () => LINE)),
      [['figures.file-too-many-lines', undefined, undefined]],
    ],
    [
      'a million figures',
      csv(...Array.from({ length: 100_000 }, () => 'a,b,c,d,')),
      [['figures.file-too-many-lines', undefined, undefined]],
    ],
    [
      'too many bytes',
      Buffer.alloc(MOST_FILE_BYTES + 1, 'x'),
      [['figures.file-too-large', undefined, undefined]],
    ],
  ])('%s', (_what, bytes, problems) => {
    expect(refused(bytes)).toEqual(problems);
  });

  it('takes a thousand figures, and blank lines besides', () => {
    const lines = Array.from({ length: 1_000 }, () => `${LINE}\n`);
    expect(read(csv(...lines)).lines).toHaveLength(1_000);
  });

  it('58. names every problem at once, and never what a cell says', () => {
    const found = readFigures(csv('robbery,2022-08,=1,x,=secret', 'robbery,2022-08'));
    expect(isRefusal(found) && found.fields.map(({ field }) => field)).toEqual([
      '/file/2/value',
      '/file/2/reason',
      '/file/3',
    ]);
    expect(JSON.stringify(found)).not.toContain('secret');
  });

  it('never breaks, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (noise, headed) => {
        const bytes = headed ? Buffer.concat([csv(LINE), noise]) : noise;
        const found = readFigures(bytes);
        if (isRefusal(found)) expect(found.fields.length).toBeGreaterThan(0);
        else expect(found.lines[0]?.cells && Object.keys(found.lines[0].cells)).toEqual([...READ_COLUMNS]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('bytes as they come', () => {
  it('are put together up to the limit, and read no further beyond it', async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        asked += 1;
        yield Buffer.alloc(65_536, 'x');
      }
    }
    const found = await collectBytes(FIGURES_FILE, endless());
    expect(isRefusal(found) && found.code).toBe('figures.file-too-large');
    expect(asked).toBe(MOST_FILE_BYTES / 65_536 + 1);
  });

  it('say how far they have come', async () => {
    async function* two(): AsyncGenerator<Buffer> {
      yield Buffer.from('ab');
      yield Buffer.from('c');
    }
    const seen: number[] = [];
    expect(await collectBytes(FIGURES_FILE, two(), (bytes) => seen.push(bytes))).toEqual(Buffer.from('abc'));
    expect(seen).toEqual([2, 3]);
  });
});
