import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  EmbeddedStore,
  Ledger,
  SqliteDrafts,
  SqliteKeyStore,
  isSealed,
  leafHash,
  systemClock,
  unseal,
} from '@daybook/ledger';
import type { EventStore, KeyStore, Receipt, StoredEntry } from '@daybook/ledger';
import { commandOf, decider } from './writer';

const TRIALS = 25;
const WRITER = join(__dirname, 'writer.js');
const COMPILED = join(__dirname, '../../dist/libs/ledger/src/index.js');

type Acknowledged = { writer: number; n: number; receipt: Receipt };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-crash-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Starts the writer, kills it at the given number of receipts, and returns every receipt that it gave. */
async function writeUntilKilled(run: string, kills: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [WRITER, folder, run], { stdio: ['ignore', 'pipe', 'pipe'] });
  const complaints: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('close', (_, signal) => resolve(signal)),
  );
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === kills) child.kill('SIGKILL');
  }
  expect([await ended, complaints]).toEqual(['SIGKILL', []]);
  // The last line may have been cut off in the middle: that one was not said.
  return lines.filter((line) => line.endsWith('}}')).map((line) => JSON.parse(line) as Acknowledged);
}

async function everything(store: EventStore): Promise<StoredEntry[]> {
  return store.readAll(0, Number.MAX_SAFE_INTEGER);
}

/**
 * Indexes and revisions without gaps, hashes that match, whole commits side by side, each decided on all
 * before it.
 */
function expectSound(entries: readonly StoredEntry[]): void {
  const revisions = new Map<string, number>();
  const unsound = entries.filter(({ index, bytes, hash, record }, i) => {
    const revision = revisions.get(record.stream) ?? 0;
    revisions.set(record.stream, revision + 1);
    const { n, of } = record.commit;
    const { part, on } = record.data as { part: number; on: number };
    const inPlace = index === i && record.revision === revision && part === n - 1 && on === revision - part;
    const ends = [entries[i - (n - 1)], entries[i + (of - n)]];
    const whole = ends.every((end) => end?.record.command.id === record.command.id);
    return !inPlace || !whole || !hash.equals(leafHash(bytes));
  });
  expect(unsound).toEqual([]);
}

async function readable(said: string | null, stored: unknown, keys: KeyStore): Promise<boolean> {
  if (said === null || !isSealed(stored)) return said === stored;
  const key = (await keys.find([stored.key])).get(stored.key);
  return key !== undefined && key !== 'erased' && unseal(stored, key) === said;
}

/**
 * The receipts whose records are not all there as acknowledged, readable, and acknowledged in the same
 * way again.
 */
async function lost(
  run: string,
  given: readonly Acknowledged[],
  store: EmbeddedStore,
): Promise<Acknowledged[]> {
  const keys = new SqliteKeyStore(join(folder, 'keys.db'));
  const ledger = new Ledger(store, keys, systemClock, new SqliteDrafts(':memory:'));
  const entries = await everything(store);
  const missing: Acknowledged[] = [];
  for (const acknowledged of given) {
    const { writer, n, receipt } = acknowledged;
    const { stream, request } = commandOf(run, writer, n);
    const own = receipt.indexes.map((index) => entries[index]?.record);
    const ids = own.map((record) => record?.id);
    const reasons = own.map((r) =>
      readable(request.body.reason, (r?.data as { reason: unknown } | undefined)?.reason, keys),
    );
    const again = await ledger.execute(decider, stream, request, undefined);
    const same = JSON.stringify([ids, again]) === JSON.stringify([receipt.events, receipt]);
    if (!same || ids.length !== request.body.parts || (await Promise.all(reasons)).includes(false))
      missing.push(acknowledged);
  }
  expect(await store.size()).toBe(entries.length);
  await keys.close();
  return missing;
}

it(`loses nothing acknowledged when the process is killed, in ${TRIALS} trials`, async () => {
  if (!existsSync(COMPILED))
    throw new Error('Run `npm run build` first: the writer runs the compiled ledger.');
  let acknowledged = 0;
  let missing = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    // Every other trial goes on with what the one before left behind.
    if (trial % 2 === 0) for (const name of ['events.db', 'keys.db']) removeDatabase(name);
    const given = await writeUntilKilled(`run ${trial}`, 1 + Math.floor(Math.random() * 300));
    const store = new EmbeddedStore(join(folder, 'events.db'));
    expectSound(await everything(store));
    acknowledged += given.length;
    missing += (await lost(`run ${trial}`, given, store)).length;
    await store.close();
  }
  process.stdout.write(`killed: ${TRIALS} trials, ${acknowledged} acknowledged, ${missing} lost\n`);
  expect(missing).toBe(0);
  // Quick by itself; nearly all of it waits for the disk, which others may be keeping busy.
}, 180_000);

function removeDatabase(name: string): void {
  for (const part of ['', '-wal', '-shm']) rmSync(join(folder, `${name}${part}`), { force: true });
}
