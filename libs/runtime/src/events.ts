import { mayRead, type Person } from '@daybook/identity';
import { refuse, type EventStore, type Recorded, type StoredEntry } from '@daybook/ledger';
import type { Wanted } from '@daybook/read-model';
import { recordsIndex, type RecordField } from './records-index';

/** A record as a reader may see it. `canonical` is the stored text that was hashed. */
export interface OpenEvent {
  readonly index: number;
  readonly hash: string;
  readonly restricted: false;
  readonly record: Recorded;
  readonly canonical: string;
}
export interface ClosedEvent {
  readonly index: number;
  readonly hash: string;
  readonly restricted: true;
}
export type EventItem = OpenEvent | ClosedEvent;

/** Which records: those with all of it. A closed record passes no filter: that it matched would tell of it. */
export interface EventFilter {
  readonly stream?: string;
  readonly type?: string;
  /** A reference, such as `figure:kent/robbery/2022-07`. */
  readonly about?: string;
  /** A paper that it stands in, or is about. */
  readonly paper?: string;
  readonly role?: string;
  /** A body or a role of the writer. */
  readonly by?: string;
  /** UK effective date. */
  readonly effectiveOn?: string;
}

export interface EventsAsked extends EventFilter {
  /** The record to begin at, itself included; from that end of the ledger where absent. */
  readonly from?: number;
  readonly limit?: number;
  /** Only records below this ledger size, the end of a commit; all where absent. */
  readonly basis?: number;
  /** Against the order of the ledger. */
  readonly newestFirst?: boolean;
}

/** A part of the ledger's records. `next`, where there are more, is the `from` of the next part. */
export interface EventsFound {
  readonly size: number;
  readonly items: readonly EventItem[];
  readonly next?: number;
}

/** What a filter asks of the index of records; nothing where it asks for nothing. */
export function wantedBy({ stream, type, about, paper, role, by, effectiveOn }: EventFilter): Wanted {
  const fields: readonly [RecordField, string | undefined][] = [
    ['about', about],
    ['paper', paper],
    ['date', effectiveOn],
    ['stream', stream],
    ['type', type],
    ['role', role],
  ];
  const wanted = fields.flatMap(([field, value]) => (value ? [[[field, value] as const]] : []));
  return by ? [...wanted, [['body', by] as const, ['role', by] as const]] : wanted;
}

/** Whether a record has all that is wanted: what the index answers for many, of one that is at hand. */
export function hasAll(record: Recorded, wanted: Wanted): boolean {
  if (wanted.length === 0) return true;
  const terms = recordsIndex.terms(record);
  return wanted.every((any) =>
    any.some(([field, value]) => terms.some(([name, has]) => name === field && has === value)),
  );
}

export function eventItem({ index, hash, record, bytes }: StoredEntry, person: Person): EventItem {
  const seen = { index, hash: hash.toString('hex') };
  if (!mayRead(person, record)) return { ...seen, restricted: true };
  return { ...seen, restricted: false, record, canonical: bytes.toString('utf8') };
}

export async function readEvent(store: EventStore, person: Person, index: number): Promise<EventItem> {
  const [entry] = Number.isSafeInteger(index) && index >= 0 ? await store.readAll(index, 1) : [];
  if (entry?.index !== index) return refuse('ledger.not-on-record', `The ledger holds no record ${index}.`);
  return eventItem(entry, person);
}
