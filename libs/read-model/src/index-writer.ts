import type { Entry } from '@daybook/ledger';
import type Database from 'libsql';
import { Inserter } from './inserter';
import { blockOf, placeInBlock, type RecordIndex } from './record-index';
import { tablesOf } from './tables';
import { CannotFold, type Staged } from './view-writer';

/** A line of the index, and what a batch adds to its end. */
interface Line {
  readonly field: number;
  readonly value: string;
  readonly block: number;
  readonly scope: string;
  places: string;
}

/**
 * Turns batches of records into lines of an index. `stage` computes and writes nothing; the `write` that it
 * returns runs inside the caller's transaction. After either threw, `forget` must be called.
 */
export class IndexWriter {
  private readonly lines: Inserter;

  constructor(
    private readonly index: RecordIndex,
    db: Database.Database,
  ) {
    this.lines = new Inserter(
      db,
      `INSERT INTO ${tablesOf(index).postings}`,
      ['field', 'value', 'block', 'scope', 'places'],
      'ON CONFLICT DO UPDATE SET places = places || excluded.places',
    );
  }

  forget(): void {
    this.lines.forget();
  }

  async stage(entries: readonly Entry[]): Promise<Staged> {
    const lines = new Map<string, Line>();
    const consumed = new Map<string, number>();
    for (const entry of entries) {
      const { type } = entry.record;
      if (this.take(entry, lines)) consumed.set(type, (consumed.get(type) ?? 0) + 1);
    }
    return { consumed, write: () => this.write([...lines.values()]) };
  }

  private take({ index, record }: Entry, lines: Map<string, Line>): boolean {
    try {
      const scope = this.index.scope(record);
      if (scope === undefined) return false;
      const block = blockOf(index);
      const place = placeInBlock(index);
      for (const [name, value] of this.index.terms(record)) {
        const field = this.index.fields.indexOf(name);
        if (field < 0) throw new RangeError(`${this.index.name} has no field "${name}".`);
        const key = `${field} ${block} ${scope} ${value}`;
        const line = lines.get(key);
        if (!line) lines.set(key, { field, value, block, scope, places: place });
        else if (!line.places.endsWith(place)) line.places += place;
      }
      return true;
    } catch (thrown) {
      throw new CannotFold(index, thrown);
    }
  }

  private write(lines: readonly Line[]): void {
    for (const { field, value, block, scope, places } of lines)
      this.lines.put(field, value, block, scope, places);
    this.lines.flush();
  }
}
