import { firstValueFrom, map, scan, take, toArray, type Observable, first as firstWhere } from 'rxjs';
import type { StoredEntry } from '../record';
import type { EventStore } from '../store/event-store';
import { appendTo, commandId, commit } from './commits';

/** The store under examination, a fresh one for each example. */
export interface Subject {
  store: EventStore;
  /** `it`, skipped for a store that cannot be opened again. */
  readonly afterReopening: typeof it;
  readonly reopen: () => Promise<void>;
}

export function reading(subject: Subject): void {
  beforeEach(async () => {
    for (let i = 0; i < 6; i += 1)
      await appendTo(subject.store, i % 2 ? 'b-1' : 'a-1', i < 2 ? -1 : (i >> 1) * 2 - 1, { of: 2 });
  });

  it('pages through everything in one order', async () => {
    const { store } = subject;
    const pages = [await store.readAll(0, 5), await store.readAll(5, 5), await store.readAll(10, 5)];
    expect(pages.map((p) => p.length)).toEqual([5, 5, 2]);
    expect(pages.flat().map((e) => e.index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(await store.readAll(12, 5)).toEqual([]);
    expect(await store.readAll(99, 5)).toEqual([]);
  });

  it('pages through one stream, by revision', async () => {
    const { store } = subject;
    const pages = [await store.readStream('b-1', 0, 4), await store.readStream('b-1', 4, 4)];
    expect(pages.map((p) => p.length)).toEqual([4, 2]);
    expect(pages.flat().map((e) => e.record.revision)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(pages.flat().map((e) => e.index)).toEqual([2, 3, 6, 7, 10, 11]);
    expect(await store.readStream('b-1', 6, 4)).toEqual([]);
    expect(await store.readStream('none-1', 0, 4)).toEqual([]);
  });
}

export function following(subject: Subject): void {
  it('sees every commit whole, in order and without gaps while 64 writers write', async () => {
    const { store } = subject;
    const expected = 64 * (1 + 2 + 3 + 4);
    const live = batches(store.follow(0), expected);
    const write = async (w: number): Promise<void> => {
      for (let of = 1, after = -1; of <= 4; after += of, of += 1)
        await appendTo(store, `writer-${w}`, after, { of });
    };
    await Promise.all(Array.from({ length: 64 }, (_, w) => write(w)));
    const seen = await live;
    expect(seen.flat().map((e) => e.index)).toEqual(Array.from({ length: expected }, (_, i) => i));
    expect(seen.flat()).toEqual(await store.readAll(0, expected + 1));
    expectWholeCommits(seen);
  });

  it.each([
    ['the beginning', 0],
    ['the middle', 2_400],
    ['the tip', 3_000],
  ])('from %s: what is there, then what arrives', async (_, from) => {
    const { store } = subject;
    // Commits of 600 do not fit a round number of records: the batches must follow the commits.
    for (let i = 0; i < 5; i += 1) await appendTo(store, 'a-1', i * 600 - 1, { of: 600, text: '' });
    const live = batches(store.follow(from), 3_002 - from);
    await appendTo(store, 'b-1', -1, { of: 2 });
    const seen = await live;
    expect(seen.flat().map((e) => e.index)).toEqual(
      Array.from({ length: 3_002 - from }, (__, i) => from + i),
    );
    expectWholeCommits(seen);
  });

  it('from inside a commit: the rest of it first', async () => {
    const { store } = subject;
    await appendTo(store, 'a-1', -1, { of: 3 });
    const seen = await batches(store.follow(1), 2);
    expect(seen.flat().map((e) => e.index)).toEqual([1, 2]);
  });

  it('lets every follower go its own way, and stops when unsubscribed', async () => {
    const { store } = subject;
    const stopped: number[] = [];
    const follower = store.follow(0).subscribe((batch) => {
      stopped.push(...batch.map((e) => e.index));
      follower.unsubscribe();
    });
    const live = batches(store.follow(0), 3);
    for (let i = 0; i < 3; i += 1) await appendTo(store, 'a-1', i - 1);
    expect((await live).flat().map((e) => e.index)).toEqual([0, 1, 2]);
    expect(stopped).toEqual([0]);
  });

  it('tells the size each time it has grown, and nothing of an append that was refused', async () => {
    const { store } = subject;
    const told = firstValueFrom(store.sizes().pipe(take(2), toArray()));
    await appendTo(store, 'a-1', -1, { of: 2 });
    await appendTo(store, 'a-1', 7).catch(() => undefined);
    await appendTo(store, 'a-1', 1);
    expect(await told).toEqual([2, 3]);
  });

  it('completes when the store closes', async () => {
    const { store } = subject;
    const done = new Promise<void>((resolve, reject) =>
      store.follow(0).subscribe({ complete: resolve, error: reject }),
    );
    await store.close();
    await done;
    await expect(appendTo(store, 'a-1', -1)).rejects.toThrow();
  });
}

export function finding(subject: Subject): void {
  const alike = ['1', '2', '3'].map((first) => `${first}0000000-0000-4000-8000-00000000beef`);

  it('finds the whole commit that a command wrote, also among ids that end alike', async () => {
    const { store } = subject;
    for (const [i, command] of alike.entries()) await appendTo(store, 'a-1', i * 2 - 1, { command, of: 2 });
    for (const [i, command] of alike.entries()) {
      const found = await store.findCommand(command);
      expect(found.map((e) => e.index)).toEqual([i * 2, i * 2 + 1]);
      expect(found).toEqual(await store.readAll(i * 2, 2));
    }
    expect(await store.findCommand('40000000-0000-4000-8000-00000000beef')).toEqual([]);
  });

  it('finds nothing for a command that wrote nothing', async () => {
    expect(await subject.store.findCommand(commandId(1))).toEqual([]);
    await appendTo(subject.store, 'a-1', -1, { command: commandId(1) });
    await appendTo(subject.store, 'a-1', -1, { command: commandId(2), text: 'other' }).catch(() => undefined);
    expect(await subject.store.findCommand(commandId(2))).toEqual([]);
  });

  subject.afterReopening('finds it after the store was opened again', async () => {
    for (const [i, command] of alike.entries()) await appendTo(subject.store, 'a-1', i - 1, { command });
    await subject.reopen();
    for (const [i, command] of alike.entries()) {
      expect((await subject.store.findCommand(command)).map((e) => e.index)).toEqual([i]);
    }
  });
}

export function positions(subject: Subject): void {
  it('takes a size inside a commit down to its start', async () => {
    const { store } = subject;
    expect(await store.commitFloor(0)).toBe(0);
    expect(await store.commitFloor(5)).toBe(0);
    await appendTo(store, 'a-1', -1);
    await appendTo(store, 'a-1', 0, { of: 3 });
    await appendTo(store, 'a-1', 3);
    const floors = await Promise.all([0, 1, 2, 3, 4, 5, 6, 99].map((size) => store.commitFloor(size)));
    expect(floors).toEqual([0, 1, 1, 1, 4, 5, 5, 5]);
  });

  it('finds the size at an instant: all before it was recorded before, whatever the clock did', async () => {
    const { store } = subject;
    const at = (second: number): string => new Date(Date.UTC(2026, 0, 1, 9, 0, second)).toISOString();
    expect(await store.sizeAt(Date.parse(at(0)))).toBe(0);
    // Equal times stay together; the fourth was stamped by a clock that had been put back, and waits for the
    // third.
    for (const [i, second] of [1, 2, 2, 1, 3].entries()) {
      await appendTo(store, 'a-1', i * 2 - 1, { of: 2, recordedAt: at(second) });
    }
    const sizes = await Promise.all([0, 1, 2, 3, 4].map((second) => store.sizeAt(Date.parse(at(second)))));
    expect(sizes).toEqual([0, 0, 2, 8, 10]);
  });

  it('finds no half commit at an instant, were its records stamped one by one', async () => {
    const { store } = subject;
    const times = ['2026-01-01T09:00:01.000Z', '2026-01-01T09:00:05.000Z'];
    const records = times.flatMap((recordedAt, i) =>
      commit('a-1', -1, { of: 2, recordedAt }).slice(i, i + 1),
    );
    await store.append('a-1', -1, records);
    expect(await store.sizeAt(Date.parse('2026-01-01T09:00:03.000Z'))).toBe(0);
    expect(await store.sizeAt(Date.parse('2026-01-01T09:00:06.000Z'))).toBe(2);
  });

  subject.afterReopening('remembers the latest time after the store was opened again', async () => {
    await appendTo(subject.store, 'a-1', -1, { recordedAt: '2026-01-01T09:00:05.000Z' });
    await subject.reopen();
    await appendTo(subject.store, 'a-1', 0, { recordedAt: '2026-01-01T09:00:01.000Z' });
    expect(await subject.store.sizeAt(Date.parse('2026-01-01T09:00:03.000Z'))).toBe(0);
  });
}

/** The batches that a follower gets until it has seen so many records. */
function batches(
  follow: Observable<readonly StoredEntry[]>,
  records: number,
): Promise<(readonly StoredEntry[])[]> {
  type Seen = { count: number; all: (readonly StoredEntry[])[] };
  const start: Seen = { count: 0, all: [] };
  return firstValueFrom(
    follow.pipe(
      scan(({ count, all }, batch) => ({ count: count + batch.length, all: [...all, batch] }), start),
      firstWhere(({ count }) => count >= records),
      map(({ all }) => all),
    ),
  );
}

function expectWholeCommits(seen: readonly (readonly StoredEntry[])[]): void {
  for (const batch of seen) {
    const [first, last] = [batch.at(0)?.record.commit, batch.at(-1)?.record.commit];
    expect(first?.n).toBe(1);
    expect(last?.n).toBe(last?.of);
  }
}
