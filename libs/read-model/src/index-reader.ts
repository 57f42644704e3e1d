import type Database from 'libsql';
import {
  blockOf,
  recordsOf,
  type RecordIndex,
  type Term,
  type Walk,
  type Wanted,
  type Within,
} from './record-index';
import { tablesOf } from './tables';

/** Lines of the index, or blocks, read at once. */
const CHUNK = 64;

type Line = readonly [block: number, scope: string, places: string];

/** Searches one index of records, on a connection that somebody else closes. */
export class IndexReader {
  private readonly statements = new Map<string, Database.Statement>();
  private readonly postings: string;

  constructor(
    private readonly index: RecordIndex,
    private readonly prepare: (sql: string) => Database.Statement,
  ) {
    this.postings = tablesOf(index).postings;
  }

  /** The records with all that is wanted, which must be something. */
  find(wanted: Wanted, within: Within, walk: Walk = {}): number[] {
    const found: number[] = [];
    for (const record of this.walk(wanted, within, walk)) {
      if (found.length === (walk.limit ?? Infinity)) break;
      found.push(record);
    }
    return found;
  }

  count(wanted: Wanted, within: Within): number {
    let count = 0;
    for (const _ of this.walk(wanted, within, {})) count += 1;
    return count;
  }

  /** The values of a field that any record has which may be seen, in order, up to so many. */
  values(field: string, within: Within, limit: number): string[] {
    const next = this.statement(
      `SELECT value FROM ${this.postings} WHERE field = ? AND value > ? ORDER BY value LIMIT 1`,
    );
    const number = this.numberOf(field);
    const values: string[] = [];
    for (let after = ''; values.length < limit;) {
      const row = next.get([number, after]) as [string] | undefined;
      if (!row) break;
      [after] = row;
      if (this.has([field, after], within)) values.push(after);
    }
    return values;
  }

  /** Whether any record with the term may be seen; its lines are read only as far as the first of them. */
  private has([field, value]: Term, within: Within): boolean {
    const statement = this.statement(
      `SELECT block, scope, places FROM ${this.postings} WHERE field = ? AND value = ?
       AND (block, scope) > (?, ?) ORDER BY block, scope LIMIT ${CHUNK}`,
    );
    for (let after: readonly [number, string] = [-1, '']; ;) {
      const lines = statement.all([this.numberOf(field), value, ...after]) as Line[];
      for (const [block, scope, places] of lines)
        if (within.mayFind(scope) && (recordsOf(block, places)[0] ?? Infinity) < within.basis) return true;
      const last = lines.at(-1);
      if (!last || lines.length < CHUNK) return false;
      after = [last[0], last[1]];
    }
  }

  /** Holds no statement open while its caller thinks. */
  private *walk(
    wanted: Wanted,
    { basis, mayFind }: Within,
    { from, newestFirst = false }: Walk,
  ): Generator<number> {
    const [leading, ...others] = [...wanted].sort((a, b) => this.rank(a) - this.rank(b));
    if (!leading) throw new RangeError('A search wants something.');
    const [least, most] = newestFirst ? [0, Math.min(from ?? basis, basis - 1)] : [from ?? 0, basis - 1];
    const scope = (line: Line): boolean => mayFind(line[1]);
    for (const block of this.blocks(leading, blockOf(least), blockOf(most), newestFirst)) {
      let records = this.recordsIn(leading, block, scope);
      for (const other of others) {
        if (records.length === 0) break;
        const also = new Set(this.recordsIn(other, block, scope));
        records = records.filter((record) => also.has(record));
      }
      const some = records.filter((record) => record >= least && record <= most);
      yield* newestFirst ? some.reverse() : some;
    }
  }

  /** The blocks that have any record with one of the terms. */
  private *blocks(terms: readonly Term[], least: number, most: number, down: boolean): Generator<number> {
    const one = `SELECT DISTINCT block FROM ${this.postings}
      WHERE field = ? AND value = ? AND block BETWEEN ? AND ?`;
    const statement = this.statement(
      `${terms.map(() => one).join(' UNION ')} ORDER BY block ${down ? 'DESC' : 'ASC'} LIMIT ${CHUNK}`,
    );
    for (let [low, high] = [least, most]; low <= high;) {
      const given = terms.flatMap(([field, value]) => [this.numberOf(field), value, low, high]);
      const found = statement.all(given) as [number][];
      for (const [block] of found) yield block;
      const last = found.at(-1)?.[0];
      if (last === undefined || found.length < CHUNK) return;
      if (down) high = last - 1;
      else low = last + 1;
    }
  }

  private recordsIn(terms: readonly Term[], block: number, scope: (line: Line) => boolean): number[] {
    const statement = this.statement(
      `SELECT block, scope, places FROM ${this.postings} WHERE field = ? AND value = ? AND block = ?`,
    );
    const records = new Set<number>();
    for (const [field, value] of terms)
      for (const line of (statement.all([this.numberOf(field), value, block]) as Line[]).filter(scope))
        for (const record of recordsOf(block, line[2])) records.add(record);
    return [...records].sort((a, b) => a - b);
  }

  private rank([first]: readonly Term[]): number {
    return first ? this.index.fields.indexOf(first[0]) : 0;
  }

  private numberOf(field: string): number {
    const number = this.index.fields.indexOf(field);
    if (number < 0) throw new RangeError(`${this.index.name} cannot be searched by "${field}".`);
    return number;
  }

  private statement(sql: string): Database.Statement {
    let statement = this.statements.get(sql);
    if (!statement) this.statements.set(sql, (statement = this.prepare(sql)));
    return statement;
  }
}
