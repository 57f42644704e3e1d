import { firstValueFrom, map, scan, type Observable, first as firstWhere } from 'rxjs';
import { leafHash } from '../canonical';
import type { StoredEntry } from '../record';
import {
  AppendRefused,
  MAX_APPEND_BYTES,
  MAX_STREAM_NAME,
  RevisionConflict,
  type EventStore,
} from '../store/event-store';
import { appendTo, commandId, commit } from './commits';

/** How the contract gets at the adapter it examines. */
export interface StoreUnderTest {
  /** A fresh, empty store. */
  open(): Promise<EventStore>;
  /** Closes the store and opens what it wrote again; left out by a store that keeps nothing. */
  reopen?(store: EventStore): Promise<EventStore>;
  /** Clears away what `open` made; called after each example, whatever state the store is in. */
  dispose(): Promise<void>;
}

type Subject = { store: EventStore; afterReopening: typeof it; reopen: () => Promise<void> };

/** What every event store promises, written down once: each adapter's spec calls this. */
export function describeEventStore(name: string, under: StoreUnderTest): void {
  describe(`${name} keeps the event store contract`, () => {
    const { reopen } = under;
    const subject = {
      afterReopening: reopen ? it : it.skip,
      reopen: async () => {
        if (reopen) subject.store = await reopen(subject.store);
      },
    } as Subject;
    beforeEach(async () => {
      subject.store = await under.open();
    });
    afterEach(() => under.dispose());

    describe('appending', () => appending(subject));
    describe('the same append again', () => repeating(subject));
    describe('limits', () => limits(subject));
    describe('reading', () => reading(subject));
    describe('following', () => following(subject));
    describe('finding a command', () => finding(subject));
    describe('positions', () => positions(subject));
  });
}

