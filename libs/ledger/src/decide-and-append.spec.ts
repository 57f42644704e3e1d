import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leafHash } from './canonical';
import { Ledger, type CommandRequest, type Receipt } from './decide-and-append';
import type { Decider } from './decider';
import type { Fact } from './record';
import { Refusal, isRefusal } from './refusal';
import { keyIdOf, unseal, type SealedText } from './sealing/sealed-text';
import { SqliteKeyStore } from './sealing/sqlite-key-store';
import { EmbeddedStore } from './store/embedded-store';
import { AppendRefused, MAX_APPEND_BYTES, RevisionConflict, type EventStore } from './store/event-store';
import { commandId, noted, someActor } from './testing';

/** A toy: counts up, at most to what is given, and says in each fact from which total it was decided. */
type Count = { readonly by: number; readonly reason?: string; readonly parts?: number };
type Counted = Fact<'spec.counted', { by: number; from: number; part: number; reason: SealedText | null }>;
type Total = { total: number };
const counting: Decider<Count, Total, Counted, number> = {
  initial: () => ({ total: 0 }),
  decide: ({ by, reason, parts = 1 }, { total }, { given, today }) => {
    if (total + by * parts > given) return new Refusal('spec.too-many', `${total} is as far as it goes.`);
    return Array.from({ length: parts }, (_, part) => ({
      ...noted(''),
      type: 'spec.counted',
      effectiveOn: today,
      data: { by, from: total, part, reason: (reason as unknown as SealedText | undefined) ?? null },
    }));
  },
  // Changes the state in place, as a decider may: what is not dropped after a failure would show.
  evolve: (state, { data }) => Object.assign(state, { total: state.total + data.by }),
};

const clock = { now: () => new Date('2026-06-30T23:30:00.000Z') };
const STREAM = 'count-1';

let folder: string;
let store: EmbeddedStore;
let keys: SqliteKeyStore;
let ledger: Ledger;

