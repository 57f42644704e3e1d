import type { Entry, StoredEntry } from '@daybook/ledger';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Projector } from './projector';
import { rebuildViews } from './rebuild';
import { BLOCK, type RecordIndex, type Term, type Wanted, type Within } from './record-index';
import type { Rows } from './rows';
import { dump } from './testing/dump';
import { SmallLog, ledgerOf, standsView, type Note } from './testing/small-ledger';
import { openRows } from './view-file';

/** Keys say who may find a restricted record: those of `a` one circle, of `b` another, of others nobody. */
const notes: RecordIndex = {
  name: 'found-notes',
  version: 1,
  fields: ['key', 'says', 'type'],
  scope: ({ access, data }) => {
    if (access === 'public') return '';
    return (data as Note).keys.find((key) => key === 'a' || key === 'b');
  },
  terms: ({ data, type }) => {
    const { keys, says } = data as Note;
    return [...keys.map((key): Term => ['key', key]), ['says', says], ['type', type]];
  },
};

let folder: string;
let files = 0;
const freshFile = (): string => path.join(folder, `${files++}.db`);
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'daybook-index-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const note: fc.Arbitrary<Note> = fc.record({
  keys: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
  day: fc.integer({ min: 1, max: 9 }),
  says: fc.constantFrom('x', 'y', 'z'),
  restricted: fc.integer({ min: 0, max: 2 }).map((n) => n === 0),
  type: fc.constantFrom('notes.noted', 'notes.quoted'),
});
const history = fc
  .array(fc.array(note, { minLength: 1, maxLength: 3 }), { maxLength: 14 })
  .map((commits) => ledgerOf(commits));
const term: fc.Arbitrary<Term> = fc.oneof(
  fc.tuple(fc.constant('key'), fc.constantFrom('a', 'b', 'c', 'none')),
  fc.tuple(fc.constant('says'), fc.constantFrom('x', 'y', 'z')),
  fc.tuple(fc.constant('type'), fc.constantFrom('notes.noted', 'notes.quoted')),
);
const wanted: fc.Arbitrary<Wanted> = fc.array(fc.array(term, { minLength: 1, maxLength: 2 }), {
  minLength: 1,
  maxLength: 3,
});
const circles = fc.subarray(['', 'a', 'b']);

/** What the index promises, in the plainest way: look at every record. */
function naive(entries: readonly Entry[], all: Wanted, { basis, mayFind }: Within): number[] {
  return entries
    .filter(({ index, record }) => {
      const scope = notes.scope(record);
      const has = notes.terms(record).map(String);
      return (
        index < basis &&
        scope !== undefined &&
        mayFind(scope) &&
        all.every((any) => any.some((one) => has.includes(String(one))))
      );
    })
    .map(({ index }) => index);
}

async function indexed<T>(entries: StoredEntry[], read: (rows: Rows) => T): Promise<T> {
  const file = freshFile();
  const projector = new Projector(new SmallLog(entries), file, [notes, standsView]);
  await projector.catchUp();
  const rows = openRows(file);
  try {
    return read(rows);
  } finally {
    rows.close();
    projector.close();
  }
}

