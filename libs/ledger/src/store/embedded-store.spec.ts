import type Database from 'libsql';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstValueFrom, take, toArray } from 'rxjs';
import { appendTo, commandId, commit, describeEventStore } from '../testing';
import { EmbeddedLogReader } from './embedded-log';
import { EmbeddedStore } from './embedded-store';

let folder: string;
let file: string;
let opened: EmbeddedStore[] = [];

function open(at: string): EmbeddedStore {
  const store = new EmbeddedStore(at);
  opened.push(store);
  return store;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-store-'));
  file = join(folder, 'events.db');
});
afterEach(async () => {
  for (const store of opened) await store.close();
  opened = [];
  rmSync(folder, { recursive: true });
});

describeEventStore('EmbeddedStore in a file', {
  open: async () => open(file),
  reopen: async (store) => {
    await store.close();
    return open(file);
  },
  dispose: async () => undefined,
});

describeEventStore('EmbeddedStore in memory', {
  open: async () => open(':memory:'),
  dispose: async () => undefined,
});

describe('EmbeddedStore', () => {
  it('tells commands apart whose ids hash alike', async () => {
    // Both ends of the id add up to the same 48 bits.
    const alike = ['00000000-0005-4000-8000-000000000001', '00000000-0001-4000-8000-000000000005'];
    const store = open(file);
    for (const [i, command] of alike.entries()) await appendTo(store, 'a-1', i * 2 - 1, { command, of: 2 });
    for (const [i, command] of alike.entries()) {
      expect((await store.findCommand(command)).map((e) => e.index)).toEqual([i * 2, i * 2 + 1]);
    }
    expect(await store.findCommand('00000000-0003-4000-8000-000000000003')).toEqual([]);
  });

  it('shares one flush among the appends that arrive together', async () => {
    const store = open(file);
    await appendTo(store, 'a-1', -1, { text: 'x'.repeat(2_000) });
    const wal = (): number => statSync(`${file}-wal`).size;
    const before = wal();
    await appendTo(store, 'a-1', 0);
    const alone = wal() - before;
    await Promise.all(Array.from({ length: 20 }, (_, i) => appendTo(store, `b-${i}`, -1)));
    // Each flush writes every page that it touched to the log once more.
    expect(wal() - before - alone).toBeLessThan(10 * alone);
  });

  it('asks the disk to keep every commit before it answers', () => {
    const { db } = open(file) as unknown as { db: Database.Database };
    const setting = (name: string): unknown =>
      (db.prepare(`PRAGMA ${name}`).raw(true).get([]) as unknown[])[0];
    expect([setting('journal_mode'), setting('synchronous')]).toEqual(['wal', 2]);
  });

  it('closes twice, and takes nothing afterwards', async () => {
    const store = open(file);
    const last = appendTo(store, 'a-1', -1);
    await store.close();
    await store.close();
    expect(await last).toMatchObject({ size: 1 });
    await expect(appendTo(store, 'a-1', 0)).rejects.toThrow('closed');
    expect(await open(file).size()).toBe(1);
  });
});

