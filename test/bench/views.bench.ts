import { EmbeddedStore, type Actor, type Entry } from '@daybook/ledger';
import { Projector, catchUpViews, openRows, type Position, type View } from '@daybook/read-model';
import Database from 'libsql';
import { join } from 'node:path';
import { microseconds, rate, type Row } from './measure';
import { commitOf, factOf } from './records';

interface LatestRow {
  readonly area: string;
  readonly key: string;
  readonly value: string;
  readonly entries: number;
  readonly id: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly by: Actor;
}

/** One key a figure, 43 forces: what a slice's view does at its simplest. */
const latestView: View<LatestRow> = {
  name: 'latest',
  version: 1,
  key: ({ about }) => about,
  fold: (row, { record }) => {
    const { key, value } = record.data as { key: string; value: string };
    const { id, effectiveOn, recordedAt, by } = record;
    const entries = (row?.entries ?? 0) + 1;
    return { area: areaOfKey(key), key, value, entries, id, effectiveOn, recordedAt, by };
  },
  columns: ['area'],
  values: ({ area }) => ({ area }),
};

const EVENTS = 50_000;
const KEYS = 10_000;
const FORCES = 43;
const BATCH = 1_000;
/** Every twentieth event is effective before the two that its key got last (they come 250 days apart). */
const LATE = 20;
const START = Date.UTC(2022, 0, 1);
const NOW: Position = { asOf: '2026-01-01', basis: EVENTS };