describe('an index of records', () => {
  it('finds, counts and pages what looking at every record would, both ways, at any basis', async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        wanted,
        circles,
        fc.integer({ min: 1, max: 3 }),
        async (entries, all, may, limit) => {
          await indexed(entries, (rows) => {
            for (let basis = 0; basis <= entries.length; basis += 1) {
              const within = { basis, mayFind: (scope: string) => may.includes(scope) };
              const expected = naive(entries, all, within);
              expect(rows.find(notes, all, within)).toEqual(expected);
              expect(rows.count(notes, all, within)).toBe(expected.length);
              for (const newestFirst of [false, true])
                expect(pages(rows, all, within, limit, newestFirst)).toEqual(
                  newestFirst ? [...expected].reverse() : expected,
                );
              const values = new Set(
                entries
                  .filter(({ index }) =>
                    naive(
                      entries,
                      [
                        [
                          ['type', 'notes.noted'],
                          ['type', 'notes.quoted'],
                        ],
                      ],
                      within,
                    ).includes(index),
                  )
                  .map(({ record }) => (record.data as Note).says),
              );
              expect(rows.values(notes, 'says', within, 10)).toEqual([...values].sort());
            }
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is the same, byte for byte, however the log was cut and delivered, or built anew', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.array(fc.nat(), { maxLength: 5 }), async (entries, cuts) => {
        const file = freshFile();
        const projector = new Projector(new SmallLog(entries), file, [notes]);
        const ends = entries
          .filter(({ record: { commit } }) => commit.n === commit.of)
          .map(({ index }) => index + 1);
        let from = 0;
        for (const end of [...cuts.map((cut) => ends[cut % (ends.length || 1)] ?? 0), entries.length].sort(
          (a, b) => a - b,
        )) {
          await projector.apply(entries.slice(from, end));
          await projector.apply(entries.slice(0, end));
          from = end;
        }
        projector.close();
        const rebuilt = freshFile();
        await rebuildViews(new SmallLog(entries), rebuilt, [notes]);
        expect(dump(rebuilt)).toBe(dump(file));
      }),
      { numRuns: 60 },
    );
  });

  it('goes on over the ends of its blocks, both ways', async () => {
    const many = ledgerOf(
      Array.from({ length: BLOCK * 2 + 40 }, (_, n): Note[] => [
        { keys: [n % 3 === 0 ? 'a' : 'c'], day: 1, says: n % 100 === 0 ? 'x' : 'y' },
      ]),
    );
    await indexed(many, (rows) => {
      const within = { basis: many.length - 1, mayFind: () => true };
      for (const all of [[[['key', 'a']]], [[['key', 'a']], [['says', 'x']]]] as Wanted[]) {
        const expected = naive(many, all, within);
        expect(rows.find(notes, all, within)).toEqual(expected);
        const some = expected.filter((index) => index <= BLOCK + 4).reverse();
        expect(rows.find(notes, all, within, { from: BLOCK + 4, newestFirst: true })).toEqual(some);
      }
    });
  });

  it('stops where it cannot take a record, as a view does, and views go on', async () => {
    const entries = ledgerOf([[{ keys: ['a'], day: 1, says: 'x' }], [{ keys: ['b'], day: 1, says: 'bad' }]]);
    const failing: RecordIndex = {
      ...notes,
      terms: (record) => {
        if ((record.data as Note).says === 'bad') throw new Error('unreadable');
        return notes.terms(record);
      },
    };
    const projector = new Projector(new SmallLog(entries), freshFile(), [failing, standsView]);
    await projector.catchUp();
    const [index, view] = projector.status();
    projector.close();
    expect(index).toMatchObject({ position: 1, stopped: { index: 1, reason: 'unreadable' } });
    expect(view).toMatchObject({ position: 2 });
  });

  it('cannot be searched for nothing, or by what it does not have', async () => {
    await indexed(ledgerOf([[{ keys: ['a'], day: 1, says: 'x' }]]), (rows) => {
      const within = { basis: 1, mayFind: () => true };
      expect(() => rows.find(notes, [], within)).toThrow(RangeError);
      expect(() => rows.find(notes, [[['colour', 'red']]], within)).toThrow(RangeError);
    });
  });
});

function pages(rows: Rows, all: Wanted, within: Within, limit: number, newestFirst: boolean): number[] {
  const found: number[] = [];
  for (let from: number | undefined; ;) {
    const page = rows.find(notes, all, within, {
      limit: limit + 1,
      newestFirst,
      ...(from !== undefined && { from }),
    });
    found.push(...page.slice(0, limit));
    from = page[limit];
    if (from === undefined) return found;
  }
}
