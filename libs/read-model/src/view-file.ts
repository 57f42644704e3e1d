import Database from 'libsql';
import { dayNumber } from './day';
import { IndexReader } from './index-reader';
import type { RecordIndex, Walk, Wanted, Within } from './record-index';
import { Rows, type Filter, type Keyed, type Page } from './rows';
import { INSIDE_ONLY, OUTSIDE_ONLY, tablesOf, type Tables } from './tables';
import type { Audience, Position, View } from './view';

/** The most rows asked of the database at once. */
const CHUNK = 5_000;

type Statement = Database.Statement;
type Values = readonly (string | number)[];
interface Condition {
  readonly column: number;
  readonly values: Values;
}

/** The view has no rows yet: no projector has opened this file with this version of it. */
export class ViewNotReady extends Error {
  constructor(readonly view: string) {
    super(`The view ${view} is being built.`);
  }
}

/**
 * Opens `views.db` for reading. What a reader got for a position, it gets again, whatever is written
 * meanwhile.
 */
export function openRows(file: string): Rows {
  return new ViewFile(file);
}

class ViewFile extends Rows {
  private readonly db: Database.Database;
  private readonly points = new Map<View, Statement>();
  private readonly lists = new Map<string, Statement>();
  private readonly indexes = new Map<RecordIndex, IndexReader>();
  private positions: Statement | undefined;

  constructor(file: string) {
    super();
    this.db = new Database(file);
    this.db.exec('PRAGMA busy_timeout = 5000; PRAGMA query_only = ON; PRAGMA cache_size = -65536;');
  }

  at<Row extends object>(
    view: View<Row>,
    key: string,
    { asOf, basis }: Position,
    audience: Audience,
  ): Row | undefined {
    let statement = this.points.get(view);
    if (!statement) this.points.set(view, (statement = this.prepare(view, pointSql(tablesOf(view)))));
    const found = statement.get([key, dayNumber(asOf), basis, notFor(audience)]) as
      [string | null] | undefined;
    return found?.[0] ? (JSON.parse(found[0]) as Row) : undefined;
  }

  list<Row extends object>(
    view: View<Row>,
    filter: Filter,
    { asOf, basis }: Position,
    audience: Audience,
    { after = '', limit = Infinity }: Page = {},
  ): { rows: Keyed<Row>[]; next?: string } {
    const conditions = conditionsOf(view, filter);
    const statement = this.listing(view, conditions);
    const given = conditions.flatMap(({ values }) => values);
    const fixed = [dayNumber(asOf), basis, notFor(audience)];
    const rows: Keyed<Row>[] = [];
    let from = after;
    for (;;) {
      const chunk = Math.min(limit - rows.length + 1, CHUNK);
      const found = statement.all([...fixed, from, chunk, ...given]) as [string, string][];
      for (const [key, text] of found) {
        const row = JSON.parse(text) as Row;
        if (conditions.length > 0 && !passes(view, row, conditions)) continue;
        if (rows.length === limit) return { rows, next: rows.at(-1)?.key ?? after };
        rows.push({ key, row });
      }
      if (found.length < chunk) return { rows };
      from = found.at(-1)![0];
    }
  }

  find(index: RecordIndex, wanted: Wanted, within: Within, walk?: Walk): number[] {
    return this.index(index).find(wanted, within, walk);
  }

  count(index: RecordIndex, wanted: Wanted, within: Within): number {
    return this.index(index).count(wanted, within);
  }

  values(index: RecordIndex, field: string, within: Within, limit: number): string[] {
    return this.index(index).values(field, within, limit);
  }

  position(view: View | RecordIndex): number {
    this.positions ??= this.prepare(view, 'SELECT position FROM views WHERE name = ? AND version = ?');
    return (this.positions.get([view.name, view.version]) as [number] | undefined)?.[0] ?? 0;
  }

  close(): void {
    this.points.clear();
    this.lists.clear();
    this.indexes.clear();
    this.db.close();
  }

