import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';

/** Names the keys of sealed texts (RFC 9562, version 5). */
const KEY_NAMESPACE = '0d6b7a1e-2f0c-5c55-9a84-6f3d1d5f7c11';
const TAG_BYTES = 16;

/** The key of one text: 32 bytes for AES-256 and the 12-byte nonce it is used with, once. */
export interface TextKey {
  readonly key: Buffer;
  readonly nonce: Buffer;
}

/** Free text as the ledger holds it: ciphertext and tag in base64, and the id of the key that opens it. */
export type SealedText = { readonly sealed: string; readonly key: string };

/** A retry of the same command finds the same key, and so seals the same bytes. */
export function keyIdOf(commandId: string, pointer: string): string {
  return uuidv5(`${commandId} ${pointer}`, KEY_NAMESPACE);
}

export function newTextKey(): TextKey {
  return { key: randomBytes(32), nonce: randomBytes(12) };
}

export function seal(text: string, keyId: string, { key, nonce }: TextKey): SealedText {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { sealed: sealed.toString('base64'), key: keyId };
}

/** Throws when the text was altered or the key is not its own. */
export function unseal(text: SealedText, { key, nonce }: TextKey): string {
  const bytes = Buffer.from(text.sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
}

/**
 * Stands for a text inside a command's hash: says whether two texts are the same without saying what they
 * are.
 */
export function textDigest(text: string, { key }: TextKey): string {
  const derived = hkdfSync('sha256', key, Buffer.alloc(0), 'daybook command hash', 32);
  return createHmac('sha256', Buffer.from(derived)).update(text, 'utf8').digest('hex');
}

export function isSealed(value: unknown): value is SealedText {
  const text = value as Partial<SealedText> | null;
  return (
    typeof text === 'object' &&
    text !== null &&
    typeof text.sealed === 'string' &&
    typeof text.key === 'string'
  );
}
