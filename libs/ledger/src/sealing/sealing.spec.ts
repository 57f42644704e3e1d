import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandId, describeKeyStore } from '../testing';
import type { KeyStore } from './key-store';
import {
  isSealed,
  keyIdOf,
  newTextKey,
  seal,
  textDigest,
  unseal,
  type SealedText,
  type TextKey,
} from './sealed-text';
import { openSealing, type Sealing } from './sealing';
import { SqliteKeyStore } from './sqlite-key-store';

const COMMAND = commandId('sealing');

let keys: SqliteKeyStore;
beforeEach(() => {
  keys = new SqliteKeyStore(':memory:');
});
afterEach(() => keys.close());

async function sealAndStore(body: object, pointers: string[], store: KeyStore = keys): Promise<Sealing> {
  const sealing = await openSealing(store, COMMAND, body, pointers);
  await store.put(sealing.fresh);
  return sealing;
}

async function opened(text: unknown, store: KeyStore = keys): Promise<string> {
  if (!isSealed(text)) throw new Error('Not sealed.');
  const key = (await store.find([text.key])).get(text.key);
  if (!key || key === 'erased') throw new Error('No key.');
  return unseal(text, key);
}

describe('a sealed text', () => {
  const key: TextKey = newTextKey();
  const sealed = seal('Why: a late file – 3 %', 'key-1', key);

  it('opens with its key, and shows nothing of itself without', () => {
    expect(unseal(sealed, key)).toBe('Why: a late file – 3 %');
    expect(unseal(seal('', 'key-1', key), key)).toBe('');
    expect(Buffer.from(sealed.sealed, 'base64').toString('latin1')).not.toContain('late file');
    expect(sealed.key).toBe('key-1');
  });

  it('throws when altered, cut, or opened with another key', () => {
    const bytes = Buffer.from(sealed.sealed, 'base64');
    const tampered = (altered: Uint8Array): SealedText => ({
      ...sealed,
      sealed: Buffer.from(altered).toString('base64'),
    });
    for (let i = 0; i < bytes.length; i += 1) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(i) ^ 1, i);
      expect(() => unseal(tampered(altered), key)).toThrow();
    }
    for (const length of [0, 4, 8, 12, 15, 16, bytes.length - 1]) {
      expect(() => unseal(tampered(bytes.subarray(0, length)), key)).toThrow();
    }
    expect(() => unseal(sealed, newTextKey())).toThrow();
    expect(() => unseal(sealed, { ...key, nonce: newTextKey().nonce })).toThrow();
  });

  it('does not open with a shortened tag, which could be guessed', () => {
    const empty = Buffer.from(seal('', 'key-1', key).sealed, 'base64');
    expect(() => unseal({ sealed: empty.subarray(0, 4).toString('base64'), key: 'key-1' }, key)).toThrow();
  });

  it('has a digest that says whether two texts are the same under one key, and nothing under another', () => {
    expect(textDigest('a', key)).toBe(textDigest('a', key));
    expect(textDigest('a', key)).not.toBe(textDigest('b', key));
    expect(textDigest('a', key)).not.toBe(textDigest('a', newTextKey()));
  });

  it('is known by its shape', () => {
    expect(isSealed(sealed)).toBe(true);
    for (const other of [null, undefined, 'text', {}, { sealed: 'x' }, { sealed: 1, key: 'k' }, []]) {
      expect(isSealed(other)).toBe(false);
    }
  });
});

