import type { Entry, StoredEntry } from '@daybook/ledger';
import type { LogReader } from '../log-reader';
import type { Audience, Position, View } from '../view';

/** A record of a small made-up ledger: which keys it concerns, when, and what it says of them. */
export interface Note {
  readonly keys: readonly string[];
  /** A day of January 2022, from 1. */
  readonly day: number;
  readonly says: string;
  readonly restricted?: boolean;
  readonly type?: string;
}

type NoteData = Pick<Note, 'keys' | 'says'>;

/** A row that remembers everything it was told, in order, so that a record missed, repeated or misplaced shows. */
export interface Told {
  readonly all: readonly string[];
  readonly last: string;
}

export const january = (day: number): string => `2022-01-${String(day).padStart(2, '0')}`;

/** Entries of commits, each a list of notes. */
export function ledgerOf(commits: readonly (readonly Note[])[]): StoredEntry[] {
  const entries: StoredEntry[] = [];
  for (const [c, notes] of commits.entries())
    for (const [n, { keys, day, says, restricted, type }] of notes.entries()) {
      const record = {
        type: type ?? 'notes.noted',
        schema: 1,
        effectiveOn: january(day),
        precision: 'day' as const,
        about: [],
        access: restricted ? ('restricted' as const) : ('public' as const),
        data: { keys, says },
        stream: 'notes-test',
        revision: entries.length,
        id: `note-${entries.length}`,
        commit: { n: n + 1, of: notes.length },
        recordedAt: '2022-02-01T00:00:00.000Z',
        by: { person: 'p', role: 'r', body: 'b' },
        command: { id: `command-${c}`, hash: '' },
      };
      entries.push({ index: entries.length, record, bytes: Buffer.alloc(0), hash: Buffer.alloc(0) });
    }
  return entries;
}

export class SmallLog implements LogReader {
  constructor(readonly entries: StoredEntry[]) {}

  async readAll(from: number, limit: number): Promise<StoredEntry[]> {
    return this.entries.slice(from, from + limit);
  }

  async size(): Promise<number> {
    return this.entries.length;
  }
}

const dataOf = (entry: Entry): NoteData => entry.record.data as NoteData;

/** Every record shows in the row and in all rows after it; "end" leaves no row. */
export const toldView: View<Told> = {
  name: 'told',
  version: 1,
  key: (record) => (record.data as NoteData).keys,
  fold(row, entry) {
    const { says } = dataOf(entry);
    if (says === 'end') return undefined;
    return { all: [...(row?.all ?? []), `${entry.index} ${says}`], last: says };
  },
  columns: ['last', 'length'],
  values: (row) => ({ last: row.last, length: row.all.length }),
};

/** Only the last thing said stands, so that a late record changes few days; "same" changes nothing. */
export const standsView: View<{ readonly says: string }> = {
  name: 'stands',
  version: 1,
  key: (record) => (record.data as NoteData).keys.filter((key) => key !== 'a'),
  fold(row, entry) {
    const { says } = dataOf(entry);
    if (says === 'end') return undefined;
    return says === 'same' ? row : { says };
  },
  columns: ['says'],
  values: (row) => ({ says: row.says.length === 1 ? row.says : null }),
};

/** What the engine promises, in the plainest way: fold the key's records in order of date and index. */
export function naive<Row extends object>(
  entries: readonly Entry[],
  view: View<Row>,
  key: string,
  { asOf, basis }: Position,
  audience: Audience,
): Row | undefined {
  return entries
    .filter(({ index, record }) => index < basis && record.effectiveOn <= asOf)
    .filter(({ record }) => audience === 'inside' || record.access === 'public')
    .filter(({ record }) => view.key(record).includes(key))
    .sort((a, b) => a.record.effectiveOn.localeCompare(b.record.effectiveOn) || a.index - b.index)
    .reduce<Row | undefined>((row, entry) => view.fold(row, entry, key), undefined);
}
