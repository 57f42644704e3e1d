import { LogFile } from '../store/log-file';
import type { Position } from './cluster-event';
import type { Commit } from './commit-reader';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS mirror (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    prefix TEXT NOT NULL,
    last_record TEXT
  );
`;

/**
 * A node's own copy of the log in a cluster: the schema of `events.db`, and how far it is in the cluster,
 * which is written in the same transaction as the records. It can be made again from the cluster, so a
 * power cut may take its last commits: they are read again.
 */
export class MirrorFile extends LogFile {
  private readonly setLastRecord;
  private known: Position | undefined;

  /** Throws where the file mirrors streams of another prefix. */
  constructor(file: string, prefix: string) {
    super(file, 'NORMAL');
    this.db.exec(SCHEMA);
    const row = this.db.prepare('SELECT prefix, last_record FROM mirror').raw(true).get([]);
    const [of, lastRecord] = (row ?? [prefix, null]) as [string, string | null];
    if (of !== prefix)
      throw new Error(`${file} mirrors the streams "${of}-...", not "${prefix}-...". Use another folder.`);
    if (!row) this.db.prepare('INSERT INTO mirror (one, prefix) VALUES (1, ?)').run([prefix]);
    this.setLastRecord = this.db.prepare('UPDATE mirror SET last_record = ?');
    this.known = readPosition(lastRecord);
  }

  /** Where in the cluster the last record stands that is here; undefined where there is none. */
  get lastRecord(): Position | undefined {
    return this.known;
  }

  /**
   * Takes commits in, the last of which ends at `lastRecord`, both or neither; then followers hear of it.
   * Returns where each commit begins.
   */
  take(commits: readonly Commit[], lastRecord: Position): number[] {
    const before = this.length;
    const places: number[] = [];
    this.transaction(() => {
      for (const { stream, records } of commits) places.push(this.add(stream, records));
      this.setLastRecord.run([`${lastRecord.commit}/${lastRecord.prepare}`]);
    });
    this.known = lastRecord;
    this.announce(before);
    return places;
  }
}

/** Positions are whole numbers of 64 bits, which no number of SQLite's client holds exactly. */
function readPosition(text: string | null | undefined): Position | undefined {
  const [commit, prepare] = text?.split('/') ?? [];
  return commit && prepare ? { commit: BigInt(commit), prepare: BigInt(prepare) } : undefined;
}
