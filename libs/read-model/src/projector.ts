import type { Entry } from '@daybook/ledger';
import Database from 'libsql';
import type { LogReader } from './log-reader';
import { Progress } from './progress';
import { Recollection } from './recollection';
import { IndexWriter } from './index-writer';
import type { RecordIndex } from './record-index';
import { createIndexTable, createProgress, createTables, dropTables, tablesOf } from './tables';
import type { View, ViewStatus } from './view';
import { CannotFold, ViewWriter, type Staged } from './view-writer';

const BATCH = 1_000;
/** Rows kept at hand, of all views together; up to twice as many for a moment. */
const HEADS_IN_MEMORY = 40_000;

/** What a projector keeps up: rows folded from records, or an index of the records themselves. */
export type Projected = View | RecordIndex;

export interface ProjectorOptions {
  /**
   * `safe` (default): a batch is on disk, or will be after the next, and a power cut loses whole batches
   * only.
   * `scratch`: a file made from nothing, of no use before it is finished; a power cut spoils it.
   */
  readonly durability?: 'safe' | 'scratch';
}

/**
 * Folds the log into `views.db`: each batch is one transaction for all views, their rows and their progress.
 *
 * A view that is new or has a new version starts from nothing; one that cannot take a record stops before the
 * commit which holds it, while the others go on, and tries again when a projector is next opened. One
 * projector writes a file at a time; its methods must not be called while an earlier call is under way.
 */
export class Projector {
  private readonly db: Database.Database;
  private readonly views: { readonly progress: Progress; readonly writer: ViewWriter | IndexWriter }[];

  constructor(
    private readonly log: LogReader,
    file: string,
    views: readonly Projected[],
    { durability = 'safe' }: ProjectorOptions = {},
  ) {
    this.db = new Database(file);
    this.db.exec('PRAGMA busy_timeout = 5000; PRAGMA cache_size = -65536;');
    this.db.exec(
      durability === 'safe'
        ? 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000;'
        : 'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;',
    );
    createProgress(this.db);
    this.transaction(() => this.prepareTables(views));
    const recollection = new Recollection(log);
    const heads = Math.ceil(HEADS_IN_MEMORY / views.length);
    this.views = views.map((view) => ({
      progress: new Progress(view, this.db),
      writer:
        'terms' in view
          ? new IndexWriter(view, this.db)
          : new ViewWriter(view, this.db, (indexes) => recollection.recall(indexes), heads),
    }));
  }

  /** How far each view has come, in the order the views were given. */
  status(): readonly ViewStatus[] {
    return this.views.map(({ progress }) => progress.status());
  }

  /**
   * Takes whole commits that follow each other in the log. A view takes those from its own position on:
   * delivered again, they change nothing. Throws a RangeError where records before them were never given to
   * any view or where the last commit is not whole, and what the database throws; in either case nothing was
   * written.
   */
  async apply(entries: readonly Entry[]): Promise<void> {
    const [first] = entries;
    if (!first) return;
    const running = this.running();
    if (running.length > 0 && running.every(({ progress }) => progress.position < first.index))
      throw new RangeError(`The records before ${first.index} are missing.`);
    const end = first.index + entries.length;
    const ready = running.filter(({ progress: { position } }) => position >= first.index && position < end);
    if (ready.length > 0 && !endsCommit(entries.at(-1)))
      throw new RangeError(`Record ${end} of the same commit is missing.`);
    try {
      const writes: (() => void)[] = [];
      for (const one of ready)
        writes.push(await this.stage(one, entries.slice(one.progress.position - first.index)));
      this.transaction(() => writes.forEach((write) => write()));
    } catch (error) {
      for (const { writer, progress } of this.views) {
        writer.forget();
        progress.reload();
      }
      throw error;
    }
  }

  /**
   * Reads on until every view that has not stopped is at `size` (default: what the log holds now), whole
   * commits only. Views ahead go first, so that a view being rebuilt does not hold up the others. Between
   * batches it awaits `onProgress` with the least position reached; when that resolves to false, it stops
   * there.
   */
  async catchUp(size?: number, onProgress?: (position: number) => Promise<boolean | void>): Promise<void> {
    const end = size ?? (await this.log.size());
    for (;;) {
      const behind = this.running().filter(({ progress }) => progress.position < end);
      if (behind.length === 0) return;
      const batch = await this.wholeCommits(Math.max(...behind.map(({ progress }) => progress.position)));
      if (batch.length === 0) return;
      await this.apply(batch);
      const least = Math.min(end, ...this.running().map(({ progress }) => progress.position));
      if ((await onProgress?.(least)) === false) return;
    }
  }

  close(): void {
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.db.close();
  }

  private running() {
    return this.views.filter(({ progress }) => !progress.stopped);
  }

  private async wholeCommits(from: number): Promise<readonly Entry[]> {
    let batch = await this.log.readAll(from, BATCH);
    const last = batch.at(-1)?.record.commit;
    if (last && last.n < last.of && last.n === batch.length) batch = await this.log.readAll(from, last.of);
    return batch.slice(0, batch.findLastIndex(endsCommit) + 1);
  }

  /**
   * Computes one view's share of a batch, and returns what writes it. A view that fails is cut short and
   * stopped.
   */
  private async stage({ writer, progress }: (typeof this.views)[number], entries: readonly Entry[]) {
    let taken = entries;
    let failure: CannotFold | undefined;
    let staged: Staged | undefined;
    while (!staged) {
      try {
        staged = await writer.stage(taken);
      } catch (error) {
        if (!(error instanceof CannotFold)) throw error;
        writer.forget();
        failure = error;
        taken = before(taken, failure.index);
      }
    }
    const { consumed, write } = staged;
    return () => {
      write();
      progress.advance(taken, consumed, failure);
    };
  }

  /**
   * Gives each view its tables, empty where its version is new, and removes those of views that are no more.
   */
  private prepareTables(views: readonly Projected[]): void {
    const stored = Progress.stored(this.db);
    for (const old of stored) {
      if (views.some(({ name, version }) => name === old.name && version === old.version)) continue;
      dropTables(this.db, tablesOf(old));
      Progress.remove(this.db, old.name);
    }
    for (const view of views) {
      if (stored.some(({ name, version }) => name === view.name && version === view.version)) continue;
      if ('terms' in view) createIndexTable(this.db, tablesOf(view));
      else createTables(this.db, tablesOf(view));
      Progress.start(this.db, view);
    }
  }

  private transaction(work: () => void): void {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.db.exec('COMMIT');
    } catch (error) {
      if (this.db.inTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }
}

function endsCommit(entry: Entry | undefined): boolean {
  return entry?.record.commit.n === entry?.record.commit.of;
}

/** The records before the commit that holds `index`. */
function before(entries: readonly Entry[], index: number): readonly Entry[] {
  const at = entries.findIndex((entry) => entry.index === index);
  const commit = entries[at]?.record.commit;
  return entries.slice(0, Math.max(0, at - (commit ? commit.n - 1 : 0)));
}