function areaOfKey(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

function keyOf(n: number): string {
  const key = n % KEYS;
  return `force-${String(key % FORCES).padStart(2, '0')}/measure-${key}`;
}

function dayOf(n: number): string {
  const day = n % LATE === LATE - 1 ? Math.floor(n / 40) - 600 : Math.floor(n / 40);
  return new Date(START + Math.max(0, day) * 86_400_000).toISOString().slice(0, 10);
}

async function ledger(folder: string): Promise<EmbeddedStore> {
  const store = new EmbeddedStore(join(folder, 'events.db'));
  for (let n = 0; n < EVENTS; n += 100) {
    const facts = Array.from({ length: 100 }, (_, i) => factOf(keyOf((n + i) * 7), dayOf(n + i), n + i));
    await store.append('s1', n - 1, commitOf('s1', n, n, facts));
  }
  return store;
}

type Copy = {
  readonly create: readonly string[];
  readonly fill: readonly { sql: string; rows: unknown[][] }[];
};

/** The tables that a projector made, with their rows in the order in which they lie. */
async function finalRows(folder: string): Promise<Copy> {
  const store = await ledger(folder);
  const file = join(folder, 'made.db');
  await catchUpViews(store, file, [latestView], undefined, { durability: 'scratch' });
  await store.close();
  const db = new Database(file);
  const schema = db
    .prepare(
      "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name LIKE 'latest%' ORDER BY type DESC",
    )
    .raw(true)
    .all([]) as [string, string][];
  const tables = schema.filter(([, sql]) => sql.startsWith('CREATE TABLE'));
  const fill = tables.map(([name]) => {
    const rows = db.prepare(`SELECT * FROM "${name}"`).raw(true).all([]) as unknown[][];
    return { sql: `INSERT INTO "${name}" VALUES (${rows[0]?.map(() => '?').join(', ') ?? '?'})`, rows };
  });
  db.close();
  return { create: schema.map(([, sql]) => sql), fill };
}

/** Inserts the final rows, spread evenly over as many transactions as the projector has batches. */
function insertRows(file: string, { create, fill }: Copy, pragmas: string): () => void {
  const db = new Database(file);
  db.exec(pragmas);
  for (const sql of create) db.exec(sql);
  const inserts = fill.map(({ sql, rows }) => ({ insert: db.prepare(sql), rows }));
  const batches = EVENTS / BATCH;
  return () => {
    for (let batch = 0; batch < batches; batch += 1) {
      db.exec('BEGIN IMMEDIATE');
      for (const { insert, rows } of inserts) {
        const [from, to] = [batch, batch + 1].map((b) => Math.floor((rows.length * b) / batches));
        for (const row of rows.slice(from, to)) insert.run(row);
      }
      db.exec('COMMIT');
    }
    db.close();
  };
}

const SAFE =
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -65536;';
const SCRATCH = 'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;';

function projectRow(name: string, durability: 'safe' | 'scratch'): Row {
  return {
    name,
    kind: 'rate',
    unit: 'events/s',
    target: 0.6,
    async limit(folder) {
      const copy = await finalRows(folder);
      return rate(EVENTS, insertRows(join(folder, 'bare.db'), copy, durability === 'safe' ? SAFE : SCRATCH));
    },
    async daybook(folder) {
      const store = await ledger(folder);
      const projector = new Projector(store, join(folder, 'views.db'), [latestView], {
        durability,
      });
      const batches: Entry[][] = [];
      for (let from = 0; from < EVENTS; from += BATCH) batches.push(await store.readAll(from, BATCH));
      const result = await rate(EVENTS, async () => {
        for (const batch of batches) await projector.apply(batch);
      });
      const [status] = projector.status();
      projector.close();
      await store.close();
      if (status?.position !== EVENTS) throw new Error(`The view came to ${status?.position ?? 'nothing'}.`);
      return result;
    },
  };
}

type Ask = {
  readonly name: string;
  readonly most: number;
  readonly times: number;
  readonly rows: number;
  readonly where: string;
};

const ASKS: readonly Ask[] = [
  { name: 'as-of, page of 100', most: 500, times: 400, rows: 100, where: '' },
  { name: 'as-of, one force of 43', most: 1_500, times: 200, rows: KEYS / FORCES, where: 'force-07' },
  { name: 'as-of, all of 10,000', most: 30_000, times: 10, rows: KEYS, where: '' },
];
const VERSION = `SELECT row FROM "latest.1.versions" WHERE k = n.k AND valid_from <= ? AND basis_from < ?
  ORDER BY valid_from DESC, basis_from DESC LIMIT 1`;

async function views(folder: string): Promise<string> {
  const store = await ledger(folder);
  const file = join(folder, 'views.db');
  await catchUpViews(store, file, [latestView]);
  await store.close();
  return file;
}

/** The position in the middle of the record, so that no answer is the newest version. */
const PAST: Position = { asOf: '2024-01-01', basis: Math.floor(EVENTS * 0.8) };

function dayNumber(date: string): number {
  return Date.parse(date) / 86_400_000;
}

const pointRow: Row = {
  name: 'as-of, point',
  kind: 'time',
  unit: 'us',
  target: 0.8,
  most: 10,
  async limit(folder) {
    const db = new Database(await views(folder));
    const version = VERSION.replace(
      'k = n.k',
      'k = (SELECT k FROM "latest.1.keys" WHERE key = ? AND audience <> 2)',
    );
    const statement = db.prepare(version).raw(true);
    const { asOf, basis } = PAST;
    const result = await microseconds(20_000, () => {
      for (let n = 0; n < 20_000; n += 1) {
        const found = statement.get([`figure:${keyOf(n)}`, dayNumber(asOf), basis]) as [string] | undefined;
        if (found?.[0]) JSON.parse(found[0]);
      }
    });
    db.close();
    return result;
  },
  async daybook(folder) {
    const rows = openRows(await views(folder));
    const result = await microseconds(20_000, () => {
      for (let n = 0; n < 20_000; n += 1) rows.at(latestView, `figure:${keyOf(n)}`, PAST, 'inside');
    });
    rows.close();
    return result;
  },
};

function askRow({ name, most, times, rows: expected, where }: Ask): Row {
  const limited = name.includes('page') ? 'LIMIT 100' : '';
  return {
    name,
    kind: 'time',
    unit: 'us',
    target: 0.8,
    most,
    async limit(folder) {
      const db = new Database(await views(folder));
      const from = where
        ? `"latest.1.values" e CROSS JOIN "latest.1.keys" n ON n.k = e.k WHERE e.field = 0 AND e.value = '${where}' ORDER BY e.key`
        : '"latest.1.keys" n ORDER BY n.key';
      const statement = db.prepare(`SELECT n.key, (${VERSION}) AS row FROM ${from} ${limited}`).raw(true);
      const given = [dayNumber(NOW.asOf), NOW.basis];
      const result = await microseconds(times, () => {
        for (let n = 0; n < times; n += 1)
          for (const [, row] of statement.all(given) as [string, string][]) JSON.parse(row);
      });
      db.close();
      return result;
    },
    async daybook(folder) {
      const rows = openRows(await views(folder));
      const page = limited ? { limit: 100 } : {};
      let seen = 0;
      const result = await microseconds(times, () => {
        for (let n = 0; n < times; n += 1)
          seen = rows.list(latestView, where ? { area: where } : {}, NOW, 'inside', page).rows.length;
      });
      rows.close();
      if (Math.abs(seen - expected) > 1) throw new Error(`${name} found ${seen} rows, not ${expected}.`);
      return result;
    },
  };
}

export const viewRows: readonly Row[] = [
  projectRow('projector, 5 % late', 'safe'),
  projectRow('rebuild into a fresh file', 'scratch'),
  pointRow,
  ...ASKS.map(askRow),
];
