import type Database from 'libsql';

/**
 * Who reads a key's versions: everyone, or, once a record about it was restricted, either side its own set.
 */
export const EVERYONE = 0;
export const INSIDE_ONLY = 1;
export const OUTSIDE_ONLY = 2;

const VIEW_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** How far each view has come, written in the same transaction as its rows. */
const PROGRESS = `
  CREATE TABLE IF NOT EXISTS views (
    name TEXT PRIMARY KEY, version INTEGER NOT NULL, position INTEGER NOT NULL,
    stopped_at INTEGER, stopped_why TEXT
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS consumption (
    view TEXT NOT NULL, type TEXT NOT NULL, in_ledger INTEGER NOT NULL, consumed INTEGER NOT NULL,
    PRIMARY KEY (view, type)
  ) WITHOUT ROWID;
`;

/**
 * The quoted names of a view's tables, or of an index's, which has `postings` alone. The version is part of
 * them, so no reader ever mixes two.
 */
export interface Tables {
  readonly keys: string;
  readonly versions: string;
  readonly values: string;
  readonly postings: string;
}

export function tablesOf(view: { readonly name: string; readonly version: number }): Tables {
  if (!VIEW_NAME.test(view.name)) throw new RangeError(`"${view.name}" cannot name a view.`);
  const prefix = `${view.name}.${view.version}`;
  const [keys, versions, values, postings] = ['keys', 'versions', 'values', 'postings'].map(
    (table) => `"${prefix}.${table}"`,
  ) as [string, string, string, string];
  return { keys, versions, values, postings };
}

export function createProgress(db: Database.Database): void {
  db.exec(PROGRESS);
}

/**
 * `keys`: a number for each key and set of readers.
 *
 * `versions`: what the row was from day `valid_from` on, by the record at index `basis_from`; `row` is null
 * where the fold ended in no row. At (day, basis) the row is the one with the greatest (valid_from,
 * basis_from) among those with `valid_from <= day` and `basis_from < basis`: a day that has a version has one
 * for every greater basis, so nothing is ever closed or changed. Each record has a version on its own day, so
 * that the records of a key can be told from its versions.
 *
 * `"values"`: which keys ever had a value in a filter column (`field` is its number), in order of key.
 */
export function createTables(db: Database.Database, { keys, versions, values }: Tables): void {
  const index = versions.replace(/"$/, '.by-key"');
  db.exec(`
    CREATE TABLE ${keys} (
      k INTEGER PRIMARY KEY, key TEXT NOT NULL, audience INTEGER NOT NULL, UNIQUE (key, audience)
    );
    CREATE TABLE ${versions} (
      k INTEGER NOT NULL, valid_from INTEGER NOT NULL, basis_from INTEGER NOT NULL, row TEXT
    );
    CREATE UNIQUE INDEX ${index} ON ${versions} (k, valid_from, basis_from);
    CREATE TABLE ${values} (
      field INTEGER NOT NULL, value NOT NULL, key TEXT NOT NULL, k INTEGER NOT NULL,
      PRIMARY KEY (field, value, key, k)
    ) WITHOUT ROWID;
  `);
}

/**
 * `postings`: the records of one block of the ledger that have a value in a field (its number) and are of one
 * circle of readers, as their places in the block, two characters each, ascending. A line is only ever added
 * to, at its end.
 */
export function createIndexTable(db: Database.Database, { postings }: Tables): void {
  db.exec(`
    CREATE TABLE ${postings} (
      field INTEGER NOT NULL, value TEXT NOT NULL, block INTEGER NOT NULL, scope TEXT NOT NULL,
      places TEXT NOT NULL, PRIMARY KEY (field, value, block, scope)
    ) WITHOUT ROWID;
  `);
}

export function dropTables(db: Database.Database, tables: Tables): void {
  for (const table of Object.values(tables)) db.exec(`DROP TABLE IF EXISTS ${table}`);
}
