import { KurrentStore, type Prepared } from '@daybook/ledger';
import { EventStoreDBClient, NO_STREAM, START, binaryEvent, streamNameFilter } from '@eventstore/db-client';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { rate, type Row } from './measure';
import { commits } from './store.bench';

const DOUBLE = join(__dirname, '../kurrent/double/serve.js');

/** The server that both sides of every row use. */
export interface BenchServer {
  readonly name: string;
  readonly connection: string;
  stop(): Promise<void>;
}

/**
 * DAYBOOK_TEST_ESDB's, or the protocol double in a process of its own, which is no measure of a real
 * server.
 */
export async function benchServer(): Promise<BenchServer> {
  const named = process.env.DAYBOOK_TEST_ESDB;
  if (named)
    return { name: 'the server at DAYBOOK_TEST_ESDB', connection: named, stop: async () => undefined };
  if (!existsSync(DOUBLE)) throw new Error('The double is not built. Run: npm run build');
  const child: ChildProcess = spawn(process.execPath, [DOUBLE], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [connection] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { name: 'a protocol double in memory, not a real server', connection, stop };
}

const fresh = (): string => `b${randomBytes(8).toString('hex')}`;

/** The limit: the client alone, as its manual shows it, with the same bytes in the same commits. */
class Bare {
  private readonly client: EventStoreDBClient;

  constructor(
    private readonly connection: string,
    private readonly prefix: string,
  ) {
    this.client = EventStoreDBClient.connectionString(connection);
  }

  async append(commit: readonly Prepared[]): Promise<void> {
    const first = commit[0]!.record;
    const events = commit.map(({ record: { id, type }, bytes }) => binaryEvent({ id, type, data: bytes }));
    const expectedRevision = first.revision === 0 ? NO_STREAM : BigInt(first.revision - 1);
    await this.client.appendToStream(`${this.prefix}-${first.stream}`, events, { expectedRevision });
  }

  /** Resolves when so many events have come by subscription, from the beginning. */
  received(count: number): Promise<void> {
    const reader = EventStoreDBClient.connectionString(this.connection);
    const filter = streamNameFilter({ prefixes: [`${this.prefix}-`] });
    const subscription = reader.subscribeToAll({ fromPosition: START, filter });
    return new Promise((resolve, reject) => {
      let seen = 0;
      subscription.on('data', () => {
        seen += 1;
        if (seen < count) return;
        resolve();
        void reader.dispose();
      });
      subscription.on('error', reject);
    });
  }

  close(): Promise<void> {
    return this.client.dispose();
  }
}

/** Each writer appends its own commits, one after the other. */
async function writeAll(
  all: readonly Prepared[][],
  writers: number,
  append: (commit: readonly Prepared[]) => Promise<unknown>,
): Promise<void> {
  const own = Array.from({ length: writers }, (_, w) => all.filter((_c, n) => n % writers === w));
  await Promise.all(
    own.map(async (mine) => {
      for (const commit of mine) await append(commit);
    }),
  );
}

function openStore(connection: string, folder: string, prefix = fresh()): KurrentStore {
  return new KurrentStore({ connection, prefix, mirrorFile: join(folder, 'mirror.db') });
}

async function untilCurrent(store: KurrentStore): Promise<void> {
  while (store.health().state !== 'current') await sleep(5);
}

function appendRow(connection: string, name: string, count: number, each: number, writers: number): Row {
  return {
    name,
    kind: 'rate',
    unit: 'events/s',
    target: 0.85,
    async limit() {
      const all = commits(count, each, writers);
      const bare = new Bare(connection, fresh());
      await bare.append(commits(1, 1, 1).flat().map(elsewhere));
      const result = await rate(count * each, () => writeAll(all, writers, (commit) => bare.append(commit)));
      await bare.close();
      return result;
    },
    async daybook(folder) {
      const all = commits(count, each, writers);
      const store = openStore(connection, folder);
      await untilCurrent(store);
      const append = (commit: readonly Prepared[]): Promise<unknown> =>
        store.append(commit[0]!.record.stream, commit[0]!.record.revision - 1, commit);
      const result = await rate(count * each, () => writeAll(all, writers, append));
      await store.close();
      return result;
    },
  };
}

/** The first append connects: it goes to a stream that is not measured. */
function elsewhere(prepared: Prepared): Prepared {
  return { ...prepared, record: { ...prepared.record, stream: 'warm-up' } };
}

const FOLLOWED = 20_000;
const EACH = 100;

/** What is there already is read by subscription: by the client alone, and into a mirror. */
function catchUpRow(connection: string): Row {
  const fill = async (prefix: string): Promise<Bare> => {
    const bare = new Bare(connection, prefix);
    await writeAll(commits(FOLLOWED / EACH, EACH, 8), 8, (commit) => bare.append(commit));
    return bare;
  };
  return {
    name: 'catch-up into the mirror',
    kind: 'rate',
    unit: 'events/s',
    target: 0.6,
    async limit() {
      const bare = await fill(fresh());
      await bare.received(FOLLOWED);
      const result = await rate(FOLLOWED, () => bare.received(FOLLOWED));
      await bare.close();
      return result;
    },
    async daybook(folder) {
      const prefix = fresh();
      const bare = await fill(prefix);
      await bare.received(FOLLOWED);
      const opened: KurrentStore[] = [];
      const result = await rate(FOLLOWED, async () => {
        const store = openStore(connection, folder, prefix);
        opened.push(store);
        while ((await store.size()) < FOLLOWED) await sleep(1);
      });
      await Promise.all([bare, ...opened].map((one) => one.close()));
      return result;
    },
  };
}

/** A node follows what another writes: until it has all of it, beside a bare subscription to the same. */
function liveRow(connection: string): Row {
  const all = commits(FOLLOWED / EACH, EACH, 8);
  return {
    name: 'mirror, following a writer',
    kind: 'rate',
    unit: 'events/s',
    target: 0.6,
    async limit() {
      const bare = new Bare(connection, fresh());
      const result = await rate(FOLLOWED, async () => {
        const received = bare.received(FOLLOWED);
        await writeAll(all, 8, (commit) => bare.append(commit));
        await received;
      });
      await bare.close();
      return result;
    },
    async daybook(folder) {
      const prefix = fresh();
      const bare = new Bare(connection, prefix);
      const store = openStore(connection, folder, prefix);
      const result = await rate(FOLLOWED, async () => {
        await writeAll(all, 8, (commit) => bare.append(commit));
        while ((await store.size()) < FOLLOWED) await sleep(1);
      });
      await store.close();
      await bare.close();
      return result;
    },
  };
}

export function kurrentRows(connection: string): readonly Row[] {
  return [
    appendRow(connection, 'append, one per commit', 1_000, 1, 1),
    appendRow(connection, 'append, 64 writers', 64 * 80, 1, 64),
    appendRow(connection, 'append, batch of 100', 100, 100, 1),
    catchUpRow(connection),
    liveRow(connection),
  ];
}
