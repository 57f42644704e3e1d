import { isRefusal } from '@daybook/ledger';
import { linesToSend, readSheet } from './read-sheet';
import { FAULTS, codesOf, type SheetKind } from './sheet-kind';

const BOOKS: SheetKind<'title' | 'shelf' | 'note'> = {
  slice: 'library',
  read: ['title', 'shelf', 'note'],
  passed: ['borrowed'],
  needed: ['title'],
  filled: { title: 'the title' },
  texts: ['note'],
  most: 2,
  words: { one: 'book', many: 'books', taker: 'One list' },
};

function read(text: string): unknown {
  const found = readSheet(BOOKS, Buffer.from(text));
  return isRefusal(found) ? [found.code, found.message] : linesToSend(found);
}

describe('a kind of file', () => {
  it('has columns of its own, a line without what no line lacks, and texts kept as they are', () => {
    expect(read('borrowed,note,title\nyes, torn , Emma \n')).toEqual([{ title: 'Emma', note: ' torn ' }]);
    expect(read('title,shelf\n,3\n')).toEqual([
      'library.file-empty-cell',
      'Line 2 does not say the title. Write it, or take the line out.',
    ]);
    expect(read('shelf\n3\n')).toEqual([
      'library.file-column-missing',
      'The column title is missing. Name it in the first line.',
    ]);
  });

  it('has a limit and words of its own', () => {
    expect(read('title\na\nb\nc\n')).toEqual([
      'library.file-too-many-lines',
      'This file holds more than 2 lines. One list takes up to 2 books: send it in parts.',
    ]);
    expect(read('title\n')).toEqual([
      'library.file-no-lines',
      'This file names its columns and holds no book below them.',
    ]);
  });

  it('has codes of its own, one for each fault', () => {
    const codes = codesOf(BOOKS);
    expect(new Set(codes).size).toBe(FAULTS.length);
    expect(codes.every((code) => /^library\.file-[a-z\d-]+$/.test(code))).toBe(true);
  });
});