function appending(subject: Subject): void {
  it('has exactly one winner of 20 racing appends at one revision', async () => {
    await appendTo(subject.store, 'race-1', -1);
    const racing = Array.from({ length: 20 }, (_, i) =>
      appendTo(subject.store, 'race-1', 0, { text: `racer ${i}` }),
    );
    const ends = await Promise.allSettled(racing);
    const lost = ends.flatMap((e) => (e.status === 'rejected' ? [e.reason as unknown] : []));
    expect(lost).toHaveLength(19);
    for (const error of lost) {
      expect(error).toBeInstanceOf(RevisionConflict);
      expect(error).toMatchObject({ stream: 'race-1', expected: 0, actual: 1 });
    }
    expect(await subject.store.readStream('race-1', 0, 10)).toHaveLength(2);
  });

  it('leaves no trace of a refused append', async () => {
    await appendTo(subject.store, 'a-1', -1);
    await expect(appendTo(subject.store, 'a-1', 3)).rejects.toMatchObject({ expected: 3, actual: 0 });
    await expect(appendTo(subject.store, 'never-1', 0)).rejects.toMatchObject({ expected: 0, actual: -1 });
    expect(await subject.store.size()).toBe(1);
    expect(await subject.store.readStream('never-1', 0, 10)).toEqual([]);
    expect(await appendTo(subject.store, 'never-1', -1)).toMatchObject({ firstIndex: 1, size: 2 });
    expect(await appendTo(subject.store, 'a-1', 0)).toMatchObject({ firstIndex: 2, size: 3 });
  });

  it('keeps the neighbours of a refused append', async () => {
    const [before, wrong, after] = await Promise.allSettled([
      appendTo(subject.store, 'a-1', -1, { text: 'before' }),
      appendTo(subject.store, 'a-1', -1, { text: 'wrong' }),
      appendTo(subject.store, 'a-1', 0, { text: 'after' }),
    ]);
    expect([before.status, wrong.status, after.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await texts(subject.store)).toEqual(['before', 'after']);
  });

  it('returns the bytes that were appended, and their leaf hash', async () => {
    const { records } = await appendTo(subject.store, 'a-1', -1, { of: 3, text: '\u{1F4D4} "quoted" \\ é' });
    const stored = await subject.store.readAll(0, 10);
    expect(stored.map((e) => e.bytes.toString('hex'))).toEqual(records.map((r) => r.bytes.toString('hex')));
    for (const [i, { bytes, hash, record, index }] of stored.entries()) {
      expect(hash.equals(leafHash(bytes))).toBe(true);
      expect(record).toEqual(records[i]?.record);
      expect(index).toBe(i);
    }
  });

  subject.afterReopening('keeps everything, and goes on where it was', async () => {
    await appendTo(subject.store, 'a-1', -1, { of: 2 });
    await appendTo(subject.store, 'b-1', -1);
    const before = await subject.store.readAll(0, 10);
    await subject.reopen();
    expect(await subject.store.readAll(0, 10)).toEqual(before);
    expect(await subject.store.size()).toBe(3);
    await expect(appendTo(subject.store, 'a-1', 0, { text: 'stale' })).rejects.toMatchObject({ actual: 1 });
    expect(await appendTo(subject.store, 'a-1', 1)).toMatchObject({ firstIndex: 3, size: 4 });
  });
}

function repeating(subject: Subject): void {
  const writeThrice = async (): Promise<void> => {
    await appendTo(subject.store, 'a-1', -1, { of: 2, text: 'one' });
    await appendTo(subject.store, 'b-1', -1, { text: 'two' });
    await appendTo(subject.store, 'a-1', 1, { of: 2, text: 'three' });
  };
  const expectFirstAnswers = async (): Promise<void> => {
    const again = [
      await appendTo(subject.store, 'a-1', 1, { of: 2, text: 'three' }),
      await appendTo(subject.store, 'b-1', -1, { text: 'two' }),
      await appendTo(subject.store, 'a-1', -1, { of: 2, text: 'one' }),
    ];
    expect(again.map(({ firstIndex, size }) => [firstIndex, size])).toEqual([
      [3, 5],
      [2, 3],
      [0, 2],
    ]);
    expect(await texts(subject.store)).toEqual(['one', 'one', 'two', 'three', 'three']);
  };

  it('answers with where it stands, also several appends back, and writes nothing', async () => {
    await writeThrice();
    await expectFirstAnswers();
  });

  it('answers the same while the first is under way', async () => {
    const twice = [
      appendTo(subject.store, 'a-1', -1, { of: 2 }),
      appendTo(subject.store, 'a-1', -1, { of: 2 }),
    ];
    for (const answer of await Promise.all(twice)) expect(answer).toMatchObject({ firstIndex: 0, size: 2 });
    expect(await subject.store.size()).toBe(2);
  });

  subject.afterReopening('answers the same after it was opened again', async () => {
    await writeThrice();
    await subject.reopen();
    await expectFirstAnswers();
  });

  it('conflicts when it is another append at an old revision, or only partly the same', async () => {
    await writeThrice();
    const { store } = subject;
    await expect(appendTo(store, 'a-1', -1, { of: 2, text: 'other' })).rejects.toMatchObject({ actual: 3 });
    const command = commandId('a-1 1 three');
    await expect(appendTo(store, 'a-1', 1, { command, of: 3 })).rejects.toBeInstanceOf(RevisionConflict);
    await expect(appendTo(store, 'a-1', 0, { text: 'one' })).rejects.toMatchObject({
      expected: 0,
      actual: 3,
    });
    expect(await store.size()).toBe(5);
  });
}

function limits(subject: Subject): void {
  const refused = async (append: Promise<unknown>, code: AppendRefused['code']): Promise<void> => {
    const error: unknown = await append.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(AppendRefused);
    expect(error).toMatchObject({ code });
    expect(await subject.store.size()).toBe(0);
  };
  const most =
    MAX_APPEND_BYTES - (commit('a-1', -1, { command: commandId(1), text: '' })[0]?.bytes.length ?? 0);

  it('takes a record of exactly 1 MiB', async () => {
    const { size } = await appendTo(subject.store, 'a-1', -1, {
      command: commandId(1),
      text: 'x'.repeat(most),
    });
    expect(size).toBe(1);
    expect((await subject.store.readAll(0, 1))[0]?.bytes).toHaveLength(MAX_APPEND_BYTES);
  });

  it('refuses a record and an append over 1 MiB', async () => {
    const over = { command: commandId(1), text: 'x'.repeat(most + 1) };
    await refused(appendTo(subject.store, 'a-1', -1, over), 'ledger.append-too-large');
    const many = { of: 3, text: 'x'.repeat(MAX_APPEND_BYTES / 3) };
    await refused(appendTo(subject.store, 'a-1', -1, many), 'ledger.append-too-large');
  });

  it.each([
    '',
    'A-1',
    '1-a',
    'a--b',
    'a-',
    '-a',
    'a b',
    'a/b',
    'a\n',
    '$all',
    `a${'b'.repeat(MAX_STREAM_NAME)}`,
  ])('refuses the stream name %j', async (stream) => {
    await refused(appendTo(subject.store, stream, -1), 'ledger.bad-stream-name');
  });

  it('takes a stream name of the greatest length', async () => {
    const stream = `a${'-b'.repeat(MAX_STREAM_NAME)}`.slice(0, MAX_STREAM_NAME - 1);
    expect(await appendTo(subject.store, stream, -1)).toMatchObject({ size: 1 });
    expect(await subject.store.readStream(stream, 0, 1)).toHaveLength(1);
  });

  it('refuses an empty append', async () => {
    await refused(subject.store.append('a-1', -1, []), 'ledger.empty-append');
  });

  it('refuses records that do not state their own place', async () => {
    const whole = commit('a-1', -1, { of: 3 });
    await refused(subject.store.append('b-1', -1, whole), 'ledger.bad-revision');
    await refused(subject.store.append('a-1', 0, whole), 'ledger.bad-revision');
    await refused(subject.store.append('a-1', -1, whole.slice(0, 2)), 'ledger.bad-revision');
    await refused(subject.store.append('a-1', -1, whole.toReversed()), 'ledger.bad-revision');
    await refused(subject.store.append('a-1', 0, whole.slice(1)), 'ledger.bad-revision');
  });

  it('refuses a record whose time is no instant', async () => {
    await refused(appendTo(subject.store, 'a-1', -1, { recordedAt: 'yesterday' }), 'ledger.bad-time');
  });
}

function reading(subject: Subject): void {
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

function following(subject: Subject): void {
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

function finding(subject: Subject): void {
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

function positions(subject: Subject): void {
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
    // Equal times stay together; the fourth was stamped by a clock that had been put back, and waits for the third.
    for (const [i, second] of [1, 2, 2, 1, 3].entries()) {
      await appendTo(store, 'a-1', i * 2 - 1, { of: 2, recordedAt: at(second) });
    }
    const sizes = await Promise.all([0, 1, 2, 3, 4].map((second) => store.sizeAt(Date.parse(at(second)))));
    expect(sizes).toEqual([0, 0, 2, 8, 10]);
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

async function texts(store: EventStore): Promise<string[]> {
  return (await store.readAll(0, 100)).map((e) => (e.record.data as { text: string }).text);
}
