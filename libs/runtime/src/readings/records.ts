import { audienceFor, mayRead, type Person } from '@daybook/identity';
import { AppendUnplaced, receiptFor, refuse, type Receipt, type StoredEntry } from '@daybook/ledger';
import { Recollection, type Within } from '@daybook/read-model';
import {
  eventItem,
  readEvent,
  wantedBy,
  type EventFilter,
  type EventItem,
  type EventsAsked,
  type EventsFound,
} from '../events';
import { followEvents, type Follow } from '../following-events';
import type { Daybook } from '../open-daybook';
import type { PositionRequest, ResolvedPosition } from '../positions';
import { recordsIndex, type RecordField } from '../records-index';

const PAGE = 100;

/** A record's neighbours: each as an index, null where there is none. */
export interface Neighbours {
  readonly index: number;
  readonly inLedger: { readonly previous: number | null; readonly next: number | null };
  /** In its stream, the nearest that the reader may read; null of a record that the reader may not. */
  readonly inStream: { readonly previous: number | null; readonly next: number | null };
  /** All that were written at once, itself among them; null where the reader may not read the record. */
  readonly commit: { readonly first: number; readonly last: number } | null;
}

/**
 * The records of the ledger: lists by filter, one with its neighbours, and following what comes. Lists are
 * answered from an index that holds restricted records apart, so that whoever may not read one neither finds
 * nor counts it.
 */
export class RecordReadings {
  private readonly recollection: Recollection;

  constructor(private readonly daybook: Daybook) {
    this.recollection = new Recollection(daybook.store);
  }

  /**
   * Records in ledger order, or against it. Without a filter, whoever may not read one sees that it stands
   * there, and its hash.
   */
  async list(person: Person, asked: EventsAsked): Promise<EventsFound> {
    const { limit = PAGE, newestFirst = false, from } = asked;
    const size = asked.basis ?? (await this.daybook.positions.resolve({})).basis;
    const wanted = wantedBy(asked);
    const found =
      wanted.length > 0
        ? this.daybook.rows.find(recordsIndex, wanted, within(person, size), {
            ...(from !== undefined && { from }),
            limit: limit + 1,
            newestFirst,
          })
        : consecutive(from ?? (newestFirst ? size - 1 : 0), limit + 1, size, newestFirst);
    const items = (await this.entries(found.slice(0, limit)))
      .map((entry) => eventItem(entry, person))
      // The index holds them apart already; what it finds is still shown to nobody who may not read it.
      .filter((item) => wanted.length === 0 || !item.restricted);
    const next = found[limit];
    return { size, items, ...(next !== undefined && { next }) };
  }

  /** How many records pass a filter; of the whole ledger all, since each shows that it stands there. */
  async count(person: Person, { basis }: ResolvedPosition, filter: EventFilter): Promise<number> {
    const wanted = wantedBy(filter);
    return wanted.length === 0 ? basis : this.daybook.rows.count(recordsIndex, wanted, within(person, basis));
  }

  /** The values that records have in a field, for a reader to choose from; the first so many of them. */
  async choices(person: Person, { basis }: ResolvedPosition, field: RecordField, limit: number) {
    return this.daybook.rows.values(recordsIndex, field, within(person, basis), limit);
  }

  /** Throws `ledger.not-on-record` where the position's ledger does not hold the record. */
  async neighbours(
    person: Person,
    at: PositionRequest,
    index: number,
  ): Promise<{ readonly position: ResolvedPosition; readonly item: Neighbours }> {
    const position = await this.daybook.positions.resolve(at);
    const { basis } = position;
    if (index >= basis)
      refuse('ledger.not-on-record', `A ledger of ${basis} records holds no record ${index}.`);
    const item = await readEvent(this.daybook.store, person, index);
    const inLedger = { previous: index > 0 ? index - 1 : null, next: index + 1 < basis ? index + 1 : null };
    if (item.restricted)
      return {
        position,
        item: { index, inLedger, inStream: { previous: null, next: null }, commit: null },
      };
    const { stream, commit } = item.record;
    const first = index - (commit.n - 1);
    return {
      position,
      item: {
        index,
        inLedger,
        inStream: {
          previous: this.nearest(person, basis, stream, index - 1, true),
          next: this.nearest(person, basis, stream, index + 1, false),
        },
        commit: { first, last: first + commit.of - 1 },
      },
    };
  }

  /**
   * What a command put on record, for who may read it: once more the receipt whose answer was lost. Throws
   * `ledger.not-on-record` where there is nothing for the reader.
   */
  async receipt(person: Person, commandId: string): Promise<Receipt> {
    const entries = await this.daybook.store.findCommand(commandId.toLowerCase()).catch(whereUnplaced);
    if (entries.length > 0 && entries.every(({ record }) => mayRead(person, record)))
      return receiptFor(entries);
    return refuse('ledger.not-on-record', 'No command with this id is on record.');
  }

  /** See `followEvents`. */
  follow(person: Person, follow: Follow): AsyncGenerator<EventItem | undefined> {
    return followEvents(this.daybook.store, person, follow);
  }

  /** How many records the ledger holds now, whatever the views have read. */
  size(): Promise<number> {
    return this.daybook.store.size();
  }

  private nearest(person: Person, basis: number, stream: string, from: number, newestFirst: boolean) {
    if (from < 0 || from >= basis) return null;
    const wanted = wantedBy({ stream });
    const walk = { from, limit: 1, newestFirst };
    return this.daybook.rows.find(recordsIndex, wanted, within(person, basis), walk)[0] ?? null;
  }

  private async entries(indexes: readonly number[]): Promise<StoredEntry[]> {
    const found = await this.recollection.recall([...indexes].sort((a, b) => a - b));
    return indexes.flatMap((index) => found.get(index) ?? []);
  }
}

/** What was written a moment ago, and has no known place yet. */
function whereUnplaced(error: unknown): never {
  if (!(error instanceof AppendUnplaced)) throw error;
  return refuse('ledger.outcome-unknown', 'This is recorded, and its place is not known yet. Ask again.', {
    retryable: true,
  });
}

/** What a reader may find: public records, and those restricted to areas where the reader is inside. */
function within(person: Person, basis: number): Within {
  return { basis, mayFind: (area) => area === '' || audienceFor(person, area) === 'inside' };
}

function consecutive(from: number, count: number, size: number, down: boolean): number[] {
  const first = down ? Math.min(from, size - 1) : from;
  const most = Math.max(0, Math.min(count, down ? first + 1 : size - first));
  return Array.from({ length: most }, (_, n) => (down ? first - n : first + n));
}
