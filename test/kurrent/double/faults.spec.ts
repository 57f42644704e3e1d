import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  EventStoreDBClient,
  jsonEvent,
  NotLeaderError,
  TimeoutError,
  UnavailableError,
} from '@eventstore/db-client';
import { type Fault, FaultProxy, KurrentDouble } from './index';
import { all, follow, until } from './following';

const credentials = { username: 'admin', password: 'changeit' };
const made = () => jsonEvent({ type: 'made', data: { n: 1 } });
const ways = [
  { way: 'append', sent: { credentials } },
  { way: 'batchAppend', sent: {} },
] as const;

let double: KurrentDouble;
let client: EventStoreDBClient;
beforeEach(async () => {
  double = await KurrentDouble.start();
  client = EventStoreDBClient.connectionString(double.connectionString);
});
afterEach(async () => {
  await client.dispose();
  await double.close();
});

/** A first call on a busy machine may find its connection dropped before it was made: nothing was written then. */
async function connected(first: () => Promise<unknown>, tries = 5): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      await first();
      return;
    } catch (error) {
      if (!(error instanceof UnavailableError) || left <= 1 || double.log.size > 0) throw error;
    }
  }
}

describe.each(ways)('a double of KurrentDB: faults of $way', ({ way, sent }) => {
  const append = (options: { deadline?: number; requiresLeader?: boolean } = {}) =>
    client.appendToStream('p-1', made(), { ...sent, ...options });

  it.each<[Fault, number, new (...given: never[]) => Error, (new (...given: never[]) => Error)?]>([
    ['unavailable', 0, UnavailableError],
    ['unavailable-after-write', 1, UnavailableError],
    ['timeout', 0, TimeoutError, DeadlineExceededError],
    ['timeout-after-write', 1, TimeoutError, DeadlineExceededError],
    ['access-denied', 0, AccessDeniedError],
    ['hang', 0, DeadlineExceededError],
    ['hang-after-write', 1, DeadlineExceededError],
  ])('%s: %i events written', async (fault, written, error, batched = error) => {
    // Connected before: a busy machine may take longer for that than the deadline is.
    await connected(() => client.appendToStream('warm-up', made(), sent));
    double.fail(way, fault);
    await expect(append({ deadline: 1_000 })).rejects.toBeInstanceOf(way === 'append' ? error : batched);
    expect(double.log.size).toBe(1 + written);
    expect(await append()).toMatchObject({ success: true });
    expect(double.log.size).toBe(2 + written);
  });

  it('queues faults, one a call', async () => {
    double.fail(way, 'access-denied', 2);
    double.fail(way, 'unavailable');
    await expect(append()).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(append()).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(append()).rejects.toBeInstanceOf(UnavailableError);
    expect(await append()).toMatchObject({ success: true });
  });

  it('sends calls that need the leader on to it', async () => {
    const other = await KurrentDouble.start();
    double.notLeader({ address: '127.0.0.1', port: other.port });
    const error: unknown = await append({ requiresLeader: true }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(NotLeaderError);
    expect(error).toMatchObject({ leader: { address: '127.0.0.1', port: other.port } });
    await append({ requiresLeader: true });
    expect([double.log.size, other.log.size]).toEqual([0, 1]);
    await client.dispose();
    await other.close();
  });

  it('serves calls that do not need the leader, and all when it leads again', async () => {
    double.notLeader({ address: '127.0.0.1', port: 1 });
    expect(await append()).toMatchObject({ success: true });
    double.leader();
    expect(await append({ requiresLeader: true })).toMatchObject({ success: true });
  });

  it('keeps its log and its port over a restart', async () => {
    await append();
    const { port } = double;
    await double.stop();
    await expect(append()).rejects.toBeInstanceOf(UnavailableError);
    await double.restart();
    expect(double.port).toBe(port);
    await append();
    expect(await all(client.readStream('p-1'))).toHaveLength(2);
  });
});

describe('a double of KurrentDB: faults of reading', () => {
  beforeEach(() => double.log.append('p-1', 'any', [made(), made(), made(), made()]));

  it('break a read and a subscription off after some events', async () => {
    double.fail('read', { dropAfter: 2 });
    await expect(all(client.readStream('p-1'))).rejects.toBeInstanceOf(UnavailableError);
    double.fail('subscribe', { dropAfter: 3 });
    const followed = follow(client);
    await until(() => followed.errors.length > 0);
    expect(followed.errors).toEqual([expect.any(UnavailableError)]);
    expect(followed.seen).toEqual(['p-1@0', 'p-1@1', 'p-1@2']);
    expect(await all(client.readStream('p-1'))).toHaveLength(4);
  });

  it('hang until the client gives up', async () => {
    double.fail('subscribe', 'hang');
    const followed = follow(client);
    await until(() => double.calls.subscribe === 1);
    await followed.subscription.unsubscribe();
    expect([followed.confirmed(), followed.seen]).toEqual([false, []]);
  });

  it('break a subscription when the server stops', async () => {
    const followed = follow(client);
    await until(followed.live);
    await double.stop();
    await until(() => followed.errors.length > 0);
    expect(double.open).toBe(0);
    await double.restart();
    const again = follow(client);
    await until(again.live);
    expect(again.seen).toEqual(followed.seen);
  });

  it('show bytes that were changed and events that are gone', async () => {
    double.log.rewrite('p-1', 1n, { n: 2 });
    double.log.remove('p-1', 2n);
    const found = await all(client.readStream('p-1'));
    expect(found.map((e) => [e.event?.revision, e.event?.data])).toEqual([
      [0n, { n: 1 }],
      [1n, { n: 2 }],
      [3n, { n: 1 }],
    ]);
  });

  it('end tombstones and the question for features too', async () => {
    double.fail('tombstone', 'unavailable-after-write');
    await expect(client.tombstoneStream('p-1')).rejects.toBeInstanceOf(UnavailableError);
    expect(double.log.readStream('p-1')).toBe('deleted');
    double.fail('serverFeatures', 'unavailable');
    await expect(client.appendToStream('p-2', made())).rejects.toMatchObject({ code: 14 });
  });
});

describe('a fault proxy before a double of KurrentDB', () => {
  let proxy: FaultProxy;
  let through: EventStoreDBClient;
  const append = (deadline = 10_000) => through.appendToStream('p-1', made(), { credentials, deadline });
  beforeEach(async () => {
    proxy = await FaultProxy.start(double.port);
    through = EventStoreDBClient.connectionString(proxy.connectionString);
    await append();
  });
  afterEach(async () => {
    await through.dispose();
    await proxy.close();
  });

  it('passes everything on', async () => {
    expect(await all(through.readAll())).toHaveLength(1);
    expect(proxy.stats).toMatchObject({ connections: 1, resets: 0 });
    expect(proxy.stats.bytes).toBeGreaterThan(100);
  });

  it('resets, refuses and heals', async () => {
    const followed = follow(through);
    await until(followed.live);
    proxy.refuse();
    proxy.reset();
    await until(() => followed.errors.length > 0);
    await expect(append()).rejects.toBeInstanceOf(UnavailableError);
    proxy.heal();
    expect(await append()).toMatchObject({ nextExpectedRevision: 1n });
  });

  it('freezes without breaking, and thaws', async () => {
    proxy.freeze();
    await expect(append(300)).rejects.toBeInstanceOf(DeadlineExceededError);
    expect(proxy.open).toBe(1);
    proxy.thaw();
    expect(await append()).toMatchObject({ success: true });
  });

  it('delivers late, in order', async () => {
    for (let i = 0; i < 500; i += 1) double.log.append('p-2', 'any', [made()]);
    proxy.delay(40);
    const start = performance.now();
    const found = await all(through.readStream('p-2'));
    expect(performance.now() - start).toBeGreaterThan(79);
    expect(found.map((e) => e.event?.revision)).toEqual(Array.from({ length: 500 }, (_, i) => BigInt(i)));
  });

  it('cuts an answer in the middle', async () => {
    for (let i = 0; i < 2_000; i += 1) double.log.append('p-2', 'any', [made()]);
    proxy.cutAfter(50_000);
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const e of through.readStream('p-2')) seen.push(e);
    })();
    const error: unknown = await reading.catch((e: unknown) => e);
    expect([UnavailableError, CancelledError].some((type) => error instanceof type)).toBe(true);
    expect(seen.length).toBeLessThan(2_000);
    expect(proxy.stats.resets).toBe(1);
    proxy.heal();
    expect(await all(through.readStream('p-2'))).toHaveLength(2_000);
  });
});
