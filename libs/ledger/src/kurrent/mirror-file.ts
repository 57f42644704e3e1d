import { LogFile } from '../store/log-file';
import type { Position } from './cluster-event';
import type { Commit } from './commit-reader';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS mirror (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    prefix TEXT NOT NULL,
    position TEXT,
    last_record TEXT
  );
`;

/** How far a mirror is: all before `position` was read; the last record it holds stands at `lastRecord`. */
export interface Progress {
  readonly position?: Position;
  readonly lastRecord?: Position;
}

/**
 * A node's own copy of the log in a cluster: the schema of `events.db`, and how far it is in the cluster,
 * which is written in the same transaction as the records. It can be made again from the cluster, so a
 * power cut may take its last commits: they are read again.
 */
export class MirrorFile extends LogFile {
  private readonly setProgress;
  private known: Progress;

  /** Throws where the file mirrors streams of another prefix. */
  constructor(file: string, prefix: string) {
    super(file, 'NORMAL');
    this.db.exec(SCHEMA);
    const row = this.db.prepare('SELECT prefix, position, last_record FROM mirror').raw(true).get([]);
    const [of, position, lastRecord] = (row ?? [prefix, null, null]) as [string, ...(string | null)[]];
    if (of !== prefix)
      throw new Error(`${file} mirrors the streams "${of}-...", not "${prefix}-...". Use another folder.`);
    if (!row) this.db.prepare('INSERT INTO mirror (one, prefix) VALUES (1, ?)').run([prefix]);
    this.setProgress = this.db.prepare('UPDATE mirror SET position = ?, last_record = ?');
    this.known = { position: readPosition(position), lastRecord: readPosition(lastRecord) };
  }

  get progress(): Progress {
    return this.known;
  }

  /**
   * Takes commits in and goes on to where they lead, both or neither; then followers hear of it. Returns
   * where each commit begins.
   */
  take(commits: readonly Commit[], progress: Progress): number[] {
    const before = this.length;
    const reached = { ...this.known, ...progress };
    const places: number[] = [];
    this.transaction(() => {
      for (const { stream, records } of commits) places.push(this.add(stream, records));
      this.setProgress.run([writePosition(reached.position), writePosition(reached.lastRecord)]);
    });
    this.known = reached;
    this.announce(before);
    return places;
  }
}

/** Positions are whole numbers of 64 bits, which no number of SQLite's client holds exactly. */
function writePosition(position: Position | undefined): string | null {
  return position ? `${position.commit}/${position.prepare}` : null;
}

function readPosition(text: string | null | undefined): Position | undefined {
  const [commit, prepare] = text?.split('/') ?? [];
  return commit && prepare ? { commit: BigInt(commit), prepare: BigInt(prepare) } : undefined;
}
