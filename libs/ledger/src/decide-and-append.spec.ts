import { setImmediate as nextTurn } from 'node:timers/promises';
import { leafHash } from './canonical';
import type { Receipt } from './receipt';
import { isRefusal, type Refusal } from './refusal';
import { keyIdOf } from './sealing/sealed-text';
import { MAX_APPEND_BYTES, RevisionConflict } from './store/event-store';
import { commandId, someActor } from './testing';
import { CountingLedger, STREAM, counting, type Total } from './testing/counting-ledger';

let toy: CountingLedger;
beforeEach(() => {
  toy = CountingLedger.create();
});
afterEach(() => toy.dispose());

describe('a command', () => {
  it('is recorded with its stamp, and answered with where it stands', async () => {
    const receipt = (await toy.count('a', { by: 2, parts: 2 })) as Receipt;
    expect(receipt).toMatchObject({
      commandId: commandId('a'),
      stream: STREAM,
      revision: 1,
      indexes: [0, 1],
      ledgerSize: 2,
    });
    const entries = await toy.store.readAll(0, 10);
    expect(entries.map((e) => e.record.id)).toEqual(receipt.events);
    expect(entries.map((e) => e.record.commit)).toEqual([
      { n: 1, of: 2 },
      { n: 2, of: 2 },
    ]);
    expect(entries[1]?.record).toMatchObject({
      ...{ stream: STREAM, revision: 1, by: someActor, recordedAt: '2026-06-30T23:30:00.000Z' },
      effectiveOn: '2026-07-01',
      command: { id: commandId('a') },
    });
  });

  it('that is refused writes nothing and stores no key', async () => {
    expect(await toy.count('a', { by: 5, reason: 'because' }, 4)).toMatchObject({ code: 'spec.too-many' });
    const huge = 'x'.repeat(MAX_APPEND_BYTES);
    expect(await toy.count('b', { by: 1, reason: huge })).toMatchObject({
      code: 'ledger.append-too-large',
      retryable: false,
    });
    expect(await toy.count('c', { by: 1, reason: 'because', parts: 0 })).toMatchObject({
      code: 'ledger.empty-append',
    });
    expect(await toy.store.size()).toBe(0);
    const ids = ['a', 'b', 'c'].map((n) => keyIdOf(commandId(n), '/reason'));
    expect((await toy.keys.find(ids)).size).toBe(0);
    expect(await toy.count('a', { by: 5, reason: 'because' }, 5)).toMatchObject({ ledgerSize: 1 });
  });

  it('needs a uuid for its id, however it is written', async () => {
    const bad = await toy.ledger.execute(counting, STREAM, { ...toy.request('a'), id: 'one' }, 9);
    expect(bad).toMatchObject({ code: 'ledger.bad-command-id' });
    const first = await toy.count('a');
    const shouted = { ...toy.request('a'), id: commandId('a').toUpperCase() };
    expect(await toy.ledger.execute(counting, STREAM, shouted, 9)).toEqual(first);
    expect(await toy.store.size()).toBe(1);
  });

  it('to a stream that cannot be is refused', async () => {
    const answer = await toy.ledger.execute(counting, 'No Stream', toy.request('a'), 9);
    expect(answer).toMatchObject({ code: 'ledger.bad-stream-name' });
  });

  it('whose rules throw leaves the stream as it was', async () => {
    await toy.count('a');
    const broken = {
      ...counting,
      evolve: (state: Total): Total => {
        state.total = 99;
        throw new Error('cannot fold');
      },
    };
    await expect(toy.ledger.execute(broken, STREAM, toy.request('b'), 9)).rejects.toThrow('cannot fold');
    expect(await toy.store.size()).toBe(1);
    expect(await toy.count('c')).toMatchObject({ revision: 1 });
    expect((await toy.data()).map((d) => d.from)).toEqual([0, 1]);
  });
});