function start(): void {
  store = new EmbeddedStore(join(folder, 'events.db'));
  keys = new SqliteKeyStore(join(folder, 'keys.db'));
  ledger = new Ledger(store, keys, clock);
}
async function stop(): Promise<void> {
  await store.close();
  await keys.close();
}
async function restart(): Promise<void> {
  await stop();
  start();
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-ledger-'));
  start();
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

function request(n: number | string, body: Count = { by: 1 }): CommandRequest<Count> {
  return { name: 'count', id: commandId(n), by: someActor, body, sealed: ['/reason'] };
}
function count(n: number | string, body?: Count, most = 1_000_000, by = ledger): Promise<Receipt | Refusal> {
  return by.execute(counting, STREAM, request(n, body), most);
}
async function data(): Promise<Counted['data'][]> {
  return (await store.readAll(0, 1_000)).map((e) => e.record.data as Counted['data']);
}
/** The bytes of every file of the store, also of what is not yet folded into the main one. */
function filesOf(name: string): Buffer {
  return Buffer.concat(
    readdirSync(folder)
      .filter((f) => f.startsWith(name))
      .map((f) => readFileSync(join(folder, f))),
  );
}

/** A ledger on a store whose next appends go wrong, before anything of them is written or after all of it is. */
function failing(error: Error, { times = 1, written = false } = {}): Ledger {
  let left = times;
  const append: EventStore['append'] = async (...given) => {
    left -= 1;
    if (left < 0) return store.append(...given);
    if (written) await store.append(...given);
    throw error;
  };
  return new Ledger(Object.create(store, { append: { value: append } }) as EventStore, keys, clock);
}

describe('a command', () => {
  it('is recorded with its stamp, and answered with where it stands', async () => {
    const receipt = (await count('a', { by: 2, parts: 2 })) as Receipt;
    expect(receipt).toMatchObject({
      commandId: commandId('a'),
      stream: STREAM,
      revision: 1,
      indexes: [0, 1],
      ledgerSize: 2,
    });
    const entries = await store.readAll(0, 10);
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
    expect(await count('a', { by: 5, reason: 'because' }, 4)).toMatchObject({ code: 'spec.too-many' });
    const huge = 'x'.repeat(MAX_APPEND_BYTES);
    expect(await count('b', { by: 1, reason: huge })).toMatchObject({
      code: 'ledger.append-too-large',
      retryable: false,
    });
    expect(await count('c', { by: 1, reason: 'because', parts: 0 })).toMatchObject({
      code: 'ledger.empty-append',
    });
    expect(await store.size()).toBe(0);
    const ids = ['a', 'b', 'c'].map((n) => keyIdOf(commandId(n), '/reason'));
    expect((await keys.find(ids)).size).toBe(0);
    expect(await count('a', { by: 5, reason: 'because' }, 5)).toMatchObject({ ledgerSize: 1 });
  });

  it('needs a uuid for its id, however it is written', async () => {
    const bad = await ledger.execute(counting, STREAM, { ...request('a'), id: 'one' }, 9);
    expect(bad).toMatchObject({ code: 'ledger.bad-command-id' });
    const first = await count('a');
    const shouted = { ...request('a'), id: commandId('a').toUpperCase() };
    expect(await ledger.execute(counting, STREAM, shouted, 9)).toEqual(first);
    expect(await store.size()).toBe(1);
  });

  it('to a stream that cannot be is refused', async () => {
    const answer = await ledger.execute(counting, 'No Stream', request('a'), 9);
    expect(answer).toMatchObject({ code: 'ledger.bad-stream-name' });
  });

  it('whose rules throw leaves the stream as it was', async () => {
    await count('a');
    const broken = {
      ...counting,
      evolve: (state: Total): Total => {
        state.total = 99;
        throw new Error('cannot fold');
      },
    };
    await expect(ledger.execute(broken, STREAM, request('b'), 9)).rejects.toThrow('cannot fold');
    expect(await store.size()).toBe(1);
    expect(await count('c')).toMatchObject({ revision: 1 });
    expect((await data()).map((d) => d.from)).toEqual([0, 1]);
  });
});

describe('the same command again', () => {
  const body = { by: 2, parts: 3, reason: 'because' };

  it('gets the first receipt', async () => {
    const first = await count('a', body);
    await count('b');
    expect(await count('a', { ...body })).toEqual(first);
    expect(await count('a', body, 0)).toEqual(first);
    expect(await store.size()).toBe(4);
  });

  it('gets it after a restart', async () => {
    const first = await count('a', body);
    await count('b');
    await restart();
    expect(await count('a', body)).toEqual(first);
    expect(await store.size()).toBe(4);
  });

  it('gets it while the first is under way: one commit', async () => {
    const answers = await Promise.all([count('a', body), count('a', body), count('a', body)]);
    expect(answers[0]).toMatchObject({ ledgerSize: 3 });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(await store.size()).toBe(3);
  });

  it('is one command also when it goes to two streams at once', async () => {
    const both = ['count-1', 'count-2'].map((s) => ledger.execute(counting, s, request('a', body), 99));
    const [first, second] = await Promise.all(both);
    expect(second).toEqual(first);
    expect(await store.size()).toBe(3);
    expect(await openReasons()).toEqual(['because', 'because', 'because']);
  });

  it('is tried for itself when the first, under way, fails', async () => {
    const broken = failing(new Error('disk'));
    const first = count('a', body, 99, broken);
    const second = count('a', body, 99, broken);
    await expect(first).rejects.toThrow('disk');
    expect(await second).toMatchObject({ ledgerSize: 3 });
  });

  it.each([
    ['another number', { ...body, by: 1 }],
    ['another text', { ...body, reason: 'no reason' }],
    ['no text', { by: 2, parts: 3 }],
  ])('with %s is refused, also after a restart and under way', async (_, other) => {
    const [, flying] = await Promise.all([count('a', body), count('a', other)]);
    expect(flying).toMatchObject({ code: 'ledger.command-reused', retryable: false });
    expect(await count('a', other)).toMatchObject({ code: 'ledger.command-reused' });
    await restart();
    expect(await count('a', other)).toMatchObject({ code: 'ledger.command-reused' });
    expect(await store.size()).toBe(3);
    expect(await openReasons()).toEqual(['because', 'because', 'because']);
  });

  it('by another person, or under another name, is refused', async () => {
    await count('a', body);
    const others = [{ by: { ...someActor, person: 'person-2' } }, { name: 'recount' }];
    for (const other of others) {
      const answer = await ledger.execute(counting, STREAM, { ...request('a', body), ...other }, 99);
      expect(answer).toMatchObject({ code: 'ledger.command-reused' });
    }
  });
});

describe('commands on one stream', () => {
  it('are decided one after the other, each on the state before it: 200 at once', async () => {
    const receipts = await Promise.all(Array.from({ length: 200 }, (_, i) => count(i)));
    expect(receipts.map((r) => (r as Receipt).revision)).toEqual(Array.from({ length: 200 }, (_, i) => i));
    expect((await data()).map((d) => d.from)).toEqual(Array.from({ length: 200 }, (_, i) => i));
    expect((await store.readAll(0, 300)).map((e) => e.index)).toEqual(
      Array.from({ length: 200 }, (_, i) => i),
    );
  });

  it('share flushes: the next is decided while the one before is being flushed', async () => {
    let waiting = 0;
    let most = 0;
    const watched = Object.create(store, {
      append: {
        value: async (...append: Parameters<EventStore['append']>) => {
          most = Math.max(most, (waiting += 1));
          return store.append(...append).finally(() => (waiting -= 1));
        },
      },
    }) as EventStore;
    const pipelined = new Ledger(watched, keys, clock);
    await Promise.all(Array.from({ length: 50 }, (_, i) => count(i, { by: 1 }, 99, pipelined)));
    expect(most).toBeGreaterThan(10);
  });

  it('keep a limit together that each alone would not break', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => count(i, { by: 1 }, 7)));
    expect(answers.filter((a) => !isRefusal(a))).toHaveLength(7);
    expect(answers.slice(7).map((a) => (a as Refusal).code)).toEqual(Array(13).fill('spec.too-many'));
    expect(await store.size()).toBe(7);
  });

  it('meet what somebody else wrote: decided again on it', async () => {
    await count('a');
    const other = new Ledger(store, keys, clock);
    await count('b', { by: 5 }, 99, other);
    expect(await count('c')).toMatchObject({ revision: 2 });
    expect((await data()).map((d) => d.from)).toEqual([0, 1, 6]);
  });

  it('give up after a fixed number of conflicts, and say that trying again could help', async () => {
    const broken = failing(new RevisionConflict(STREAM, 0, 1), { times: 99 });
    expect(await count('a', { by: 1 }, 9, broken)).toMatchObject({ code: 'ledger.busy', retryable: true });
    expect(await store.size()).toBe(0);
  });

  it('give their state at the tip to others, never what turns out not to be written', async () => {
    const broken = failing(new Error('disk'));
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
    await expect(broken.execute(slow, STREAM, request('a', { by: 4 }), 99)).rejects.toThrow('disk');
    expect(await read).toEqual({ total: 0 });
    await count('b', { by: 5 }, 99, broken);
    expect(await broken.tip(counting, STREAM)).toEqual({ total: 5 });
  });
});

