import type { Entry } from '@daybook/ledger';
import type Database from 'libsql';
import type { Consumption, ViewStatus } from './view';
import type { CannotFold } from './view-writer';

/** A view, or an index of records. */
type StoredView = { readonly name: string; readonly version: number };

/**
 * How far one view has come, kept beside its rows. `advance` must run in the transaction that writes the
 * rows.
 */
export class Progress {
  position = 0;
  stopped: ViewStatus['stopped'];
  private records = new Map<string, Consumption>();
  private readonly readPosition;
  private readonly readCounts;
  private readonly writePosition;
  private readonly writeCount;

  /** A view that had stopped is given another chance. */
  constructor(
    private readonly view: StoredView,
    db: Database.Database,
  ) {
    this.readPosition = db.prepare('SELECT position FROM views WHERE name = ?').raw(true);
    this.readCounts = db
      .prepare('SELECT type, in_ledger, consumed FROM consumption WHERE view = ?')
      .raw(true);
    this.writePosition = db.prepare(
      'UPDATE views SET position = ?, stopped_at = ?, stopped_why = ? WHERE name = ?',
    );
    this.writeCount = db.prepare(
      'INSERT OR REPLACE INTO consumption (view, type, in_ledger, consumed) VALUES (?, ?, ?, ?)',
    );
    this.reload();
  }

  static stored(db: Database.Database): StoredView[] {
    const rows = db.prepare('SELECT name, version FROM views').raw(true).all([]) as [string, number][];
    return rows.map(([name, version]) => ({ name, version }));
  }

  static start(db: Database.Database, { name, version }: StoredView): void {
    db.prepare('INSERT INTO views (name, version, position) VALUES (?, ?, 0)').run([name, version]);
  }

  static remove(db: Database.Database, name: string): void {
    db.prepare('DELETE FROM views WHERE name = ?').run([name]);
    db.prepare('DELETE FROM consumption WHERE view = ?').run([name]);
  }

  /** Forgets what was not committed. */
  reload(): void {
    const { name } = this.view;
    this.position = (this.readPosition.get([name]) as [number])[0];
    const counts = this.readCounts.all([name]) as [string, number, number][];
    this.records = new Map(counts.map(([type, inLedger, consumed]) => [type, { inLedger, consumed }]));
    this.stopped = undefined;
  }

  /** The view took these records, of which it consumed so many of each type, and then may have stopped. */
  advance(
    taken: readonly Entry[],
    consumed: ReadonlyMap<string, number>,
    failure: CannotFold | undefined,
  ): void {
    const { name } = this.view;
    const passed = new Map<string, number>();
    for (const { record } of taken) passed.set(record.type, (passed.get(record.type) ?? 0) + 1);
    for (const [type, more] of passed) {
      const before = this.records.get(type);
      const now = {
        inLedger: (before?.inLedger ?? 0) + more,
        consumed: (before?.consumed ?? 0) + (consumed.get(type) ?? 0),
      };
      this.records.set(type, now);
      this.writeCount.run([name, type, now.inLedger, now.consumed]);
    }
    this.position += taken.length;
    this.stopped = failure && { index: failure.index, reason: failure.message };
    this.writePosition.run([this.position, failure?.index ?? null, failure?.message ?? null, name]);
  }

  status(): ViewStatus {
    const { position, stopped, records } = this;
    const { name: view, version } = this.view;
    return { view, version, position, ...(stopped && { stopped }), records: Object.fromEntries(records) };
  }
}
