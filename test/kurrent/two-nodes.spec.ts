import {
  KurrentKeyStore,
  KurrentStore,
  Ledger,
  SqliteDrafts,
  isReceipt,
  isRefusal,
  unseal,
  type Outcome,
} from '@daybook/ledger';
import { commandId, someActor } from '@daybook/ledger/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { counting, type Count, type Counted } from '../../libs/ledger/src/testing/counting-ledger';
import { KurrentDouble } from './double';
import { describeOnServers, freshPrefix } from './servers';

const STREAM = 'count-1';

/** One of several processes that write the same ledger, each with a mirror of its own. */
class Node {
  readonly store: KurrentStore;
  readonly keys: KurrentKeyStore;
  readonly drafts = new SqliteDrafts(':memory:');
  readonly ledger: Ledger;

  constructor(
    connection: string,
    prefix: string,
    folder: string,
    now = Date.UTC(2026, 5, 30),
    patienceMs = 5_000,
  ) {
    const mirrorFile = join(mkdtempSync(join(folder, 'node-')), 'mirror.db');
    this.store = new KurrentStore({ connection, prefix, mirrorFile, patienceMs });
    this.keys = new KurrentKeyStore({ connection, prefix });
    this.ledger = new Ledger(this.store, this.keys, { now: () => new Date(now) }, this.drafts);
  }

  count(n: number | string, body: Count = { by: 1 }, most = 1_000_000): Promise<Outcome> {
    const request = { name: 'count', id: commandId(n), by: someActor, body, sealed: ['/reason'] };
    return this.ledger.execute(counting, STREAM, request, most);
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.keys.close();
    await this.drafts.close();
  }
}

let folder: string;
let nodes: Node[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-nodes-'));
});
afterEach(async () => {
  await Promise.all(nodes.map((node) => node.close()));
  nodes = [];
  rmSync(folder, { recursive: true });
});

