import { EmbeddedStore, type Prepared, type StoredEntry } from '@daybook/ledger';
import Database from 'libsql';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { rate, type Row } from './measure';
import { commitOf, factOf } from './records';

/**
 * The limit: bare libsql doing the same work, in a loop and nothing else. A table, its stream index and a
 * flush for each transaction; with `lookUp` also what finds a command again, which an append must leave
 * behind.
 */
function bare(
  folder: string,
  lookUp: boolean,
): { db: Database.Database; write: (groups: Prepared[][]) => void } {
  const db = new Database(join(folder, 'bare.db'));
  db.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -65536;
    CREATE TABLE records (
      idx INTEGER PRIMARY KEY, stream INTEGER NOT NULL, revision INTEGER NOT NULL,
      hash BLOB NOT NULL, bytes BLOB NOT NULL, command INTEGER
    );
    CREATE UNIQUE INDEX records_by_stream ON records (stream, revision);
    ${lookUp ? 'CREATE INDEX records_by_command ON records (command) WHERE command IS NOT NULL;' : ''}
  `);
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')];
  const insert = db.prepare('INSERT INTO records VALUES (?, ?, ?, ?, ?, ?)');
  let index = 0;
  const write = (groups: Prepared[][]): void => {
    for (const group of groups) {
      begin.run([]);
      for (const { record, hash, bytes } of group) {
        const first = lookUp && record.commit.n === 1;
        const command = first ? Number.parseInt(record.command.id.slice(-12), 16) : null;
        insert.run([index, Number(record.stream.slice(1)), record.revision, hash, bytes, command]);
        index += 1;
      }
      commit.run([]);
    }
  };
  return { db, write };
}

/** `count` commits of `each` records, spread over `streams` streams in turn. */
export function commits(count: number, each: number, streams: number): Prepared[][] {
  const next = new Map<string, number>();
  return Array.from({ length: count }, (_, n) => {
    const stream = `s${n % streams}`;
    const revision = next.get(stream) ?? 0;
    next.set(stream, revision + each);
    const facts = Array.from({ length: each }, (_u, i) =>
      factOf(`kent/measure-${n % 97}/2022-0${1 + (i % 9)}`, '2022-09-14', n + i),
    );
    return commitOf(stream, revision, n, facts);
  });
}

function grouped(all: readonly Prepared[][], by: number): Prepared[][] {
  return Array.from({ length: Math.ceil(all.length / by) }, (_, i) => all.slice(i * by, (i + 1) * by).flat());
}

async function append(store: EmbeddedStore, commit: readonly Prepared[]): Promise<void> {
  const [first] = commit;
  if (first) await store.append(first.record.stream, first.record.revision - 1, commit);
}

function appendRow(name: string, count: number, each: number, writers: number): Row {
  return {
    name,
    kind: 'rate',
    unit: 'events/s',
    target: 0.8,
    async limit(folder) {
      const groups = grouped(commits(count, each, writers), writers);
      const { db, write } = bare(folder, true);
      const result = await rate(count * each, () => write(groups));
      db.close();
      return result;
    },
    async daybook(folder) {
      const all = commits(count, each, writers);
      const store = new EmbeddedStore(join(folder, 'events.db'));
      const own = Array.from({ length: writers }, (_, w) => all.filter((_c, n) => n % writers === w));
      const result = await rate(count * each, async () => {
        await Promise.all(
          own.map(async (mine) => {
            for (const commit of mine) await append(store, commit);
          }),
        );
      });
      await store.close();
      return result;
    },
  };
}

const REPLAYED = 100_000;

const replayRow: Row = {
  name: 'replay with parse',
  kind: 'rate',
  unit: 'events/s',
  target: 0.8,
  async limit(folder) {
    const { db, write } = bare(folder, false);
    write(grouped(commits(REPLAYED / 100, 100, 1), 1));
    const page = db
      .prepare('SELECT idx, hash, bytes FROM records WHERE idx >= ? ORDER BY idx LIMIT 1000')
      .raw(true);
    let seen = 0;
    const result = await rate(REPLAYED, () => {
      for (let from = 0; from < REPLAYED; from += 1_000)
        for (const [, , bytes] of page.all([from]) as [number, Buffer, Buffer][])
          seen += (
            JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')) as {
              schema: number;
            }
          ).schema;
    });
    db.close();
    if (seen !== REPLAYED) throw new Error(`The limit read ${seen} records.`);
    return result;
  },
  async daybook(folder) {
    const store = new EmbeddedStore(join(folder, 'events.db'));
    for (const commit of commits(REPLAYED / 100, 100, 1)) await append(store, commit);
    let seen = 0;
    const result = await rate(REPLAYED, async () => {
      for (let from = 0; ;) {
        const batch: StoredEntry[] = await store.readAll(from, 1_000);
        for (const { record } of batch) seen += record.schema;
        from += batch.length;
        if (batch.length < 1_000) return;
      }
    });
    await store.close();
    if (seen !== REPLAYED) throw new Error(`Daybook read ${seen} records.`);
    return result;
  },
};

const STORED = 20_000;

/** On disk, with what finds a stream and a command again; one record a commit is the dearest case. */
const bytesRow: Row = {
  name: 'bytes an event',
  kind: 'time',
  unit: 'bytes',
  target: 0.8,
  most: 760,
  limit(folder) {
    const { db, write } = bare(folder, false);
    write(grouped(commits(STORED, 1, 1), 100));
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
    return statSync(join(folder, 'bare.db')).size / STORED;
  },
  async daybook(folder) {
    const store = new EmbeddedStore(join(folder, 'events.db'));
    await Promise.all(commits(STORED, 1, 100).map((commit) => append(store, commit)));
    await store.close();
    return statSync(join(folder, 'events.db')).size / STORED;
  },
};

export const storeRows: readonly Row[] = [
  appendRow('append, one per commit', 6_000, 1, 1),
  appendRow('append, 64 writers', 64 * 400, 1, 64),
  appendRow('append, batch of 100', 500, 100, 1),
  replayRow,
  bytesRow,
];
