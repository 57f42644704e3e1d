import { KurrentKeyStore, type TextKey } from '@daybook/ledger';
import { describeKeyStore } from '@daybook/ledger/testing';
import { KurrentDouble } from './double';
import { describeOnServers, freshPrefix } from './servers';

describeOnServers('The key store contract', (connection) => {
  let prefix: string;
  let opened: KurrentKeyStore[] = [];
  const another = async (): Promise<KurrentKeyStore> => {
    opened.push(new KurrentKeyStore({ connection: connection(), prefix }));
    return opened.at(-1)!;
  };
  describeKeyStore('KurrentKeyStore', {
    open: () => {
      prefix = freshPrefix();
      return another();
    },
    another,
    dispose: async () => {
      await Promise.all(opened.map((store) => store.close()));
      opened = [];
    },
  });
});

describe('keys in a cluster', () => {
  const key: TextKey = { key: Buffer.alloc(32, 7), nonce: Buffer.alloc(12, 8) };
  const ID = 'b6b2a3a4-5c1b-5d3e-8f00-0123456789ab';
  let double: KurrentDouble;
  let keys: KurrentKeyStore;
  beforeEach(async () => {
    double = await KurrentDouble.start();
    keys = new KurrentKeyStore({ connection: double.connectionString, prefix: 'spec', deadlineMs: 300 });
  });
  afterEach(async () => {
    await keys.close();
    await double.close();
  });

  it('have a stream each, outside the ledger’s, and an erased one can never be again', async () => {
    await keys.put(new Map([[ID, key]]));
    expect(double.log.events.map(({ stream }) => stream)).toEqual([`spec.key-${ID}`]);
    await keys.erase(ID);
    expect(double.log.readStream(`spec.key-${ID}`)).toBe('deleted');
    double.log.scavenge();
    const left = double.log.events.map(({ data }) => Buffer.from(data).toString('hex')).join();
    expect(left).not.toContain(key.key.toString('hex'));
    expect((await keys.find([ID])).get(ID)).toBe('erased');
  });

  it.each(['unavailable', 'unavailable-after-write', 'hang-after-write', 'timeout-after-write'] as const)(
    'are stored once when the answer is "%s"',
    async (fault) => {
      double.fail('batchAppend', fault, 2);
      expect(await keys.put(new Map([[ID, key]]))).toBe(true);
      expect(double.log.size).toBe(1);
      double.fail('tombstone', fault, 1);
      await keys.erase(ID);
      double.fail('read', 'unavailable', 1);
      expect((await keys.find([ID])).get(ID)).toBe('erased');
    },
  );

  it('that cannot be reached are a refusal for now', async () => {
    await keys.close();
    keys = new KurrentKeyStore({ connection: double.connectionString, prefix: 'spec', persistenceMs: 50 });
    await double.stop();
    const refused = { refusal: { code: 'ledger.store-unavailable', retryable: true } };
    await expect(keys.find([ID])).rejects.toMatchObject(refused);
    await expect(keys.put(new Map([[ID, key]]))).rejects.toMatchObject(refused);
    await expect(keys.erase(ID)).rejects.toMatchObject(refused);
  });
});
