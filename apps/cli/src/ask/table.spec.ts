import { printable, sheet, table, type Column } from './table';

type Row = { readonly name: string; readonly value: string | null };
const columns: readonly Column<Row>[] = [
  { head: 'Name', cell: ({ name }) => name },
  { head: 'Value', cell: ({ value }) => value, align: 'end' },
];

describe('a table', () => {
  it('aligns words at their start and numbers at their end', () => {
    const rows = [
      { name: 'robbery', value: '7' },
      { name: 'theft', value: '1839' },
    ];
    expect(table(columns, rows, false)).toBe('Name     Value\nrobbery      7\ntheft     1839\n');
  });

  it('leaves out a column that says nothing', () => {
    expect(table(columns, [{ name: 'robbery', value: null }], false)).toBe('Name\nrobbery\n');
  });

  it('has a bold head where colour is wanted, and no escape where it is not', () => {
    const rows = [{ name: 'robbery', value: '7' }];
    expect(table(columns, rows, true)).toContain('\u001b[1mName');
    expect(table(columns, rows, false)).not.toContain('\u001b');
  });

  it('lets no recorded text drive the terminal', () => {
    const rows = [{ name: 'a\u001b[2Jb\nc\u202ed', value: '\u0007' }];
    expect(table(columns, rows, false)).toBe('Name        Value\na\ufffd[2Jb\ufffdc\ufffdd      \ufffd\n');
    expect(sheet([['Name', 'a\rb']])).toBe('Name  a\ufffdb\n');
    expect(printable('Süd £ – ok')).toBe('Süd £ – ok');
  });
});