  private index(index: RecordIndex): IndexReader {
    let reader = this.indexes.get(index);
    if (!reader)
      this.indexes.set(index, (reader = new IndexReader(index, (sql) => this.prepare(index, sql))));
    return reader;
  }

  private listing(view: View, conditions: readonly Condition[]): Statement {
    const shape = `${view.name}/${view.version}/${conditions.map(({ column, values }) => `${column}:${values.length}`).join()}`;
    let statement = this.lists.get(shape);
    if (!statement)
      this.lists.set(shape, (statement = this.prepare(view, listSql(tablesOf(view), conditions))));
    return statement;
  }

  private prepare(view: { readonly name: string }, sql: string): Statement {
    try {
      return this.db.prepare(sql).raw(true);
    } catch (error) {
      if (error instanceof Error && error.message.includes('no such table'))
        throw new ViewNotReady(view.name);
      throw error;
    }
  }
}

function notFor(audience: Audience): number {
  return audience === 'inside' ? OUTSIDE_ONLY : INSIDE_ONLY;
}

function pointSql({ keys, versions }: Tables): string {
  return `SELECT row FROM ${versions} WHERE k = (SELECT k FROM ${keys} WHERE key = ?1 AND audience <> ?4)
    AND valid_from <= ?2 AND basis_from < ?3 ORDER BY valid_from DESC, basis_from DESC LIMIT 1`;
}

/**
 * ?1 day, ?2 basis, ?3 the audience whose lineages are left out, ?4 the key to go on from, ?5 how many; then
 * the filter's values. The inner limit keeps the row's look-up from being done twice.
 */
function listSql({ keys, versions, values }: Tables, conditions: readonly Condition[]): string {
  const row = `(SELECT row FROM ${versions} WHERE k = n.k AND valid_from <= ?1 AND basis_from < ?2
    ORDER BY valid_from DESC, basis_from DESC LIMIT 1)`;
  let parameter = 6;
  const held = conditions.map(({ column, values: { length } }) => {
    const marks = Array.from({ length }, () => `?${parameter++}`).join(', ');
    return length === 1
      ? `field = ${column} AND value = ${marks}`
      : `field = ${column} AND value IN (${marks})`;
  });
  const [first, ...rest] = held;
  // One value wanted: its keys stand in order, and are read no further than the page. Several: a key may
  // stand twice.
  const wanted =
    conditions[0]?.values.length === 1
      ? `${values} e CROSS JOIN ${keys} n ON n.k = e.k AND e.${first}`
      : `(SELECT DISTINCT key, k FROM ${values} WHERE ${first} AND key > ?4) e CROSS JOIN ${keys} n ON n.k = e.k`;
  const from = first ? wanted : `${keys} n`;
  const also = rest.map(
    (one) => `AND EXISTS (SELECT 1 FROM ${values} WHERE ${one} AND key = n.key AND k = n.k)`,
  );
  const order = first ? 'e.key' : 'n.key';
  return `SELECT key, row FROM (
      SELECT n.key AS key, ${row} AS row FROM ${from}
      WHERE ${order} > ?4 AND n.audience <> ?3 ${also.join(' ')} ORDER BY ${order} LIMIT -1
    ) WHERE row IS NOT NULL LIMIT ?5`;
}

function conditionsOf(view: View, filter: Filter): Condition[] {
  return Object.entries(filter).map(([name, wanted]) => {
    const column = view.columns.indexOf(name);
    if (column < 0) throw new RangeError(`${view.name} cannot be filtered by "${name}".`);
    return { column, values: (Array.isArray(wanted) ? wanted : [wanted]) as Values };
  });
}

function passes<Row extends object>(view: View<Row>, row: Row, conditions: readonly Condition[]): boolean {
  const values = view.values(row);
  return conditions.every(({ column, values: wanted }) => {
    const value = values[view.columns[column] ?? ''];
    return value !== null && value !== undefined && wanted.includes(value);
  });
}
