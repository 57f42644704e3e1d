import { AppendRefused, MAX_APPEND_BYTES, MAX_STREAM_NAME } from '../store/event-store';
import { RevisionConflict, type EventStore } from '../store/event-store';
import { leafHash, prepare } from '../canonical';
import { appendTo, commandId, commit } from './commits';
import { finding, following, positions, reading, type Subject } from './store-contract-reading';

/** How the contract gets at the adapter it examines. */
export interface StoreUnderTest {
  /** A fresh, empty store. */
  open(): Promise<EventStore>;
  /** Closes the store and opens what it wrote again; left out by a store that keeps nothing. */
  reopen?(store: EventStore): Promise<EventStore>;
  /** Clears away what `open` made; called after each example, whatever state the store is in. */
  dispose(): Promise<void>;
}

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

  it('refuses records that miscount their commit', async () => {
    const [first, second] = commit('a-1', -1, { of: 2 });
    if (!first || !second) throw new Error('Two records were asked for.');
    for (const miscounted of [
      { n: 1, of: 2 },
      { n: 2, of: 3 },
      { n: 3, of: 2 },
    ]) {
      const wrong = prepare({ ...second.record, commit: miscounted });
      await refused(subject.store.append('a-1', -1, [first, wrong]), 'ledger.bad-revision');
    }
  });

  it('refuses a record whose time is no instant', async () => {
    await refused(appendTo(subject.store, 'a-1', -1, { recordedAt: 'yesterday' }), 'ledger.bad-time');
  });
}

async function texts(store: EventStore): Promise<string[]> {
  return (await store.readAll(0, 100)).map((e) => (e.record.data as { text: string }).text);
}
