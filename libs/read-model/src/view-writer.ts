import type { Entry } from '@daybook/ledger';
import type Database from 'libsql';
import { dayNumber } from './day';
import { Generations } from './generations';
import { Inserter } from './inserter';
import { LineageReader, type Lineage, type Lineages } from './lineage';
import { EVERYONE, INSIDE_ONLY, OUTSIDE_ONLY, tablesOf } from './tables';
import { Timeline, type Day, type Version } from './timeline';
import type { View } from './view';

const VERSION_COLUMNS = ['k', 'valid_from', 'basis_from', 'row'];

/** Records by index, as the ledger holds them. */
export type Recall = (indexes: readonly number[]) => Promise<ReadonlyMap<number, Entry>>;

/** The view could not take the record at `index`. */
export class CannotFold extends Error {
  constructor(
    readonly index: number,
    readonly thrown: unknown,
  ) {
    super(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** The records of a batch that concern one lineage, in order of index. */
interface Work {
  readonly lineage: Lineage;
  readonly entries: Entry[];
  /** The latest day so far, and the earliest day of a record that came after it. */
  latest: number;
  late: number | undefined;
  /**
   * The number under which its versions are stored so far: the other side's, when this batch parts the two.
   */
  readonly stored: number;
  /** The versions stored there, where they must be copied. */
  readonly copied: Version[] | undefined;
}

/** What a record concerns: keys of the view, from a day on. */
interface Places {
  readonly keys: readonly string[];
  readonly day: number;
}

type ValueRow = readonly [column: number, value: string | number, key: string, k: number];

/** A batch that was computed: how many records of each type it consumed, and what writes it. */
export interface Staged {
  readonly consumed: ReadonlyMap<string, number>;
  write(): void;
}

/** What a batch changes in a view's tables. */
interface Changes {
  readonly keys: ReadonlySet<Lineage>;
  readonly added: readonly (readonly [Lineage, readonly Version[]])[];
  readonly values: readonly ValueRow[];
}

/**
 * Turns batches of records into row versions of one view. `stage` computes and writes nothing; the `write`
 * that it returns runs inside the caller's transaction. After either threw, or the transaction failed,
 * `forget` must be called.
 */
export class ViewWriter {
  private readonly reader: LineageReader;
  private readonly known: Generations<string, Lineages>;
  private readonly keys: Inserter;
  private readonly versions: Inserter;
  private readonly values: Inserter;
  private lastK: number;

  constructor(
    private readonly view: View,
    db: Database.Database,
    private readonly recall: Recall,
    headsInMemory: number,
  ) {
    this.known = new Generations(headsInMemory);
    const tables = tablesOf(view);
    this.reader = new LineageReader(db, tables);
    this.lastK = this.reader.last();
    this.keys = new Inserter(
      db,
      `INSERT INTO ${tables.keys}`,
      ['k', 'key', 'audience'],
      'ON CONFLICT (k) DO UPDATE SET audience = excluded.audience',
    );
    this.versions = new Inserter(db, `INSERT INTO ${tables.versions}`, VERSION_COLUMNS);
    this.values = new Inserter(db, `INSERT OR IGNORE INTO ${tables.values}`, ['field', 'value', 'key', 'k']);
  }

  forget(): void {
    this.known.clear();
    for (const inserter of [this.keys, this.versions, this.values]) inserter.forget();
    this.lastK = this.reader.last();
  }

  /** Computes what a batch changes. Throws CannotFold at a record that the view cannot take. */
  async stage(entries: readonly Entry[]): Promise<Staged> {
    const { work, keys, consumed } = this.deal(entries);
    const added: [Lineage, Version[]][] = [];
    const values: ValueRow[] = [];
    const remembered = await this.remember(work.filter(({ late }) => late !== undefined));
    for (const one of work) {
      const { lineage } = one;
      const timeline = this.foldAll(one, remembered.get(one));
      const versions = one.copied ? [...one.copied, ...timeline.added] : timeline.added;
      added.push([lineage, versions]);
      for (const version of versions) this.noteValues(lineage, version, values);
      lineage.head = timeline.head;
    }
    const changes = { keys, added: added.sort(([a], [b]) => a.k - b.k), values };
    return { consumed, write: () => this.write(changes) };
  }

  private write({ keys, added, values }: Changes): void {
    for (const { k, key, audience } of keys) this.keys.put(k, key, audience);
    for (const [{ k }, versions] of added)
      for (const { day, from, text } of versions) this.versions.put(k, day, from, text);
    for (const row of values) this.values.put(...row);
    for (const inserter of [this.keys, this.versions, this.values]) inserter.flush();
    this.known.age();
  }

  /** Deals the records out to the lineages that they concern. */
  private deal(entries: readonly Entry[]) {
    const work = new Map<Lineage, Work>();
    const fresh = new Set<Lineage>();
    const consumed = new Map<string, number>();
    const places = entries.map((entry) => this.placesOf(entry));
    this.meet(places);
    for (const [i, { keys, day }] of places.entries()) {
      if (keys.length === 0) continue;
      const entry = entries[i]!;
      const { type, access } = entry.record;
      consumed.set(type, (consumed.get(type) ?? 0) + 1);
      for (const key of keys) {
        const lineages = this.lineages(key, fresh);
        if (access !== 'public' && !lineages.outside) this.part(lineages, work, fresh);
        take(workOn(work, lineages.inside), entry, day);
        if (access === 'public' && lineages.outside) take(workOn(work, lineages.outside), entry, day);
      }
    }
    return { work: [...work.values()], keys: fresh, consumed };
  }

  private placesOf({ index, record }: Entry): Places {
    try {
      const keys = this.view.key(record);
      return { keys: keys.length > 1 ? [...new Set(keys)] : keys, day: dayNumber(record.effectiveOn) };
    } catch (thrown) {
      throw new CannotFold(index, thrown);
    }
  }

  /** Reads the lineages of the keys that are not in memory. A key that is not known after that is new. */
  private meet(places: readonly Places[]): void {
    const unknown = new Set<string>();
    for (const { keys } of places) for (const key of keys) if (!this.known.get(key)) unknown.add(key);
    if (unknown.size === 0) return;
    for (const [key, lineages] of this.reader.find([...unknown])) this.known.set(key, lineages);
  }

  private lineages(key: string, fresh: Set<Lineage>): Lineages {
    const known = this.known.get(key);
    if (known) return known;
    const lineages = { inside: this.begin(key, EVERYONE, undefined, fresh) };
    this.known.set(key, lineages);
    return lineages;
  }

  private begin(key: string, audience: number, head: Version | undefined, fresh: Set<Lineage>): Lineage {
    const lineage = { k: ++this.lastK, key, audience, head, values: [] };
    fresh.add(lineage);
    return lineage;
  }

  /**
   * The first restricted record of a key: whoever reads from outside goes on with a copy, folded without it.
   */
  private part(lineages: Lineages, work: Map<Lineage, Work>, fresh: Set<Lineage>): void {
    const { inside } = lineages;
    const copied = fresh.has(inside) ? [] : this.reader.all(inside.k);
    const outside = this.begin(inside.key, OUTSIDE_ONLY, inside.head, fresh);
    lineages.outside = outside;
    inside.audience = INSIDE_ONLY;
    fresh.add(inside);
    const { entries, latest, late } = workOn(work, inside);
    work.set(outside, { lineage: outside, entries: [...entries], latest, late, stored: inside.k, copied });
  }

  /** For work with late records: the days that they may change, with the records of those days. */
  private async remember(lateWork: readonly Work[]): Promise<ReadonlyMap<Work, Day[]>> {
    const histories = lateWork.map((one) => this.reader.history(one.stored, one.late ?? 0));
    const wanted = new Set(histories.flatMap(({ makers }) => makers));
    const records = await this.recall([...wanted].sort((a, b) => a - b));
    const remembered = new Map<Work, Day[]>();
    for (const [i, { standing, makers }] of histories.entries()) {
      const days = standing.map((version): Day => ({ version, entries: [] }));
      const byDay = new Map(days.map(({ version, entries }) => [version.day, entries]));
      for (const index of makers) {
        const entry = records.get(index);
        if (!entry) throw new Error(`Record ${index}, of which the view holds a version, is not in the log.`);
        byDay.get(dayNumber(entry.record.effectiveOn))?.push(entry);
      }
      remembered.set(lateWork[i]!, days);
    }
    return remembered;
  }

  private foldAll({ lineage, entries }: Work, remembered: Day[] | undefined): Timeline {
    const { view } = this;
    const { key, head } = lineage;
    const start = remembered ?? (head ? [{ version: head, entries: [] }] : []);
    const timeline = new Timeline((row, entry) => view.fold(row, entry, key), start);
    let at = 0;
    try {
      for (; at < entries.length; at++) timeline.insert(entries[at]!);
    } catch (thrown) {
      throw new CannotFold(entries[at]!.index, thrown);
    }
    return timeline;
  }

  /** Notes the values that a version's row has and the one before it had not. */
  private noteValues({ key, k, values: noted }: Lineage, version: Version, into: ValueRow[]): void {
    const { columns } = this.view;
    if (columns.length === 0 || version.text === null) return;
    try {
      const values = this.view.values(version.row ?? (JSON.parse(version.text) as object));
      for (let n = 0; n < columns.length; n++) {
        const value = checked(values[columns[n]!], columns[n]!);
        if (value !== null && value !== noted[n]) into.push([n, value, key, k]);
        noted[n] = value;
      }
    } catch (thrown) {
      throw new CannotFold(version.from, thrown);
    }
  }
}

/** A filter value that the database can hold: anything else (a boolean above all) must not get there. */
function checked(value: unknown, column: string): string | number | null {
  if (typeof value === 'string' || value === null || Number.isFinite(value))
    return value as string | number | null;
  throw new TypeError(`The value of ${column} is neither text, nor a number, nor null.`);
}

function workOn(work: Map<Lineage, Work>, lineage: Lineage): Work {
  let one = work.get(lineage);
  if (!one) {
    one = {
      lineage,
      entries: [],
      latest: lineage.head?.day ?? -Infinity,
      late: undefined,
      stored: lineage.k,
      copied: undefined,
    };
    work.set(lineage, one);
  }
  return one;
}

function take(work: Work, entry: Entry, day: number): void {
  work.entries.push(entry);
  if (day >= work.latest) work.latest = day;
  else if (work.late === undefined || day < work.late) work.late = day;
}
