import type { Json } from './json';
import type { SealedText } from './sealing/sealed-text';

/** Who writes: a pseudonymous person, in a role, for a body. No name of a person ever enters the ledger. */
export interface Actor {
  readonly person: string;
  readonly role: string;
  readonly body: string;
}

/** Where a fact was read: a recorded paper and the place in it (paragraph, table, row). */
export interface Source {
  readonly paper: string;
  readonly place: string;
}

/**
 * `restricted`: readable by the area's force, office and inspectorate; everyone else sees only that it
 * stands there.
 */
export type Access = 'public' | 'restricted';

/**
 * How exactly the effective date is known; `month` is stored as the month's last day and shown as the
 * month.
 */
export type Precision = 'day' | 'month';

/**
 * A fact as a decider states it, before the ledger gives it a place.
 *
 * `type` is a permanent string and `schema` its version. `effectiveOn` is the UK calendar date (YYYY-MM-DD)
 * on which it was true in the world. `about` lists references to all that it concerns, such as
 * `figure:kent/robbery/2022-07`. `data.area` decides who may read it when `access` is `restricted`.
 */
export interface Fact<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly schema: number;
  readonly effectiveOn: string;
  readonly precision: Precision;
  readonly for?: string;
  readonly cause?: string;
  readonly source?: Source;
  readonly about: readonly string[];
  readonly access: Access;
  readonly data: Data;
}

/** What the ledger adds to a fact when it is appended. */
export interface Stamp {
  readonly stream: string;
  /** Place in the stream, from 0. */
  readonly revision: number;
  /** uuid v5 of (command id, n): the same command again yields the same ids. */
  readonly id: string;
  /** One append is one commit; this record is number n (from 1) of it. */
  readonly commit: { readonly n: number; readonly of: number };
  /** RFC 3339, UTC, milliseconds. It informs people; it never decides an order. */
  readonly recordedAt: string;
  readonly by: Actor;
  readonly command: { readonly id: string; readonly hash: string };
}

/** A fact at its place: what the canonical bytes hold. The ledger index is not inside it. */
export type Recorded<F extends Fact = Fact> = F & Stamp;

/**
 * A record as it stands in the log: `index` is its position (0, 1, 2 ... without gaps) and its Merkle
 * leaf index.
 */
export interface Entry<F extends Fact = Fact> {
  readonly index: number;
  readonly record: Recorded<F>;
}

/** An entry with the bytes that were hashed, which are the bytes that are stored. */
export interface StoredEntry extends Entry {
  readonly bytes: Buffer;
  /** SHA-256(0x00 || bytes), RFC 9162 section 2.1.1. */
  readonly hash: Buffer;
}

/**
 * The area a record belongs to, which decides who may read a restricted one; undefined where it has none.
 */
export function areaOf(record: Fact): string | undefined {
  const area = (record.data as { area?: Json }).area;
  return typeof area === 'string' ? area : undefined;
}

/** Free text in a fact's data: sealed before it was hashed, or not given at all. */
export type FreeText = SealedText | null;