describe('sealing a command', () => {
  it('seals the texts at its pointers, nested and in lists, and nothing else', async () => {
    const body = {
      reason: 'because',
      change: { evidence: 'a paper', title: 'plain' },
      lines: [{ note: 'first', value: '1' }, { value: '2' }, { note: null }, { note: 'last' }],
      answers: ['yes', 'no'],
    };
    const pointers = [
      '/reason',
      '/change/evidence',
      '/lines/*/note',
      '/answers/*',
      '/absent',
      '/change/title/deeper',
    ];
    const { body: sealed } = await sealAndStore(body, pointers);
    const { reason, change, lines, answers } = sealed as unknown as {
      reason: unknown;
      change: { evidence: unknown; title: string };
      lines: { note?: unknown; value?: string }[];
      answers: unknown[];
    };
    expect(await opened(reason)).toBe('because');
    expect(await opened(change.evidence)).toBe('a paper');
    expect(change.title).toBe('plain');
    expect(await opened(lines[0]?.note)).toBe('first');
    expect(lines.slice(1, 3)).toEqual([{ value: '2' }, { note: null }]);
    expect(await opened(lines[3]?.note)).toBe('last');
    expect([await opened(answers[0]), await opened(answers[1])]).toEqual(['yes', 'no']);
    expect(body.reason).toBe('because');
  });

  it('gives every text a key of its own, named by command and pointer', async () => {
    const { body, fresh } = await sealAndStore({ a: 'x', list: ['x', 'x'] }, ['/a', '/list/*']);
    const { a, list } = body as { a: SealedText; list: SealedText[] };
    expect([a.key, ...list.map((t) => t.key)]).toEqual(
      ['/a', '/list/0', '/list/1'].map((p) => keyIdOf(COMMAND, p)),
    );
    expect(new Set([a.sealed, ...list.map((t) => t.sealed)]).size).toBe(3);
    expect(new Set([...fresh.values()].map((k) => k.key.toString('hex'))).size).toBe(3);
    expect(new Set([...fresh.values()].map((k) => k.nonce.toString('hex'))).size).toBe(3);
  });

  it('never lets two texts share a key because their names run together', async () => {
    const body = { 'a/b': 'one', a: { b: 'two' }, 'a~1b': 'three' };
    const { body: sealed } = await sealAndStore(body, ['/*', '/a/b']);
    const { 'a/b': one, a, 'a~1b': three } = sealed as Record<string, SealedText> & { a: { b: SealedText } };
    expect(new Set([one?.key, a.b.key, three?.key]).size).toBe(3);
  });

  it('reads an escaped pointer as RFC 6901 does', async () => {
    const { body } = await sealAndStore({ 'a/b': 'one', 'm~n': 'two', '~1': 'plain' }, ['/a~1b', '/m~0n']);
    const { 'a/b': one, 'm~n': two, '~1': plain } = body as Record<string, unknown>;
    expect([await opened(one), await opened(two), plain]).toEqual(['one', 'two', 'plain']);
  });

  it('seals the same bytes when it is repeated, and gives another text another digest', async () => {
    const first = await sealAndStore({ reason: 'because' }, ['/reason']);
    const again = await sealAndStore({ reason: 'because' }, ['/reason']);
    expect(again.body).toEqual(first.body);
    expect(again.fresh.size).toBe(0);
    expect(again.digests({ reason: 'because' })).toEqual(first.digests({ reason: 'because' }));
    const other = await sealAndStore({ reason: 'no reason' }, ['/reason']);
    expect(other.digests({ reason: 'no reason' })).not.toEqual(first.digests({ reason: 'because' }));
    expect(JSON.stringify(other.digests({ reason: 'no reason' }))).not.toContain('no reason');
  });

  it('says that a text was erased, and puts nothing in its place', async () => {
    const first = await sealAndStore({ reason: 'because', note: 'kept' }, ['/reason', '/note']);
    expect(first.erased).toBe(false);
    await keys.erase(keyIdOf(COMMAND, '/reason'));
    const again = await sealAndStore({ reason: 'because', note: 'kept' }, ['/reason', '/note']);
    expect(again.erased).toBe(true);
    expect(again.body).toEqual({ ...first.body, reason: null });
    expect(again.fresh.size).toBe(0);
  });

  it('keeps a body without texts as it is, and stores no key for it', async () => {
    const body = { value: '1', reason: null };
    const sealing = await sealAndStore(body, ['/reason']);
    expect(sealing.body).toBe(body);
    expect(sealing.digests(body)).toBe(body);
    expect(sealing.fresh.size).toBe(0);
  });

  it('carries `__proto__` and its like as plain keys', async () => {
    const body = JSON.parse(
      '{"__proto__":{"note":"x","admin":true},"constructor":{"note":"y"},"note":"z"}',
    ) as object;
    const { body: sealed } = await sealAndStore(body, ['/__proto__/note', '/constructor/note', '/note']);
    expect(({} as { admin?: boolean; note?: string }).admin).toBeUndefined();
    expect(Object.getPrototypeOf(sealed)).toBe(Object.prototype);
    expect(Object.keys(sealed)).toEqual(['__proto__', 'constructor', 'note']);
    const own = Object.getOwnPropertyDescriptor(sealed, '__proto__')?.value as {
      note: unknown;
      admin: boolean;
    };
    expect(await opened(own.note)).toBe('x');
    expect(own.admin).toBe(true);
  });
});

describe('SqliteKeyStore in a file', () => {
  let folder: string;
  let open: SqliteKeyStore[] = [];
  const another = async (): Promise<SqliteKeyStore> => {
    open.push(new SqliteKeyStore(join(folder, 'keys.db')));
    return open.at(-1)!;
  };
  describeKeyStore('SqliteKeyStore', {
    open: () => {
      folder = mkdtempSync(join(tmpdir(), 'daybook-keys-'));
      return another();
    },
    another,
    dispose: async () => {
      for (const store of open) await store.close();
      open = [];
      rmSync(folder, { recursive: true });
    },
  });
});

describe('SqliteKeyStore', () => {
  const one = keyIdOf(COMMAND, '/one');
  const two = keyIdOf(COMMAND, '/two');

  it('shares a flush among puts that arrive together, which all fail with it', async () => {
    const unreadable = {
      key: newTextKey().key,
      get nonce(): Buffer {
        throw new Error('unreadable');
      },
    };
    const broken = new Map([[two, unreadable]]);
    const puts = await Promise.allSettled([keys.put(new Map([[one, newTextKey()]])), keys.put(broken)]);
    expect(puts.map((p) => p.status)).toEqual(['rejected', 'rejected']);
    expect((await keys.find([one, two])).size).toBe(0);
    await keys.put(new Map([[one, newTextKey()]]));
    expect((await keys.find([one])).size).toBe(1);
  });

  it('writes what is waiting before it closes', async () => {
    const put = keys.put(new Map([[one, newTextKey()]]));
    await keys.close();
    await put;
    keys = new SqliteKeyStore(':memory:');
  });

  describe('in a file', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'daybook-keys-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it('keeps keys, and leaves no byte of an erased one in any file', async () => {
      const key = newTextKey();
      const kept = newTextKey();
      const store = new SqliteKeyStore(join(folder, 'keys.db'));
      const others = Array.from(
        { length: 200 },
        (_, i) => [keyIdOf(COMMAND, `/${i}`), newTextKey()] as const,
      );
      await store.put(new Map(others));
      await store.put(
        new Map([
          [one, key],
          [two, kept],
        ]),
      );
      await store.erase(one);
      const bytes = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
      expect(bytes.includes(kept.key)).toBe(true);
      expect(bytes.includes(key.key)).toBe(false);
      expect(bytes.includes(key.nonce)).toBe(false);
      await store.close();

      const again = new SqliteKeyStore(join(folder, 'keys.db'));
      expect([...(await again.find([one, two]))]).toEqual([
        [one, 'erased'],
        [two, kept],
      ]);
      await again.close();
    });
  });
});
