import { randomUUID } from 'node:crypto';

/** What a writer expects of a stream; a number is the revision of its last event. */
export type Expected = bigint | 'any' | 'no_stream' | 'stream_exists';

export interface Position {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** An event as it comes over the wire: bytes, never looked into. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event as a test writes it down: JSON or bytes, and an id only where the id matters. */
export interface NewEvent {
  readonly id?: string;
  readonly type: string;
  readonly contentType?: string;
  readonly data?: unknown;
  readonly metadata?: unknown;
}

/** An event in the log. `data` alone may change, by `rewrite`, as bytes on a disk may. */
export interface LoggedEvent extends Position {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly stream: string;
  readonly revision: bigint;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly metadata: Uint8Array;
  data: Uint8Array;
  /** The answer that carries this event, made when it is first read; forgotten when the data changes. */
  wire: Buffer | undefined;
}

/** `$tb` of a soft-deleted stream, and the event number of a tombstone: the largest signed 64-bit number. */
export const LAST_NUMBER = 9_223_372_036_854_775_807n;
export const NONE = -1n;
export const TOMBSTONE_TYPE = '$streamDeleted';

const isMeta = (stream: string): boolean => stream.startsWith('$$');
export const metaOf = (stream: string): string => `$$${stream}`;
/** The stream that a metadata stream is about, or undefined for any other stream. */
export const subjectOf = (stream: string): string | undefined =>
  isMeta(stream) ? stream.slice(2) : undefined;

const NO_BYTES = new Uint8Array();

function bytes(value: unknown): Uint8Array {
  if (value === undefined) return NO_BYTES;
  return value instanceof Uint8Array ? value : Buffer.from(JSON.stringify(value), 'utf8');
}

export function proposed(event: NewEvent): ProposedEvent {
  const binary = event.data instanceof Uint8Array;
  return {
    id: event.id ?? randomUUID(),
    type: event.type,
    contentType: event.contentType ?? (binary ? 'application/octet-stream' : 'application/json'),
    data: bytes(event.data),
    metadata: bytes(event.metadata),
  };
}

export function comparePositions(a: Position, b: Position): number {
  if (a.commit !== b.commit) return a.commit < b.commit ? -1 : 1;
  if (a.prepare !== b.prepare) return a.prepare < b.prepare ? -1 : 1;
  return 0;
}

/** The first index in `events`, ascending, of which `reached` holds; their count when of none. */
export function firstIndex(events: readonly LoggedEvent[], reached: (event: LoggedEvent) => boolean): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const event = events[middle];
    if (event && reached(event)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The part of a stream's metadata that decides which of its events a stream read shows. */
export interface Retention {
  readonly truncateBefore: bigint;
  readonly maxCount: bigint | undefined;
}

const KEEP_ALL: Retention = { truncateBefore: 0n, maxCount: undefined };

/** The object that an event's data spells. Anything else is empty, as metadata that cannot be read is. */
export function jsonIn(event: LoggedEvent): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(Buffer.from(event.data).toString('utf8'));
    return typeof found === 'object' && found !== null ? { ...found } : {};
  } catch {
    return {};
  }
}

export function retentionIn(event: LoggedEvent | undefined): Retention {
  if (!event) return KEEP_ALL;
  const { $tb: tb, $maxCount: maxCount } = jsonIn(event);
  return {
    truncateBefore: typeof tb === 'number' ? clamp(tb) : 0n,
    maxCount: typeof maxCount === 'number' && maxCount > 0 ? BigInt(Math.trunc(maxCount)) : undefined,
  };
}

/** JSON.parse rounds the number of a soft delete up to 2^63. */
const clamp = (value: number): bigint =>
  value >= Number(LAST_NUMBER) ? LAST_NUMBER : BigInt(Math.trunc(value));
