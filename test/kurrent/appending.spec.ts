import {
  AppendRefused,
  AppendUnknown,
  AppendUnplaced,
  KurrentStore,
  RevisionConflict,
} from '@daybook/ledger';
import { appendTo, commandId, commit } from '@daybook/ledger/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { KurrentDouble, type DoubleOptions, type Fault } from './double';

let folder: string;
let double: KurrentDouble;
let stores: KurrentStore[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-kurrent-'));
});
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  stores = [];
  await double.close();
  rmSync(folder, { recursive: true });
});

async function start(options: DoubleOptions = {}): Promise<KurrentStore> {
  double = await KurrentDouble.start(options);
  return open();
}

type Patience = { persistenceMs?: number; patienceMs?: number; deadlineMs?: number };
function open(patience: Patience = {}): KurrentStore {
  const mirrorFile = join(folder, `mirror-${stores.length}.db`);
  const connection = double.connectionString;
  stores.push(new KurrentStore({ connection, prefix: 'spec', mirrorFile, deadlineMs: 300, ...patience }));
  return stores.at(-1)!;
}

const ledger = (): string[] =>
  double.log.events.filter(({ stream }) => stream.startsWith('spec-')).map(({ id }) => id);

describe('an append to a cluster', () => {
  it.each<Fault>([
    'unavailable',
    'unavailable-after-write',
    'hang',
    'hang-after-write',
    'timeout',
    'timeout-after-write',
  ])('that meets "%s" twice is written once, and acknowledged', async (fault) => {
    const store = await start();
    await appendTo(store, 'a-1', -1);
    double.fail('batchAppend', fault, 2);
    const { records, firstIndex } = await appendTo(store, 'a-1', 0, { of: 2 });
    expect(firstIndex).toBe(1);
    expect(ledger()).toHaveLength(3);
    expect(await store.readAll(1, 5)).toMatchObject(records.map(({ record }) => ({ record })));
  });

  it('whose stream went on after the answer was lost is found by its ids', async () => {
    const store = await start();
    double.fail('batchAppend', 'unavailable-after-write', 1);
    double.log.onCommit(() => {
      if (double.log.size > 1) return;
      const [next] = commit('a-1', 0, { text: 'another' });
      const { record, bytes } = next!;
      double.log.append('spec-a-1', 0n, [{ id: record.id, type: record.type, data: bytes }]);
    });
    expect(await appendTo(store, 'a-1', -1)).toMatchObject({ firstIndex: 0, size: 1 });
    expect(ledger()).toHaveLength(2);
  });

  it('goes to the leader, wherever that is', async () => {
    const leader = await KurrentDouble.start();
    const store = await start();
    double.notLeader({ address: '127.0.0.1', port: leader.port });
    const pending = appendTo(store, 'a-1', -1).catch(() => undefined);
    await new Promise<void>((resolve) => leader.log.onCommit(resolve));
    expect(leader.log.events.map(({ stream }) => stream)).toEqual(['spec-a-1']);
    await Promise.all(stores.map((one) => one.close()));
    stores = [];
    await pending;
    await leader.close();
  });

  it('whose stream a change of leader broke is not said to be unwritten', async () => {
    await start();
    const store = open({ persistenceMs: 1_000, deadlineMs: 3_000 });
    await appendTo(store, 'a-1', -1);
    double.fail('batchAppend', 'hang-after-write', 1);
    const hanging = appendTo(store, 'a-1', 0);
    hanging.catch(() => undefined);
    while (ledger().length < 2) await nextTurn();
    // The next append on the same stream is answered with another leader, which is not there.
    double.notLeader({ address: '127.0.0.1', port: 1 });
    const other = appendTo(store, 'b-1', -1);
    other.catch(() => undefined);
    await expect(hanging).rejects.toBeInstanceOf(AppendUnknown);
    await expect(other).rejects.toBeDefined();
  });

  it('that others’ bytes stand for is a conflict, also when the mirror is too late to show it', async () => {
    const one = await start();
    await appendTo(one, 'a-1', -1);
    const two = open({ patienceMs: 300 });
    while (two.health().state !== 'current') await nextTurn();
    const command = commandId('both');
    double.fail('subscribe', 'hang', 1_000);
    double.disconnect();
    double.fail('subscribe', 'hang', 1_000);
    const [theirs] = commit('a-1', 0, { command, text: 'theirs' });
    const { record, bytes } = theirs!;
    double.log.append('spec-a-1', 0n, [{ id: record.id, type: record.type, data: bytes }]);
    await expect(appendTo(two, 'a-1', 0, { command, text: 'mine' })).rejects.toBeInstanceOf(RevisionConflict);
    double.clearFaults();
  });

  it('is taken again after a mirror that was late for very many has caught up', async () => {
    await start();
    const store = open({ patienceMs: 500, deadlineMs: 20_000 });
    await appendTo(store, 'a-1', -1);
    double.fail('subscribe', 'hang', 10_000);
    double.disconnect();
    const many = Array.from({ length: 1_000 }, (_, i) => appendTo(store, `b-${i}`, -1));
    const ends = await Promise.allSettled(many);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toEqual([]);
    await expect(appendTo(store, 'a-1', 0)).rejects.toMatchObject({
      refusal: { code: 'ledger.store-unavailable' },
    });
    double.clearFaults();
    double.disconnect();
    while ((await store.size()) < 1_001) await nextTurn();
    expect(await appendTo(store, 'a-1', 0)).toMatchObject({ size: 1_002 });
  });

  it('that is never answered is not known, and can be sent again', async () => {
    await start();
    const store = open({ persistenceMs: 700, deadlineMs: 200 });
    double.fail('batchAppend', 'hang-after-write', 1);
    double.fail('batchAppend', 'hang', 50);
    await expect(appendTo(store, 'a-1', -1)).rejects.toBeInstanceOf(AppendUnknown);
    double.clearFaults();
    expect(await appendTo(store, 'a-1', -1)).toMatchObject({ firstIndex: 0, size: 1 });
    expect(ledger()).toHaveLength(1);
  });

  it('without a connection is refused for now, and was not written', async () => {
    await appendTo(await start(), 'a-1', -1);
    await double.stop();
    const store = open({ persistenceMs: 100 });
    const refused = { refusal: { code: 'ledger.store-unavailable', retryable: true } };
    await expect(appendTo(store, 'a-1', 0)).rejects.toMatchObject(refused);
    await double.restart();
    expect(await appendTo(store, 'a-1', 0)).toMatchObject({ firstIndex: 1 });
  });

  it('that the account may not make is refused at once', async () => {
    const store = await start();
    double.fail('batchAppend', 'access-denied', 1);
    await expect(appendTo(store, 'a-1', -1)).rejects.toMatchObject({
      refusal: { code: 'ledger.store-unavailable' },
    });
    expect(double.calls.batchAppend).toBe(1);
  });

  it('of more than the server takes is refused by its name, as with servers that count more than bytes', async () => {
    const store = await start({ countsMetadata: true });
    const most = 1_048_576 - commit('a-1', -1, { command: commandId(1), text: '' })[0]!.bytes.length;
    const large = appendTo(store, 'a-1', -1, { command: commandId(1), text: 'x'.repeat(most) });
    await expect(large).rejects.toBeInstanceOf(AppendRefused);
    await expect(large).rejects.toMatchObject({ code: 'ledger.append-too-large' });
    expect(ledger()).toEqual([]);
  });

  it('under ids that another node used for other bytes was not written, whatever the server says', async () => {
    const [one, two] = [await start(), open()];
    const command = commandId('both');
    const racing = [
      appendTo(one, 'a-1', -1, { command, text: 'mine' }),
      appendTo(two, 'a-1', -1, { command, text: 'theirs' }),
    ];
    const ends = await Promise.allSettled(racing);
    const lost = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
    expect(lost).toHaveLength(1);
    expect(lost[0]).toBeInstanceOf(RevisionConflict);
    expect(ledger()).toHaveLength(1);
  });

  it('that the mirror cannot show yet was written all the same, and is found again by its command', async () => {
    await start();
    const store = open({ patienceMs: 200 });
    await appendTo(store, 'a-1', -1);
    double.fail('subscribe', 'hang', 1_000);
    double.disconnect();
    const command = commandId('late');
    const late = appendTo(store, 'a-1', 0, { command });
    await expect(late).rejects.toBeInstanceOf(AppendUnplaced);
    await expect(store.findCommand(command)).rejects.toMatchObject({
      records: [{ stream: 'a-1', revision: 1 }],
    });
    expect(ledger()).toHaveLength(2);

    double.clearFaults();
    double.disconnect();
    const found = async (): Promise<readonly unknown[]> => store.findCommand(command).catch(() => []);
    let entries = await found();
    while (entries.length === 0) entries = await found();
    expect(entries).toMatchObject([{ index: 1, record: { revision: 1 } }]);
    expect(await appendTo(store, 'a-1', 0, { command })).toMatchObject({ firstIndex: 1, size: 2 });
  });
});
