import type Database from 'libsql';
import { OUTSIDE_ONLY, type Tables } from './tables';
import type { Version } from './timeline';

/** The versions of one key for one set of readers. */
export interface Lineage {
  readonly k: number;
  readonly key: string;
  audience: number;
  /** The version of the latest day: a record in order of dates needs no other. */
  head: Version | undefined;
  /** The values last noted in the filter table, by column. */
  readonly values: (string | number | null)[];
}

/** A key: one lineage for all, until a record about it is restricted; from then on one for each side. */
export interface Lineages {
  inside: Lineage;
  outside?: Lineage;
}

/** What of a lineage a late record may change. */
export interface History {
  /** What stands on each day from the given one on, and before them what stood on the given day, in order. */
  readonly standing: Version[];
  /**
   * Indexes of the records that made these versions: every record of the key effective after the given day,
   * and some effective before it, which changed a later day. Those of one day are in ascending order.
   */
  readonly makers: readonly number[];
}

type VersionRow = [day: number, from: number, text: string | null];
type HeadRow = [
  key: string,
  k: number,
  audience: number,
  day: number | null,
  from: number,
  text: string | null,
];

function toVersion([day, from, text]: VersionRow): Version {
  return { day, from, text };
}

/** Reads a view's keys and versions for the one who writes them. */
export class LineageReader {
  private readonly heads;
  private readonly since;
  private readonly everything;
  private readonly lastKey;

  constructor(db: Database.Database, { keys, versions }: Tables) {
    this.heads = db
      .prepare(
        `SELECT n.key, n.k, n.audience, v.valid_from, v.basis_from, v.row
         FROM json_each(?) wanted CROSS JOIN ${keys} n ON n.key = wanted.value
         LEFT JOIN ${versions} v ON v.rowid =
           (SELECT rowid FROM ${versions} WHERE k = n.k ORDER BY valid_from DESC, basis_from DESC LIMIT 1)`,
      )
      .raw(true);
    // The text of what no longer stands is left where it is: a key with many late records has far more of
    // that.
    this.since = db
      .prepare(
        `SELECT valid_from, basis_from, CASE WHEN basis_from =
             (SELECT max(basis_from) FROM ${versions} WHERE k = v.k AND valid_from = v.valid_from)
             THEN row END
         FROM ${versions} v WHERE k = ?1 AND valid_from >=
           coalesce((SELECT max(valid_from) FROM ${versions} WHERE k = ?1 AND valid_from <= ?2), ?2)
         ORDER BY valid_from, basis_from`,
      )
      .raw(true);
    this.everything = db
      .prepare(
        `SELECT valid_from, basis_from, row FROM ${versions} WHERE k = ? ORDER BY valid_from, basis_from`,
      )
      .raw(true);
    this.lastKey = db.prepare(`SELECT max(k) FROM ${keys}`).raw(true);
  }

  /** The greatest number given to a lineage so far. */
  last(): number {
    return (this.lastKey.get([]) as [number | null])[0] ?? 0;
  }

  /** The lineages of those of the keys that have any. */
  find(keys: readonly string[]): Map<string, Lineages> {
    const sides = new Map<string, { inside?: Lineage; outside?: Lineage }>();
    for (const [key, k, audience, day, from, text] of this.heads.all([JSON.stringify(keys)]) as HeadRow[]) {
      const head = day === null ? undefined : toVersion([day, from, text]);
      const side = audience === OUTSIDE_ONLY ? 'outside' : 'inside';
      sides.set(key, { ...sides.get(key), [side]: { k, key, audience, head, values: [] } });
    }
    return sides as Map<string, Lineages>;
  }

  history(k: number, day: number): History {
    const standing: Version[] = [];
    const makers = new Set<number>();
    for (const row of this.since.all([k, day]) as VersionRow[]) {
      const version = toVersion(row);
      if (standing.at(-1)?.day === version.day) standing.pop();
      standing.push(version);
      if (version.day > day) makers.add(version.from);
    }
    return { standing, makers: [...makers] };
  }

  /** Every version there ever was, by day and then in the order they were made. */
  all(k: number): Version[] {
    return (this.everything.all([k]) as VersionRow[]).map(toVersion);
  }
}
