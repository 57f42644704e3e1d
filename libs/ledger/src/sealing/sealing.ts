import type { KeyStore } from './key-store';
import { keyIdOf, newTextKey, seal, textDigest, type TextKey } from './sealed-text';

/** A command's body with its free texts sealed, and what is needed to hash and to store it. */
export interface Sealing {
  /** The body with every free text replaced by its sealed form; this is what a decider sees. */
  readonly body: object;
  /** Keys made for this command that are not stored yet. */
  readonly fresh: ReadonlyMap<string, TextKey>;
  /** The ids of the keys of all its texts. */
  readonly ids: readonly string[];
  /** Whether the key of any of its texts has been erased since. */
  readonly erased: boolean;
  /** The body with every free text replaced by its keyed digest; this is what is hashed. */
  digests(body: object): object;
}

type Replace = (text: string, pointer: string) => unknown;

/**
 * A key inside a pointer (RFC 6901): without this, `a/b` and `b` inside `a` would share one key and
 * nonce.
 */
function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Replaces the strings at the pointers, copying only what changes; anything else there is left as it is. */
function replaceTexts(
  value: unknown,
  pointers: readonly (readonly string[])[],
  at: string,
  replace: Replace,
): unknown {
  if (typeof value === 'string') return pointers.some((p) => p.length === 0) ? replace(value, at) : value;
  if (typeof value !== 'object' || value === null) return value;
  const child = (key: string, part: unknown): unknown => {
    const below = pointers.filter((p) => p[0] === key || p[0] === '*').map((p) => p.slice(1));
    return below.length === 0 ? part : replaceTexts(part, below, `${at}/${escaped(key)}`, replace);
  };
  if (Array.isArray(value)) return value.map((part: unknown, i) => child(String(i), part));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, child(key, part)]));
}

/** Finds or makes the key of each free text in a command, and seals them. Nothing is stored yet. */
export async function openSealing(
  keys: KeyStore,
  commandId: string,
  body: object,
  sealed: readonly string[],
): Promise<Sealing> {
  const pointers = sealed.map((p) => p.split('/').slice(1).map(unescaped));
  const ids: string[] = [];
  const visit = (given: object, replace: Replace): object =>
    pointers.length === 0 ? given : (replaceTexts(given, pointers, '', replace) as object);
  visit(body, (text, pointer) => {
    ids.push(keyIdOf(commandId, pointer));
    return text;
  });
  if (ids.length === 0) return { body, fresh: new Map(), ids, erased: false, digests: (given) => given };

  const stored = await keys.find(ids);
  const fresh = new Map<string, TextKey>();
  for (const id of ids) if (!stored.has(id)) fresh.set(id, newTextKey());
  const keyOf = (id: string): TextKey | undefined => {
    const key = stored.get(id) ?? fresh.get(id);
    return key === 'erased' ? undefined : key;
  };
  const replaceBy = (given: object, make: (text: string, id: string, key: TextKey) => unknown): object =>
    visit(given, (text, pointer) => {
      const id = keyIdOf(commandId, pointer);
      const key = keyOf(id);
      return key ? make(text, id, key) : null;
    });
  return {
    body: replaceBy(body, seal),
    fresh,
    ids,
    erased: ids.some((id) => stored.get(id) === 'erased'),
    digests: (given) => replaceBy(given, (text, _id, key) => textDigest(text, key)),
  };
}