describe('commands on one stream', () => {
  it('are decided one after the other, each on the state before it: 200 at once', async () => {
    const receipts = await Promise.all(Array.from({ length: 200 }, (_, i) => toy.count(i)));
    expect(receipts.map((r) => (r as Receipt).revision)).toEqual(Array.from({ length: 200 }, (_, i) => i));
    expect((await toy.data()).map((d) => d.from)).toEqual(Array.from({ length: 200 }, (_, i) => i));
    expect((await toy.store.readAll(0, 300)).map((e) => e.index)).toEqual(
      Array.from({ length: 200 }, (_, i) => i),
    );
  });

  it('are decided on a long history, folded page by page after a restart', async () => {
    for (const n of [1, 2, 3]) await toy.count(n, { by: 1, parts: 900 });
    await toy.restart();
    await toy.count('after', { by: 1 });
    const [last] = await toy.store.readStream(STREAM, 2_700, 1);
    expect(last?.record.data).toMatchObject({ from: 2_700 });
  });

  it('share flushes: the next is decided while the one before is being flushed', async () => {
    let waiting = 0;
    let most = 0;
    const pipelined = toy.withAppend(async (...append) => {
      most = Math.max(most, (waiting += 1));
      return toy.store.append(...append).finally(() => (waiting -= 1));
    });
    await Promise.all(Array.from({ length: 50 }, (_, i) => toy.count(i, { by: 1 }, 99, pipelined)));
    expect(most).toBeGreaterThan(10);
  });

  it('keep a limit together that each alone would not break', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => toy.count(i, { by: 1 }, 7)));
    expect(answers.filter((a) => !isRefusal(a))).toHaveLength(7);
    expect(answers.slice(7).map((a) => (a as Refusal).code)).toEqual(Array(13).fill('spec.too-many'));
    expect(await toy.store.size()).toBe(7);
  });

  it('meet what somebody else wrote: decided again on it', async () => {
    await toy.count('a');
    const other = toy.withAppend(toy.store.append.bind(toy.store));
    await toy.count('b', { by: 5 }, 99, other);
    expect(await toy.count('c')).toMatchObject({ revision: 2 });
    expect((await toy.data()).map((d) => d.from)).toEqual([0, 1, 6]);
  });

  it('give up after a fixed number of conflicts, and say that trying again could help', async () => {
    const broken = toy.failing(new RevisionConflict(STREAM, 0, 1), { times: 99 });
    expect(await toy.count('a', { by: 1 }, 9, broken)).toMatchObject({
      code: 'ledger.busy',
      retryable: true,
    });
    expect(await toy.store.size()).toBe(0);
  });

  it('give their state at the tip to others, never what turns out not to be written', async () => {
    const broken = toy.failing(new Error('disk'));
    expect(await broken.tip(counting, STREAM)).toEqual({ total: 0 });
    const decided: (() => void)[] = [];
    const slow = {
      ...counting,
      decide: (...given: Parameters<typeof counting.decide>) => (
        decided.forEach((d) => d()),
        counting.decide(...given)
      ),
    };
    const read = new Promise<Total>((resolve) => decided.push(() => resolve(broken.tip(counting, STREAM))));
    await expect(broken.execute(slow, STREAM, toy.request('a', { by: 4 }), 99)).rejects.toThrow('disk');
    expect(await read).toEqual({ total: 0 });
    await toy.count('b', { by: 5 }, 99, broken);
    expect(await broken.tip(counting, STREAM)).toEqual({ total: 5 });
  });

  it('give nothing to others that was added while these waited for the disk', async () => {
    const flushes: ((written: boolean) => void)[] = [];
    const flushing = async (n: number): Promise<void> => {
      while (flushes.length < n) await nextTurn();
    };
    const slow = toy.withAppend(async (...given) => {
      if (await new Promise<boolean>((resolve) => flushes.push(resolve))) return toy.store.append(...given);
      throw new Error('disk');
    });
    const first = toy.count('a', { by: 1 }, 99, slow);
    await flushing(1);
    const read = slow.tip(counting, STREAM);
    const second = toy.count('b', { by: 4 }, 99, slow);
    await flushing(2);
    flushes[0]?.(true);
    await first;
    flushes[1]?.(false);
    await expect(second).rejects.toThrow('disk');
    expect(await read).toEqual({ total: 1 });
  });
});

describe('a sealed text', () => {
  const SECRET = 'the sergeant was on leave that week';

  it('rests nowhere in the open: not in events.db, not in keys.db', async () => {
    await toy.count('a', { by: 1, reason: SECRET });
    for (const name of ['events.db', 'keys.db']) {
      const bytes = toy.bytesOf(name);
      expect(bytes.length).toBeGreaterThan(0);
      for (const form of ['utf8', 'utf16le'] as const)
        expect(bytes.includes(Buffer.from(SECRET, form))).toBe(false);
      expect(bytes.includes(Buffer.from(SECRET).toString('base64').slice(0, -4))).toBe(false);
    }
    expect(toy.bytesOf('events.db').includes('spec.counted')).toBe(true);
    expect(await toy.reasons()).toEqual([SECRET]);
  });

  it('that is erased breaks no hash, and its command still gets its receipt', async () => {
    const first = await toy.count('a', { by: 1, reason: SECRET });
    const before = await toy.store.readAll(0, 10);
    await toy.keys.erase(keyIdOf(commandId('a'), '/reason'));
    await toy.restart();
    const after = await toy.store.readAll(0, 10);
    expect(after).toEqual(before);
    for (const { bytes, hash } of after) expect(leafHash(bytes).equals(hash)).toBe(true);
    expect(await toy.count('a', { by: 1, reason: SECRET })).toEqual(first);
    // Nobody can tell any more whether the text is the same: the id alone decides.
    expect(await toy.count('a', { by: 1, reason: 'something else' })).toEqual(first);
    await expect(toy.reasons()).rejects.toThrow('erased');
    expect(await toy.store.size()).toBe(1);
  });
});
