import type Database from 'libsql';

/** Rows a statement takes at once: more gained nothing. */
const AT_ONCE = 10;

type Cell = string | number | null;

/** Inserts rows into one table, several to a statement. What was put is in the table after `flush`. */
export class Inserter {
  private readonly many;
  private readonly one;
  private readonly width: number;
  private pending: Cell[] = [];

  /** `insert`: the statement up to VALUES; `conflict`: what follows the values. */
  constructor(db: Database.Database, insert: string, columns: readonly string[], conflict = '') {
    this.width = columns.length;
    const row = `(${columns.map(() => '?').join(', ')})`;
    const sql = (rows: number): string =>
      `${insert} (${columns.join(', ')}) VALUES ${Array(rows).fill(row).join(', ')} ${conflict}`;
    this.many = db.prepare(sql(AT_ONCE));
    this.one = db.prepare(sql(1));
  }

  put(...row: Cell[]): void {
    this.pending.push(...row);
    if (this.pending.length < AT_ONCE * this.width) return;
    this.many.run(this.pending);
    this.pending = [];
  }

  flush(): void {
    for (let i = 0; i < this.pending.length; i += this.width)
      this.one.run(this.pending.slice(i, i + this.width));
    this.pending = [];
  }

  /** Lets go of what was put and not inserted. */
  forget(): void {
    this.pending = [];
  }
}
