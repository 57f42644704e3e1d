import { createHash } from 'node:crypto';
import { canonicalText } from '../canonical';
import type { Actor } from '../record';
import type { KeyStore } from './key-store';
import { openSealing } from './sealing';
import type { TextKey } from './sealed-text';

/** What a command is to the ledger: who asks, under which id, what, and which of its texts are sealed. */
export interface CommandRequest<Body extends object> {
  readonly name: string;
  /** A uuid chosen by the sender. The same id and content again answers with the first receipt. */
  readonly id: string;
  readonly by: Actor;
  readonly body: Body;
  /**
   * JSON pointers (`*` in place of a number: every item of a list) to the free texts in `body`, as
   * `/reason` or `/lines/0/note`.
   */
  readonly sealed: readonly string[];
}

/** A command as it may rest on a disk: no free text of it is in the open. */
export interface SealedCommand {
  readonly name: string;
  readonly id: string;
  readonly by: Actor;
  readonly body: object;
  /** SHA-256 of name, actor and body: what its records will carry, whenever they are written. */
  readonly hash: string;
  /** Ids of the keys of its texts. */
  readonly keys: readonly string[];
}

/** A sealed command, and what is not stored of its keys yet. */
export interface Sealed {
  readonly command: SealedCommand;
  readonly fresh: ReadonlyMap<string, TextKey>;
  /** Whether the key of any of its texts has been erased: such a command can be recognised, and not written. */
  readonly erased: boolean;
}

/** Seals the texts of a command and hashes it. Nothing is stored yet: store `fresh` before what needs it. */
export async function sealCommand(keys: KeyStore, request: CommandRequest<object>): Promise<Sealed> {
  const { name, id, by, body, sealed } = request;
  const sealing = await openSealing(keys, id, body, sealed);
  const text = canonicalText({ name, by, body: sealing.digests(body) });
  const hash = createHash('sha256').update(text, 'utf8').digest('hex');
  const { fresh, erased, ids } = sealing;
  return { command: { name, id, by, body: sealing.body, hash, keys: ids }, fresh, erased };
}

/** A command that was sealed before, with what has become of its keys since. */
export async function sealedBefore(keys: KeyStore, command: SealedCommand): Promise<Sealed> {
  const stored = await keys.find(command.keys);
  const erased = command.keys.some((id) => (stored.get(id) ?? 'erased') === 'erased');
  return { command, fresh: new Map(), erased };
}
