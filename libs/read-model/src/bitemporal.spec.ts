import type { Entry, StoredEntry } from '@daybook/ledger';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Projector } from './projector';
import { rebuildViews } from './rebuild';
import type { Filter, Rows } from './rows';
import { dump } from './testing/dump';
import { SmallLog, january, ledgerOf, naive, standsView, toldView, type Note } from './testing/small-ledger';
import type { Audience, Position, View } from './view';
import { openRows } from './view-file';

const KEYS = ['a', 'b', 'c', 'd'];
const VIEWS: readonly View[] = [toldView, standsView];
const AUDIENCES: readonly Audience[] = ['inside', 'outside'];
const DAYS = 8;

let folder: string;
let files = 0;
const freshFile = (): string => path.join(folder, `${files++}.db`);
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'daybook-views-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const note: fc.Arbitrary<Note> = fc.record({
  keys: fc.array(fc.constantFrom(...KEYS), { maxLength: 3 }),
  day: fc.integer({ min: 1, max: DAYS }),
  says: fc.constantFrom('x', 'y', 'zz', 'same', 'end'),
  restricted: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  type: fc.constantFrom('notes.noted', 'notes.quoted'),
});
const history = fc
  .array(fc.array(note, { minLength: 1, maxLength: 3 }), { maxLength: 14 })
  .map((commits) => ledgerOf(commits));
/** Places to cut the log into batches: the end of the commit before each. */
const cuts = fc.array(fc.nat(), { maxLength: 6 });

/** Every position of a small ledger: each commit end, on each day, and days before and after all. */
function positions(entries: readonly Entry[]): Position[] {
  const ends = entries
    .filter(({ record: { commit } }) => commit.n === commit.of)
    .map(({ index }) => index + 1);
  const days = ['2021-12-31', ...Array.from({ length: DAYS + 1 }, (_, day) => january(day + 1))];
  return [0, ...ends].flatMap((basis) => days.map((asOf) => ({ asOf, basis })));
}

function everyReading(entries: readonly Entry[]): { view: View; position: Position; audience: Audience }[] {
  return positions(entries).flatMap((position) =>
    AUDIENCES.flatMap((audience) => VIEWS.map((view) => ({ view, position, audience }))),
  );
}

/** The whole commits among the first `count` entries. */
function wholeCommits<E extends Entry>(entries: readonly E[], count: number): E[] {
  const some = entries.slice(0, count);
  return some.slice(0, some.findLastIndex(({ record: { commit } }) => commit.n === commit.of) + 1);
}

/** Delivers the log in batches cut at these places, and parts of it a second time. */
async function deliver(
  projector: Projector,
  entries: readonly Entry[],
  places: readonly number[],
): Promise<void> {
  const ends = places.map((place) => wholeCommits(entries, place % (entries.length + 1)).length);
  let from = 0;
  for (const to of [...ends.sort((a, b) => a - b), entries.length]) {
    await projector.apply(entries.slice(Math.max(0, from - 1), to));
    await projector.apply(entries.slice(Math.max(0, from - 2), Math.max(0, to - 1)));
    from = to;
  }
}

/** A views.db of these entries, written by two projectors, one after the other. */
async function written(entries: StoredEntry[], places: readonly number[]): Promise<string> {
  const file = freshFile();
  for (const part of [wholeCommits(entries, entries.length >> 1), entries]) {
    const projector = new Projector(new SmallLog(entries), file, VIEWS);
    await deliver(projector, part, places);
    projector.close();
  }
  return file;
}

async function reading(file: string, read: (rows: Rows) => void | Promise<void>): Promise<void> {
  const rows = openRows(file);
  try {
    await read(rows);
  } finally {
    rows.close();
  }
}

describe('rows at a position', () => {
  it('are the fold of a key’s records by date and index, in whatever order and batches they came', async () => {
    await fc.assert(
      fc.asyncProperty(history, cuts, async (entries, places) => {
        await reading(await written(entries, places), (rows) => {
          for (const { view, position, audience } of everyReading(entries))
            for (const key of KEYS)
              expect(rows.at(view, key, position, audience)).toEqual(
                naive(entries, view, key, position, audience),
              );
        });
      }),
      { numRuns: 100 },
    );
  });

  it('are listed by key, page by page, where the values of that position pass the filter', async () => {
    const filters: [View, Filter][] = [
      [toldView, {}],
      [toldView, { last: 'x' }],
      [toldView, { length: 2 }],
      [toldView, { last: ['x', 'y', 'none'] }],
      [toldView, { length: [1, 2], last: 'y' }],
      [standsView, { says: ['x', 'zz'] }],
      [standsView, { says: [] }],
    ];
    const which = fc.constantFrom(...filters);
    await fc.assert(
      fc.asyncProperty(
        history,
        which,
        fc.integer({ min: 1, max: 4 }),
        async (entries, [view, filter], limit) => {
          await reading(await written(entries, []), (rows) => {
            for (const position of positions(entries))
              for (const audience of AUDIENCES) {
                const wanted = KEYS.flatMap((key) => {
                  const row = naive(entries, view, key, position, audience);
                  return row && matches(view.values(row), filter) ? [{ key, row }] : [];
                });
                expect(rows.list(view, filter, position, audience)).toEqual({ rows: wanted });
                expect(pages(rows, view, filter, position, audience, limit)).toEqual(wanted);
              }
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('never change once told, whatever is recorded later', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), async (entries, place) => {
        const whole = wholeCommits(entries, place % (entries.length + 1));
        const file = freshFile();
        const projector = new Projector(new SmallLog(entries), file, VIEWS);
        await projector.apply(whole);
        await reading(file, async (rows) => {
          const tell = (): string[] =>
            everyReading(whole).map(({ view, position, audience }) =>
              JSON.stringify(rows.list(view, {}, position, audience)),
            );
          const told = tell();
          await projector.apply(entries.slice(whole.length));
          expect(tell()).toEqual(told);
        });
        projector.close();
      }),
      { numRuns: 60 },
    );
  });
});

describe('views.db', () => {
  it('is the same, byte for byte, however the log was cut and however often it was delivered', async () => {
    await fc.assert(
      fc.asyncProperty(history, cuts, async (entries, places) => {
        const incremental = await written(entries, places);
        const rebuilt = freshFile();
        await rebuildViews(new SmallLog(entries), rebuilt, VIEWS);
        expect(dump(rebuilt)).toBe(dump(incremental));
      }),
      { numRuns: 60 },
    );
  });
});

function matches(values: Readonly<Record<string, string | number | null>>, filter: Filter): boolean {
  return Object.entries(filter).every(([column, wanted]) =>
    [wanted].flat().some((one) => one === values[column]),
  );
}

function pages(
  rows: Rows,
  view: View,
  filter: Filter,
  position: Position,
  audience: Audience,
  limit: number,
) {
  const all = [];
  for (let after: string | undefined; ;) {
    const page = rows.list(view, filter, position, audience, { after, limit });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    all.push(...page.rows);
    if (page.next === undefined) return all;
    after = page.next;
  }
}
