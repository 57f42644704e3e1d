import type { KeyStore } from '../sealing/key-store';
import { keyIdOf, newTextKey, type TextKey } from '../sealing/sealed-text';
import { commandId } from './commits';

/** How the contract gets at the adapter it examines. */
export interface KeyStoreUnderTest {
  /** A fresh, empty key store. */
  open(): Promise<KeyStore>;
  /** Another one on the same keys: of another process, or after a restart. */
  another(): Promise<KeyStore>;
  /** Clears away what was opened; called after each example. */
  dispose(): Promise<void>;
}

/** What every store of keys promises, written down once: each adapter's spec calls this. */
export function describeKeyStore(name: string, under: KeyStoreUnderTest): void {
  describe(`${name} keeps the key store contract`, () => {
    const [one, two, never] = ['/one', '/two', '/never'].map((at) => keyIdOf(commandId('keys'), at)) as [
      string,
      string,
      string,
    ];
    const key = newTextKey();
    const only = (id: string, its: TextKey): Map<string, TextKey> => new Map([[id, its]]);
    let keys: KeyStore;
    beforeEach(async () => {
      keys = await under.open();
    });
    afterEach(() => under.dispose());

    it('answers a key, `erased`, or nothing', async () => {
      await keys.put(new Map([...only(one, key), ...only(two, newTextKey())]));
      await keys.erase(two);
      await keys.erase(never);
      const unknown = keyIdOf(commandId('keys'), '/unknown');
      const expected = [
        [one, key],
        [two, 'erased'],
        [never, 'erased'],
      ];
      expect([...(await keys.find([one, two, unknown, never]))]).toEqual(expected);
      expect([...(await (await under.another()).find([one, two, unknown, never]))]).toEqual(expected);
    });

    it('leaves a stored key as it is, and says so', async () => {
      expect(await keys.put(only(one, key))).toBe(true);
      expect(await keys.put(only(one, key))).toBe(true);
      expect(await keys.put(new Map([...only(two, newTextKey()), ...only(one, newTextKey())]))).toBe(false);
      expect((await keys.find([one])).get(one)).toEqual(key);
      expect(await keys.put(new Map())).toBe(true);
    });

    it('leaves an erased key erased, and says so', async () => {
      await keys.put(only(one, key));
      await keys.erase(one);
      await keys.erase(one);
      expect(await keys.put(only(one, key))).toBe(false);
      expect((await keys.find([one])).get(one)).toBe('erased');
    });

    it('takes many at once', async () => {
      const many = new Map(
        Array.from({ length: 150 }, (_, i) => [keyIdOf(commandId('many'), `/${i}`), newTextKey()]),
      );
      expect(await keys.put(many)).toBe(true);
      expect([...(await keys.find([...many.keys()]))]).toEqual([...many]);
    });

    it('has exactly one winner of two that make a key for the same text', async () => {
      const other = await under.another();
      const [mine, theirs] = [newTextKey(), newTextKey()];
      const won = await Promise.all([keys.put(only(one, mine)), other.put(only(one, theirs))]);
      expect(won.filter(Boolean)).toHaveLength(1);
      const standing = won[0] ? mine : theirs;
      expect((await keys.find([one])).get(one)).toEqual(standing);
      expect((await other.find([one])).get(one)).toEqual(standing);
    });
  });
}
