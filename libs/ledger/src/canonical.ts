import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { Recorded } from './record';

const LEAF_PREFIX = Buffer.from([0x00]);

/**
 * A record ready to append: complete, with its canonical bytes and leaf hash. Nothing re-serialises it
 * afterwards.
 */
export interface Prepared {
  readonly record: Recorded;
  readonly bytes: Buffer;
  readonly hash: Buffer;
}

/** The JSON Canonicalization Scheme form (RFC 8785) of a value, as text. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('This value has no canonical JSON form.');
  return text;
}

/** Leaf hash of a Merkle tree: SHA-256(0x00 || bytes), RFC 9162 section 2.1.1. 32 bytes. */
export function leafHash(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(LEAF_PREFIX).update(bytes).digest();
}

export function prepare(record: Recorded): Prepared {
  const bytes = Buffer.from(canonicalText(record), 'utf8');
  return { record, bytes, hash: leafHash(bytes) };
}
