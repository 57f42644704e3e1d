import Database from 'libsql';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Projector } from './projector';
import { catchUpViews, rebuildViews } from './rebuild';
import { dump } from './testing/dump';
import {
  SmallLog,
  january,
  ledgerOf,
  standsView,
  toldView,
  type Note,
  type Told,
} from './testing/small-ledger';
import type { View } from './view';
import { ViewNotReady, openRows } from './view-file';

const say = (says: string, day = 1, more: Partial<Note> = {}): Note => ({
  keys: ['a', 'b'],
  day,
  says,
  ...more,
});
const LATEST = { asOf: january(31), basis: 1_000_000 };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'daybook-projector-'));
  file = path.join(folder, 'views.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Cannot take a record that says "bad". */
const fussyView: View<Told> = {
  ...toldView,
  name: 'fussy',
  fold(row, entry, key) {
    const next = toldView.fold(row, entry, key);
    if (next?.last === 'bad') throw new Error('What is this?');
    return next;
  },
};

function tell(view: View<Told>, key = 'a', position = LATEST): readonly string[] | undefined {
  const rows = openRows(file);
  const row = rows.at(view, key, position, 'inside');
  rows.close();
  return row?.all;
}

describe('a view that cannot take a record', () => {
  const log = new SmallLog(ledgerOf([[say('x')], [say('y'), say('bad', 2), say('z')], [say('x', 3)]]));

  it('stops before the commit that holds it, says where and why, and does not hold up the others', async () => {
    const [fussy, told] = await catchUpViews(log, file, [fussyView, toldView]);
    expect(fussy).toMatchObject({ position: 1, stopped: { index: 2, reason: 'What is this?' } });
    expect(told).toMatchObject({ position: 5 });
    expect(told).not.toHaveProperty('stopped');
    expect(tell(fussyView)).toEqual(['0 x']);
    expect(tell(toldView)).toEqual(['0 x', '1 y', '3 z', '2 bad', '4 x']);
  });

  it('stops at the same place wherever the batches are cut, and stays there', async () => {
    const whole = await catchUpViews(log, file, [fussyView]);
    const projector = new Projector(log, path.join(folder, 'cut.db'), [fussyView]);
    for (const [from, to] of [
      [0, 1],
      [1, 4],
      [4, 5],
    ])
      await projector.apply(log.entries.slice(from, to));
    projector.close();
    expect(whole).toMatchObject([{ position: 1, stopped: { index: 2 } }]);
    await catchUpViews(log, path.join(folder, 'cut.db'), [fussyView]);
    expect(dump(path.join(folder, 'cut.db'))).toBe(dump(file));
  });

  it('goes on from there once the code is mended', async () => {
    await catchUpViews(log, file, [fussyView]);
    const [mended] = await catchUpViews(log, file, [{ ...toldView, name: 'fussy' }]);
    expect(mended).toEqual(expect.objectContaining({ position: 5 }));
    expect(mended).not.toHaveProperty('stopped');
    expect(tell(fussyView)).toHaveLength(5);
  });

  it('stops as well when a late record makes the re-fold of an earlier one fail', async () => {
    const afterLate: View<Told> = {
      ...toldView,
      fold(row, entry, key) {
        if (row?.last === 'late') throw new Error('Not after that.');
        return toldView.fold(row, entry, key);
      },
    };
    const late = new SmallLog(ledgerOf([[say('x', 1)], [say('y', 5)], [say('late', 3)]]));
    const [status] = await catchUpViews(late, file, [afterLate]);
    expect(status).toMatchObject({ position: 2, stopped: { index: 2, reason: 'Not after that.' } });
  });

  it.each<unknown>([true, undefined, Number.NaN])(
    'stops at a filter value of %s, which no table can hold',
    async (value) => {
      const view: View<Told> = { ...toldView, values: () => ({ last: value as string, length: 0 }) };
      const [status] = await catchUpViews(log, file, [view]);
      expect(status).toMatchObject({ position: 0, stopped: { index: 0 } });
    },
  );
});

describe('delivery', () => {
  const log = new SmallLog(ledgerOf([[say('x', 4)], [say('y', 2), say('z', 2)], [say('x', 3)]]));

  it('changes nothing the second time', async () => {
    const projector = new Projector(log, file, [toldView, standsView]);
    await projector.apply(log.entries);
    const once = dump(file);
    for (let from = 0; from < log.entries.length; from++) await projector.apply(log.entries.slice(from));
    projector.close();
    expect(dump(file)).toBe(once);
  });

  it('is refused where records before it, or the end of its last commit, are missing', async () => {
    const projector = new Projector(log, file, [toldView]);
    await expect(projector.apply(log.entries.slice(1))).rejects.toThrow('The records before 1 are missing.');
    await expect(projector.apply(log.entries.slice(0, 2))).rejects.toThrow(
      'Record 2 of the same commit is missing.',
    );
    expect(projector.status()).toMatchObject([{ position: 0 }]);
    projector.close();
  });

  it('counts, by type, what the ledger holds and what each view consumed', async () => {
    const notes = [say('x'), say('y', 1, { type: 'notes.quoted' }), say('z', 1, { keys: ['a'] })];
    const [told, stands] = await catchUpViews(new SmallLog(ledgerOf([notes])), file, [toldView, standsView]);
    expect(told?.records).toEqual({
      'notes.noted': { inLedger: 2, consumed: 2 },
      'notes.quoted': { inLedger: 1, consumed: 1 },
    });
    expect(stands?.records['notes.noted']).toEqual({ inLedger: 2, consumed: 1 });
  });

  it('leaves no trace of a batch that the database did not take, and takes it later', async () => {
    const projector = new Projector(log, file, [toldView, standsView]);
    await projector.apply(log.entries.slice(0, 1));
    const before = dump(file);
    const other = new Database(file);
    other.exec(
      `CREATE TRIGGER full BEFORE INSERT ON "stands.1.versions" BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
    );
    await expect(projector.apply(log.entries.slice(1))).rejects.toThrow('disk full');
    expect(dump(file)).toBe(before);
    other.exec('DROP TRIGGER full');
    await projector.apply(log.entries.slice(1));
    projector.close();
    await catchUpViews(log, path.join(folder, 'whole.db'), [toldView, standsView]);
    expect(dump(file)).toBe(dump(path.join(folder, 'whole.db')));
  });

  it('reads whole commits only, also one larger than a batch and one whose end is not there yet', async () => {
    const large = Array.from({ length: 2_300 }, (_, i) => say('x', 1 + (i % 9), { keys: [`k${i % 700}`] }));
    const entries = ledgerOf([[say('x')], large, [say('y'), say('z')]]);
    const reached: number[] = [];
    const half = new SmallLog(entries.slice(0, -1));
    await catchUpViews(half, file, [toldView], (position) => reached.push(position));
    expect(reached.at(-1)).toBe(2_301);
    expect(new Set(reached)).toEqual(new Set([1, 2_301]));
  });
});

describe('the set of views', () => {
  const log = new SmallLog(ledgerOf([[say('x')], [say('y')]]));

  it('rebuilds a view with a new version, or a new view, alone and from the first record', async () => {
    await catchUpViews(log, file, [toldView, standsView]);
    const folded: string[] = [];
    const spied: View<Told> = {
      ...toldView,
      fold(row, entry, key) {
        folded.push(`told ${entry.index}`);
        return toldView.fold(row, entry, key);
      },
    };
    const shouted: View<Told> = {
      ...toldView,
      version: 2,
      fold: (_, { index }) => ({ all: [`${index}!`], last: '' }),
    };
    await catchUpViews(log, file, [spied, { ...shouted, name: 'shouted' }]);
    expect(folded).toEqual([]);
    expect(tell({ ...shouted, name: 'shouted' })).toEqual(['1!']);
    await catchUpViews(log, file, [shouted]);
    expect(tell(shouted)).toEqual(['1!']);
    expect(() => tell(toldView)).toThrow(ViewNotReady);
    expect(dump(file)).not.toContain('told.1');
  });

  it('keeps the views that are ahead up to date while a new one is built', async () => {
    const longer = ledgerOf([[say('x')], [say('y')], [say('z', 2)], [say('late')]]);
    await catchUpViews(log, file, [toldView]);
    const later: View<Told> = { ...toldView, name: 'later' };
    const projector = new Projector(new SmallLog(longer), file, [toldView, later]);
    const reached: number[][] = [];
    await projector.catchUp(4, async () => {
      reached.push(projector.status().map(({ position }) => position));
    });
    projector.close();
    expect([reached[0], reached.at(-1)]).toEqual([
      [4, 0],
      [4, 4],
    ]);
    expect(tell(later)).toEqual(['0 x', '1 y', '3 late', '2 z']);
    expect(tell(later)).toEqual(tell(toldView));
  });

  it('says that a view is not ready where nobody has built it', async () => {
    await catchUpViews(log, file, [standsView]);
    expect(() => tell(toldView)).toThrow('The view told is being built.');
    const rows = openRows(file);
    expect([rows.position(standsView), rows.position(toldView)]).toEqual([2, 0]);
    rows.close();
  });

  it('is put in place of the old file by a rebuild, which tells how far it is', async () => {
    await catchUpViews(log, file, [toldView]);
    const before = dump(file);
    new Database(file).exec(`DELETE FROM "told.1.versions"`);
    const steps: [number, number][] = [];
    await rebuildViews(log, file, [toldView], (...step) => steps.push(step));
    expect(steps.at(-1)).toEqual([2, 2]);
    expect(dump(file)).toBe(before);
  });
});
