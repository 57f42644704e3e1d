import { EmbeddedStore, prepare } from '@daybook/ledger';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { startProjector, type RunningProjector } from './running-projector';
import { january, ledgerOf, standsView, toldView, type Note } from './testing/small-ledger';
import { openRows } from './view-file';

const ROOT = path.resolve(__dirname, '../../..');
const BUILT = path.join(ROOT, 'dist/libs/read-model/src/testing/notes-worker.js');
const PATIENCE = 20_000;

describe('the projector in a thread of its own (built by "npm run build")', () => {
  let folder: string;
  let store: EmbeddedStore;
  let projector: RunningProjector;

  beforeEach(() => {
    if (!existsSync(BUILT)) throw new Error('Run "npm run build" first: a worker thread runs built code.');
    folder = mkdtempSync(path.join(tmpdir(), 'daybook-worker-'));
    store = new EmbeddedStore(path.join(folder, 'events.db'));
  });
  afterEach(async () => {
    await projector.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const start = (): RunningProjector =>
    startProjector({
      workerFile: BUILT,
      eventsFile: path.join(folder, 'events.db'),
      viewsFile: path.join(folder, 'views.db'),
    });
  const note = (says: string): Note => ({ keys: ['a', 'b'], day: 3, says });

  /** Appends commits to the store, each of them the given notes. */
  async function record(commits: readonly (readonly Note[])[]): Promise<number> {
    const from = await store.size();
    let at = 0;
    const entries = ledgerOf(commits);
    for (const commit of commits) {
      const records = entries.slice(at, (at += commit.length)).map(({ index, record: made }) => {
        const revision = from + index;
        return prepare({
          ...made,
          revision,
          id: `note-${revision}`,
          command: { id: `c-${revision}`, hash: '' },
        });
      });
      await store.append('notes-test', from + at - commit.length - 1, records);
    }
    return store.size();
  }

  it('catches up by itself, then as it is told, and answers when every view is there', async () => {
    const before = await record([[note('x')], [note('y'), note('z')]]);
    projector = start();
    expect(await projector.waitFor(before, PATIENCE)).toBe(true);
    const after = await record([[note('last')]]);
    projector.tell(after);
    expect(await projector.waitFor(after, PATIENCE)).toBe(true);
    expect(projector.status().map(({ view, position }) => [view, position])).toEqual([
      [toldView.name, 4],
      [standsView.name, 4],
    ]);
    expect(projector.status()[0]?.records).toEqual({ 'notes.noted': { inLedger: 4, consumed: 4 } });
    const rows = openRows(path.join(folder, 'views.db'));
    expect(rows.at(toldView, 'a', { asOf: january(4), basis: after }, 'outside')?.last).toBe('last');
    rows.close();
  });

  it('answers false when the size does not come in time, or the worker ends first', async () => {
    projector = start();
    expect(await projector.waitFor(1, 20)).toBe(false);
    const waiting = projector.waitFor(1, PATIENCE);
    expect(projector.failure()).toBeUndefined();
    await projector.close();
    expect(await waiting).toBe(false);
  });

  it('says that its thread has ended, and then keeps nobody waiting', async () => {
    projector = start();
    await projector.waitFor(0, PATIENCE);
    await projector.close();
    expect(projector.failure()).toBe('The thread of the views has ended.');
    const first = await Promise.race([projector.waitFor(1, PATIENCE), setImmediate('still waiting')]);
    expect(first).toBe(false);
    expect(await projector.waitFor(0, PATIENCE)).toBe(true);
  });
});