describe('an append that fails', () => {
  it('fails its command, is forgotten, and the next command decides on what is written', async () => {
    await count('a', { by: 3 });
    const broken = failing(new Error('disk'));
    await expect(count('b', { by: 3 }, 99, broken)).rejects.toThrow('disk');
    expect(await count('c', { by: 1 }, 99, broken)).toMatchObject({ revision: 1 });
    expect(await count('d', { by: 1 }, 99, broken)).toMatchObject({ revision: 2 });
    expect((await data()).map((d) => d.from)).toEqual([0, 3, 4]);
  });

  it('fails no more than itself: what was decided on it is decided again', async () => {
    const broken = failing(new Error('disk'));
    const first = count('a', { by: 7 }, 99, broken);
    const rest = Promise.all(['b', 'c', 'd'].map((n) => count(n, { by: 1 }, 99, broken)));
    await expect(first).rejects.toThrow('disk');
    expect((await rest).map((r) => (r as Receipt).commandId)).toEqual(['b', 'c', 'd'].map(commandId));
    expect((await data()).map((d) => d.from)).toEqual([0, 1, 2]);
  });

  it('is never the ground of a refusal: that is decided again without it', async () => {
    const broken = failing(new Error('disk'));
    const first = count('a', { by: 9 }, 9, broken);
    const second = count('b', { by: 2 }, 9, broken);
    await expect(first).rejects.toThrow('disk');
    expect(await second).toMatchObject({ revision: 0 });
    expect((await data()).map((d) => d.from)).toEqual([0]);
  });

  it('with an outcome that nobody knows is found again under the same id', async () => {
    const broken = failing(new Error('connection lost'), { written: true });
    const body = { by: 1, reason: 'because' };
    await expect(count('a', body, 99, broken)).rejects.toThrow('connection lost');
    expect(await count('a', body, 99, broken)).toMatchObject({ revision: 0, ledgerSize: 1 });
    expect(await count('b', body, 99, broken)).toMatchObject({ revision: 1 });
    expect((await data()).map((d) => d.from)).toEqual([0, 1]);
  });

  it('leaves its keys behind, and a retry seals the same bytes', async () => {
    const seen: Buffer[][] = [];
    let armed = true;
    const watched = Object.create(store, {
      append: {
        value: async (...append: Parameters<EventStore['append']>) => {
          seen.push(append[2].map((r) => r.bytes));
          if (armed) throw new Error('crash');
          return store.append(...append);
        },
      },
    }) as EventStore;
    const body = { by: 1, parts: 2, reason: 'because' };
    await expect(count('a', body, 99, new Ledger(watched, keys, clock))).rejects.toThrow('crash');
    armed = false;
    await count('a', body, 99, new Ledger(watched, keys, clock));
    expect(seen[1]).toEqual(seen[0]);
    expect((await store.readAll(0, 2)).map((e) => e.bytes)).toEqual(seen[0]);
    expect(await openReasons()).toEqual(['because', 'because']);
  });

  it('that the store itself refuses becomes a refusal', async () => {
    const broken = failing(new AppendRefused('ledger.append-too-large', 'Too large here.'));
    const answer = await count('a', { by: 1 }, 9, broken);
    expect(isRefusal(answer)).toBe(true);
    expect(answer).toMatchObject({ code: 'ledger.append-too-large', message: 'Too large here.' });
  });
});

