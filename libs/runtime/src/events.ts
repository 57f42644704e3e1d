import { mayRead, type Person } from '@daybook/identity';
import { refuse, type EventStore, type Recorded, type StoredEntry } from '@daybook/ledger';

const PAGE = 1_000;
/** The most records looked through for one answer; a filter that finds few goes on from `next`. */
const MOST_SCANNED = 20_000;

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

export interface EventFilter {
  /** First index wanted; from the beginning where absent. */
  readonly from?: number;
  readonly limit?: number;
  /** Only records below this ledger size, the end of a commit; all where absent. */
  readonly basis?: number;
  readonly stream?: string;
  readonly type?: string;
  readonly about?: string;
  /** A body or a role of the writer. */
  readonly by?: string;
  /** UK effective date. */
  readonly effectiveOn?: string;
}

function eventItem({ index, hash, record, bytes }: StoredEntry, person: Person): EventItem {
  const seen = { index, hash: hash.toString('hex') };
  if (!mayRead(person, record)) return { ...seen, restricted: true };
  return { ...seen, restricted: false, record, canonical: bytes.toString('utf8') };
}

/** A closed record passes no filter: that it matched would say something about it. */
function passes(item: EventItem, { stream, type, about, by, effectiveOn }: EventFilter): boolean {
  if (item.restricted) return !stream && !type && !about && !by && !effectiveOn;
  const { record } = item;
  return (
    (!stream || record.stream === stream) &&
    (!type || record.type === type) &&
    (!about || record.about.includes(about)) &&
    (!by || record.by.body === by || record.by.role === by) &&
    (!effectiveOn || record.effectiveOn === effectiveOn)
  );
}

export async function readEvents(
  store: EventStore,
  person: Person,
  filter: EventFilter,
): Promise<{ size: number; items: readonly EventItem[]; next?: number }> {
  const { from = 0, limit = 100 } = filter;
  const size = Math.min(filter.basis ?? Infinity, await store.size());
  const items: EventItem[] = [];
  let at = from;
  while (at < size && at < from + MOST_SCANNED) {
    for (const entry of await store.readAll(at, Math.min(PAGE, size - at))) {
      at = entry.index + 1;
      const item = eventItem(entry, person);
      if (passes(item, filter)) items.push(item);
      if (items.length === limit) return { size, items, ...(at < size && { next: at }) };
    }
  }
  return { size, items, ...(at < size && { next: at }) };
}

export async function readEvent(store: EventStore, person: Person, index: number): Promise<EventItem> {
  const [entry] = Number.isSafeInteger(index) && index >= 0 ? await store.readAll(index, 1) : [];
  if (entry?.index !== index) return refuse('ledger.not-on-record', `The ledger holds no record ${index}.`);
  return eventItem(entry, person);
}
