import {
  AppendUnknown,
  AppendUnplaced,
  KurrentStore,
  RevisionConflict,
  StoreUnavailable,
} from '@daybook/ledger';
import { commit } from '@daybook/ledger/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { FaultProxy, KurrentDouble } from './double';

/** Appends in one trial, by so many writers, and how many trials there are; DAYBOOK_TRIALS makes more. */
const APPENDS = 240;
const WRITERS = 8;
const TRIALS = Number(process.env.DAYBOOK_TRIALS ?? 12);
const PATIENCE_MS = 120_000;
/** What the process may hold more at the end than at the start, after all trials. */
const MOST_GROWTH = 64 * 1_048_576;

/** A random number generator that repeats (mulberry32), so that a trial can be run again. */
function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One kind of trouble between a node and its cluster. */
type Trouble = (proxy: FaultProxy, double: KurrentDouble, chance: () => number) => void | Promise<void>;
const troubles: Readonly<Record<string, Trouble>> = {
  reset: (proxy) => proxy.reset(),
  'cut in the middle of an answer': (proxy, _, chance) => proxy.cutAfter(Math.floor(chance() * 3_000)),
  'half-open': (proxy) => proxy.freeze(),
  'new connections refused': (proxy) => {
    proxy.refuse();
    proxy.reset();
  },
  late: (proxy, _, chance) => proxy.delay(5 + Math.floor(chance() * 40)),
  restart: (_, double) => double.restart(),
  'answers lost': (_, double) => double.fail('batchAppend', 'unavailable-after-write', 2),
  'answers never given': (_, double) => double.fail('batchAppend', 'hang-after-write', 1),
  'subscription dropped': (_, double) => double.fail('subscribe', { dropAfter: 3 }, 2),
};

interface Trial {
  readonly acknowledged: Set<string>;
  readonly refused: Set<string>;
  readonly trouble: Record<string, number>;
}

/** Appends until it is known what became of each, as whoever sends commands would. */
async function write(store: KurrentStore, writer: number, trial: Trial): Promise<void> {
  const stream = `writer-${writer}`;
  for (let i = 0, revision = -1; i < APPENDS / WRITERS; i += 1) {
    const records = commit(stream, revision, { of: 1 + (i % 3), text: `append ${i}` });
    const ids = records.map(({ record }) => record.id);
    for (let known = false; !known;) {
      known = await store.append(stream, revision, records).then(
        () => true,
        (error: unknown) => {
          if (error instanceof AppendUnplaced) return true;
          if (error instanceof AppendUnknown) return false;
          if (error instanceof StoreUnavailable && error.refusal.retryable) return false;
          if (error instanceof RevisionConflict) ids.forEach((id) => trial.refused.add(id));
          throw error;
        },
      );
    }
    ids.forEach((id) => trial.acknowledged.add(id));
    revision += records.length;
  }
}

describe('a node and its cluster, with trouble between them', () => {
  const sum = { trials: 0, acknowledged: 0, lost: 0, repeated: 0, missing: 0 };
  const trouble: Record<string, number> = {};
  let folder: string;
  let double: KurrentDouble;
  let proxy: FaultProxy;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'daybook-faults-'));
    double = await KurrentDouble.start();
    proxy = await FaultProxy.start(double.port);
  });
  afterEach(async () => {
    await proxy.close();
    await double.close();
    rmSync(folder, { recursive: true });
  });

  const open = (mirror: string, connection: string, persistenceMs?: number): KurrentStore => {
    const patience = { persistenceMs, deadlineMs: 500, patienceMs: 2_000 };
    return new KurrentStore({ connection, prefix: 'spec', mirrorFile: join(folder, mirror), ...patience });
  };

  /** Makes trouble each time some more has been acknowledged, and mends it after a while. */
  async function disturb(trial: Trial, chance: () => number, over: () => boolean): Promise<void> {
    for (let next = 10; !over(); await nextTurn()) {
      if (trial.acknowledged.size < next) continue;
      const names = Object.keys(troubles);
      const name = names[Math.floor(chance() * names.length)]!;
      await troubles[name]!(proxy, double, chance);
      trouble[name] = (trouble[name] ?? 0) + 1;
      // Some trouble keeps everything from going on: it is mended after some thousand turns of the loop.
      for (let turns = 100 + Math.floor(chance() * 900); turns > 0 && !over(); turns -= 1) await nextTurn();
      proxy.heal();
      next = trial.acknowledged.size + 10;
    }
  }

  it.each(Array.from({ length: TRIALS }, (_, i) => i + 1))(
    'loses nothing that was acknowledged, and repeats nothing: trial %i',
    async (seed) => {
      const trial: Trial = { acknowledged: new Set(), refused: new Set(), trouble };
      const store = open('mirror.db', proxy.connectionString);
      let over = false;
      const disturbing = disturb(trial, random(seed), () => over);
      try {
        await Promise.all(Array.from({ length: WRITERS }, (_, w) => write(store, w, trial)));
      } finally {
        over = true;
        await disturbing;
      }
      double.clearFaults();
      proxy.heal();
      const written = double.log.events.map(({ id }) => id);
      const size = written.length;
      while ((await store.size()) < size) await nextTurn();
      const mirrored = (await store.readAll(0, size + 1)).map(({ record }) => record.id);
      await store.close();
      const fresh = open('fresh.db', double.connectionString);
      while ((await fresh.size()) < size) await nextTurn();
      const again = (await fresh.readAll(0, size + 1)).map(({ record }) => record.id);
      await fresh.close();

      const lost = [...trial.acknowledged].filter((id) => !written.includes(id));
      sum.trials += 1;
      sum.acknowledged += trial.acknowledged.size;
      sum.lost += lost.length;
      sum.repeated += written.length - new Set(written).size;
      expect(lost).toEqual([]);
      expect(new Set(written).size).toBe(written.length);
      expect([...trial.refused]).toEqual([]);
      expect(mirrored).toEqual(written);
      expect(again).toEqual(written);
    },
    PATIENCE_MS,
  );

  it(
    'keeps what it holds within bounds while the connection is half-open',
    async () => {
      const store = open('mirror.db', proxy.connectionString, 1_500);
      await store.append('a-1', -1, commit('a-1', -1));
      proxy.freeze();
      const before = process.memoryUsage();
      const text = 'x'.repeat(100_000);
      // Each waits for its own outcome: nobody may pile up more than they have under way.
      for (let round = 0; round < 3; round += 1)
        await Promise.allSettled(
          Array.from({ length: 20 }, (_, i) =>
            store.append(`b-${round}-${i}`, -1, commit(`b-${round}-${i}`, -1, { text })),
          ),
        );
      const after = process.memoryUsage();
      expect(after.external + after.arrayBuffers - before.external - before.arrayBuffers).toBeLessThan(
        MOST_GROWTH,
      );
      proxy.heal();
      proxy.reset();
      await store.close();
    },
    PATIENCE_MS,
  );

  afterAll(() => {
    const kinds = Object.entries(trouble).map(([name, times]) => `${name} ${times}`);
    process.stdout.write(
      `Trouble between node and cluster (a protocol double): ${sum.trials} trials, ${sum.acknowledged} records ` +
        `acknowledged, ${sum.lost} lost, ${sum.repeated} repeated. Made: ${kinds.join(', ')}.\n`,
    );
  });
});