describeOnServers('Two nodes on one cluster', (connection) => {
  let one: Node;
  let two: Node;
  beforeEach(() => {
    const prefix = freshPrefix();
    // Their clocks differ, as clocks do: the same command makes other bytes on each.
    nodes = [0, 1].map((i) => new Node(connection(), prefix, folder, Date.UTC(2026, 5, 30, 9, 0, i)));
    [one, two] = nodes as [Node, Node];
  });
  const totals = async (node: Node): Promise<number[]> =>
    (await node.store.readStream(STREAM, 0, 1_000)).map(
      ({ record }) => (record.data as Counted['data']).from,
    );

  it('decide each command on all before it, wherever that was written', async () => {
    for (let i = 0; i < 20; i += 1) await nodes[i % 2]!.count(i);
    expect(await totals(one)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(await totals(two)).toEqual(await totals(one));
  });

  it('give the first receipt to a command that comes to the other, one after the other or at once', async () => {
    const first = await one.count('a', { by: 1, reason: 'because' });
    expect(await two.count('a', { by: 1, reason: 'because' })).toEqual(first);
    for (let i = 0; i < 10; i += 1) {
      const [mine, theirs] = await Promise.all(
        nodes.map((node) => node.count(`both ${i}`, { by: 1, parts: 2 })),
      );
      expect(isReceipt(mine!)).toBe(true);
      expect(theirs).toEqual(mine);
    }
    expect(await totals(one)).toHaveLength(21);
  });

  it('refuse a command id that the other used for something else, also at once', async () => {
    await one.count('a', { by: 1 });
    expect(await two.count('a', { by: 2 })).toMatchObject({ code: 'ledger.command-reused' });
    for (let i = 0; i < 5; i += 1) {
      const ends = await Promise.all([one.count(`b ${i}`, { by: 1 }), two.count(`b ${i}`, { by: 2 })]);
      expect(ends.filter(isRefusal)).toMatchObject([{ code: 'ledger.command-reused' }]);
    }
  });

  it('refuse nothing that the other made possible a moment ago', async () => {
    await two.count('a');
    await one.count('b', { by: -1 });
    // At the total that this node knew it would be one too many.
    expect(isReceipt(await two.count('c', { by: 1 }, 1))).toBe(true);
    await one.count('d', { by: 5 });
    expect(await two.count('e', { by: 1 }, 6)).toMatchObject({ code: 'spec.too-many' });
  });

  it('see at the tip of a stream what the other wrote, for what is given to a decider', async () => {
    expect(await two.ledger.tip(counting, STREAM)).toEqual({ total: 0 });
    await one.count('a', { by: 3 });
    expect(await two.ledger.tip(counting, STREAM)).toEqual({ total: 3 });
  });

  it('lose and repeat nothing when both write as fast as they can', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, i) => nodes[i % 2]!.count(`race ${i}`)),
    );
    const written = outcomes.filter((outcome) => isReceipt(outcome));
    expect(outcomes.filter((outcome) => isRefusal(outcome) && outcome.code !== 'ledger.busy')).toEqual([]);
    expect(await totals(one)).toEqual(Array.from({ length: written.length }, (_, i) => i));
  });

  it('decide nothing on what was never written, though each has several commands under way', async () => {
    const write = async (node: Node, n: number): Promise<void> => {
      for (let round = 0; round < 20; round += 1)
        await Promise.all([1, 2, 3].map((i) => node.count(`${n} ${round} ${i}`, { by: 10 ** n * i })));
    };
    await Promise.all(nodes.map(write));
    const written = (await one.store.readStream(STREAM, 0, 1_000)).map(
      ({ record }) => record.data as Counted['data'],
    );
    let total = 0;
    for (const { from, by } of written) {
      expect(from).toBe(total);
      total += by;
    }
    expect(written.length).toBeGreaterThan(20);
  });

  it('seal a text of the same command with the same key', async () => {
    const body = { by: 1, reason: 'because' };
    await Promise.all(nodes.map((node) => node.count('a', body)));
    for (const node of nodes) {
      const [entry] = await node.store.readStream(STREAM, 0, 1);
      const { reason } = entry!.record.data as Counted['data'];
      const key = (await node.keys.find([reason!.key])).get(reason!.key);
      expect(key && key !== 'erased' && unseal(reason!, key)).toBe('because');
    }
  });
});

describe('a node whose mirror is late', () => {
  let double: KurrentDouble;
  beforeEach(async () => {
    double = await KurrentDouble.start();
  });
  afterEach(() => double.close());

  it('acknowledges what is written, and gives the receipt when it is asked again', async () => {
    const node = new Node(double.connectionString, 'spec', folder, undefined, 200);
    nodes.push(node);
    await node.count('a');
    double.fail('subscribe', 'hang', 1_000);
    double.disconnect();
    const acknowledged = await node.count('b', { by: 1, parts: 2 });
    expect(acknowledged).toEqual({
      commandId: commandId('b'),
      stream: STREAM,
      revision: 2,
      events: [expect.any(String), expect.any(String)] as unknown[],
    });
    expect(await node.count('b', { by: 1, parts: 2 })).toEqual(acknowledged);
    expect(await node.count('b', { by: 7 })).toMatchObject({ code: 'ledger.command-reused' });
    double.clearFaults();
    double.disconnect();
    let outcome = await node.count('b', { by: 1, parts: 2 });
    while (!isReceipt(outcome)) outcome = await node.count('b', { by: 1, parts: 2 });
    expect(outcome).toEqual({ ...acknowledged, indexes: [1, 2], ledgerSize: 3 });
  });

  it('does not know whether it was written when no answer ever came, and says so', async () => {
    const node = new Node(double.connectionString, 'spec', folder);
    nodes.push(node);
    await node.count('a');
    double.fail('batchAppend', 'unavailable-after-write', 1);
    double.fail('batchAppend', 'unavailable', 10_000);
    double.fail('read', 'unavailable', 10_000);
    expect(await node.count('b')).toMatchObject({ code: 'ledger.outcome-unknown', retryable: true });
    double.clearFaults();
    expect(await node.count('b')).toMatchObject({ revision: 1, indexes: [1] });
  });
});