describe('a sealed text', () => {
  const SECRET = 'the sergeant was on leave that week';

  it('rests nowhere in the open: not in events.db, not in keys.db', async () => {
    await count('a', { by: 1, reason: SECRET });
    for (const name of ['events.db', 'keys.db']) {
      const bytes = filesOf(name);
      expect(bytes.length).toBeGreaterThan(0);
      for (const form of ['utf8', 'utf16le'] as const)
        expect(bytes.includes(Buffer.from(SECRET, form))).toBe(false);
      expect(bytes.includes(Buffer.from(SECRET).toString('base64').slice(0, -4))).toBe(false);
    }
    expect(filesOf('events.db').includes('spec.counted')).toBe(true);
    expect(await openReasons()).toEqual([SECRET]);
  });

  it('that is erased breaks no hash, and its command still gets its receipt', async () => {
    const first = await count('a', { by: 1, reason: SECRET });
    const before = await store.readAll(0, 10);
    await keys.erase(keyIdOf(commandId('a'), '/reason'));
    await restart();
    const after = await store.readAll(0, 10);
    expect(after).toEqual(before);
    for (const { bytes, hash } of after) expect(leafHash(bytes).equals(hash)).toBe(true);
    expect(await count('a', { by: 1, reason: SECRET })).toEqual(first);
    // Nobody can tell any more whether the text is the same: the id alone decides.
    expect(await count('a', { by: 1, reason: 'something else' })).toEqual(first);
    await expect(openReasons()).rejects.toThrow('erased');
    expect(await store.size()).toBe(1);
  });
});

async function openReasons(): Promise<string[]> {
  const reasons = (await data()).map((d) => d.reason as SealedText);
  return Promise.all(
    reasons.map(async (reason) => {
      const key = (await keys.find([reason.key])).get(reason.key);
      if (!key || key === 'erased') throw new Error(`The key is ${key ?? 'absent'}.`);
      return unseal(reason, key);
    }),
  );
}