describe('a flush that fails', () => {
  /** Lets the file grow by so many pages more, as a disk that is nearly full would. */
  function limitPages(store: EmbeddedStore, more: number): void {
    const { db } = store as unknown as { db: Database.Database };
    const [pages] = db.prepare('PRAGMA page_count').raw(true).get([]) as [number];
    db.exec(`PRAGMA max_page_count = ${pages + more}`);
  }

  it('rejects the whole group, leaves nothing of it, and the store goes on', async () => {
    const store = open(file);
    await appendTo(store, 'a-1', -1, { of: 2 });
    limitPages(store, 2);
    const group = await Promise.allSettled([
      appendTo(store, 'a-1', 1, { text: 'small' }),
      appendTo(store, 'b-1', -1, { text: 'x'.repeat(100_000) }),
      appendTo(store, 'c-1', -1, { text: 'small' }),
    ]);
    expect(group.map((g) => g.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(String((group[0] as PromiseRejectedResult).reason)).toMatch(/full/);
    expect(await store.size()).toBe(2);
    expect(await store.readAll(0, 10)).toHaveLength(2);
    for (const stream of ['b-1', 'c-1']) expect(await store.readStream(stream, 0, 10)).toEqual([]);
    expect(await store.findCommand(commandId('a-1 1 small'))).toEqual([]);

    limitPages(store, 1_000);
    expect(await appendTo(store, 'c-1', -1, { text: 'small' })).toMatchObject({ firstIndex: 2, size: 3 });
    expect(await appendTo(store, 'a-1', 1, { text: 'small' })).toMatchObject({ firstIndex: 3, size: 4 });
    await store.close();
    expect((await open(file).readAll(0, 10)).map((e) => e.index)).toEqual([0, 1, 2, 3]);
  });

  it('is undone also when it leaves its transaction open', async () => {
    const store = open(file);
    await appendTo(store, 'a-1', -1);
    const { db } = store as unknown as { db: Database.Database };
    db.exec(`CREATE TEMP TRIGGER broken BEFORE INSERT ON records WHEN NEW.idx = 2
             BEGIN SELECT RAISE(FAIL, 'broken'); END`);
    const group = [appendTo(store, 'b-1', -1), appendTo(store, 'c-1', -1)];
    expect((await Promise.allSettled(group)).map((g) => g.status)).toEqual(['rejected', 'rejected']);
    expect(await store.readAll(0, 10)).toHaveLength(1);
    db.exec('DROP TRIGGER broken');
    expect(await appendTo(store, 'c-1', -1)).toMatchObject({ firstIndex: 1, size: 2 });
  });

  it('is not followed: a reader sees only what was flushed', async () => {
    const store = open(file);
    const live = firstValueFrom(store.follow(0).pipe(take(2), toArray()));
    await appendTo(store, 'a-1', -1);
    limitPages(store, 2);
    await expect(appendTo(store, 'a-1', 0, { text: 'x'.repeat(100_000) })).rejects.toThrow();
    limitPages(store, 1_000);
    await appendTo(store, 'a-1', 0, { text: 'second' });
    expect((await live).flat()).toEqual(await store.readAll(0, 10));
  });
});

describe('EmbeddedLogReader', () => {
  it('sees on a connection of its own what is flushed, whole groups at a time', async () => {
    const store = open(file);
    const reader = new EmbeddedLogReader(file);
    expect(await reader.size()).toBe(0);
    for (let i = 0; i < 3; i += 1) {
      const appended = appendTo(store, 'a-1', i * 2 - 1, { of: 2 });
      expect(await reader.size()).toBe(i * 2);
      await appended;
      expect(await reader.size()).toBe(i * 2 + 2);
    }
    expect(await reader.readAll(0, 10)).toEqual(await store.readAll(0, 10));
    expect(await reader.readStream('a-1', 2, 2)).toEqual(await store.readStream('a-1', 2, 2));
    expect(await reader.commitFloor(3)).toBe(2);
    expect(await reader.sizeAt(Date.now())).toBe(6);
    await reader.close();
  });

  it('cannot write', async () => {
    open(file);
    const reader = new EmbeddedLogReader(file);
    const { db } = reader as unknown as { db: Database.Database };
    expect(() => db.exec('DELETE FROM records')).toThrow(/readonly|read-only|query_only/i);
    await reader.close();
  });

  it('reads a page while commits are written, and never half of one', async () => {
    const store = open(file);
    const reader = new EmbeddedLogReader(file);
    const writing = Promise.all(
      Array.from({ length: 20 }, (_, i) => store.append(`a-${i}`, -1, commit(`a-${i}`, -1, { of: 5 }))),
    );
    let size = 0;
    while (size < 100) {
      size = await reader.size();
      expect(size % 5).toBe(0);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await writing;
    await reader.close();
  });
});
