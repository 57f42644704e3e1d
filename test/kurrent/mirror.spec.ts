import { KurrentStore } from '@daybook/ledger';
import { appendTo, commit } from '@daybook/ledger/testing';
import Database from 'libsql';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { KurrentDouble, type NewEvent } from './double';
import { describeOnServers, freshPrefix } from './servers';

let folder: string;
let stores: KurrentStore[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-kurrent-'));
});
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  stores = [];
  rmSync(folder, { recursive: true });
});

function open(connection: string, mirror: string, prefix = 'spec'): KurrentStore {
  stores.push(new KurrentStore({ connection, prefix, mirrorFile: join(folder, mirror), deadlineMs: 1_000 }));
  return stores.at(-1)!;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await nextTurn();
}
const untilSize = (store: KurrentStore, size: number): Promise<void> =>
  until(async () => (await store.size()) >= size);
const untilState = (store: KurrentStore, state: string): Promise<void> =>
  until(() => store.health().state === state);

/** All that a mirror's file says of the ledger, byte for byte. */
function contents(mirror: string): unknown {
  const db = new Database(join(folder, mirror));
  const rows = ['SELECT * FROM streams ORDER BY id', 'SELECT * FROM records ORDER BY idx'].map((sql) =>
    db
      .prepare(sql)
      .raw(true)
      .all([])
      .map((row) => JSON.stringify(row)),
  );
  db.close();
  return rows;
}

describeOnServers('Two mirrors of one store', (connection) => {
  it('are equal byte for byte, one started late and one restarted in the middle', async () => {
    const prefix = freshPrefix();
    const writer = open(connection(), 'writer.db', prefix);
    const restarted = open(connection(), 'restarted.db', prefix);
    const write = async (w: number): Promise<void> => {
      for (let of = 1, after = -1; of <= 5; after += of, of += 1)
        await appendTo(writer, `writer-${w}`, after, { of });
    };
    const writers = Array.from({ length: 20 }, (_, w) => write(w));
    await untilSize(restarted, 100);
    await restarted.close();
    const again = open(connection(), 'restarted.db', prefix);
    await Promise.all(writers);
    const late = open(connection(), 'late.db', prefix);
    await Promise.all([again, late].map((store) => untilSize(store, 300)));
    await Promise.all(stores.map((store) => store.close()));
    const expected = contents('writer.db');
    expect(contents('restarted.db')).toEqual(expected);
    expect(contents('late.db')).toEqual(expected);
  });

  it('of which one is of another prefix know nothing of each other', async () => {
    const [mine, theirs] = [freshPrefix(), freshPrefix()];
    const store = open(connection(), 'mine.db', mine);
    await appendTo(open(connection(), 'theirs.db', theirs), 'a-1', -1);
    expect(await appendTo(store, 'a-1', -1)).toMatchObject({ firstIndex: 0, size: 1 });
    await store.close();
    expect(() => open(connection(), 'mine.db', theirs)).toThrow(`mirrors the streams "${mine}-..."`);
  });
});

describe('a mirror', () => {
  let double: KurrentDouble;
  beforeEach(async () => {
    double = await KurrentDouble.start();
  });
  afterEach(() => double.close());

  const place = (stream: string, expected: bigint | 'no_stream', ...events: NewEvent[]): unknown =>
    double.log.append(stream, expected, events);
  const eventsOf = (stream: string, after: number, of: number, text = 'x'): NewEvent[] =>
    commit(stream, after, { of, text }).map(({ record, bytes }) => ({
      id: record.id,
      type: record.type,
      data: bytes,
    }));

  it('goes on after every kind of drop, without a gap or a repeat', async () => {
    const store = open(double.connectionString, 'mirror.db');
    for (let i = 0; i < 30; i += 1) {
      if (i % 3 === 0) double.disconnect();
      if (i % 7 === 0) double.fail('subscribe', { dropAfter: 2 }, 2);
      if (i === 20) await double.restart();
      await appendTo(store, 'a-1', i * 2 - 1, { of: 2 });
    }
    const late = open(double.connectionString, 'late.db');
    await untilSize(late, 60);
    expect((await late.readAll(0, 100)).map(({ record }) => record.revision)).toEqual(
      Array.from({ length: 60 }, (_, i) => i),
    );
    expect(await late.readAll(0, 100)).toEqual(await store.readAll(0, 100));
  });

  it('does not show the half of a commit, nor go on from inside one', async () => {
    const store = open(double.connectionString, 'mirror.db');
    await appendTo(store, 'a-1', -1);
    const [one, two] = eventsOf('b-1', -1, 2);
    place('spec-b-1', 'no_stream', one!);
    double.writeSystemEvent('$stats-1', '$stats');
    const other = open(double.connectionString, 'other.db');
    await untilSize(other, 1);
    expect([await store.size(), await other.size()]).toEqual([1, 1]);
    await other.close();
    place('spec-b-1', 0n, two!);
    const again = open(double.connectionString, 'other.db');
    await Promise.all([store, again].map((each) => untilSize(each, 3)));
    expect((await again.readAll(1, 5)).map(({ record }) => record.commit.n)).toEqual([1, 2]);
  });

  it('keeps its place in a cluster that others write, so that they are not read again', async () => {
    const store = open(double.connectionString, 'mirror.db');
    await appendTo(store, 'a-1', -1);
    for (let i = 0; i < 1_200; i += 1) double.writeSystemEvent(`other-${i % 7}`, 'theirs');
    const mirror = (): [string, string] => {
      const db = new Database(join(folder, 'mirror.db'));
      const row = db.prepare('SELECT position, last_record FROM mirror').raw(true).get([]);
      db.close();
      return row as [string, string];
    };
    await until(() => mirror()[0] !== mirror()[1]);
    await appendTo(store, 'a-1', 0);
    expect(await store.size()).toBe(2);
  });

  it('takes a change of who may read a stream for what it is', async () => {
    const store = open(double.connectionString, 'mirror.db');
    await appendTo(store, 'a-1', -1);
    double.log.setMetadata('spec-a-1', { $acl: { $r: ['$all'] } });
    expect(await appendTo(store, 'a-1', 0)).toMatchObject({ size: 2 });
    expect(store.health().state).toBe('current');
  });

  describe('stops', () => {
    const tampering: [how: string, tamper: () => void, says: RegExp][] = [
      [
        'was truncated',
        () => double.log.setMetadata('spec-a-1', { $tb: 2 }),
        /a-1 was truncated or limited.*\$tb/,
      ],
      [
        'was given a greatest count',
        () => double.log.setMetadata('spec-a-1', { $maxCount: 1 }),
        /\$maxCount/,
      ],
      ['was given a greatest age', () => double.log.setMetadata('spec-a-1', { $maxAge: 60 }), /\$maxAge/],
      ['was deleted softly', () => double.log.softDelete('spec-a-1'), /a-1 was truncated or limited/],
      ['was deleted for ever', () => double.log.tombstone('spec-a-1'), /a-1 was deleted/],
      [
        'got an event that is no record',
        () =>
          place('spec-a-1', 2n, {
            id: eventsOf('a-1', 9, 1)[0]!.id,
            type: 'spec.noted',
            data: Buffer.from('{}'),
          }),
        /Revision 3 of a-1 is no record/,
      ],
      [
        'got a record of another place',
        () => place('spec-a-1', 2n, ...eventsOf('a-1', 6, 1)),
        /Revision 3 of a-1 is no record/,
      ],
      [
        'got a half commit, and then another',
        () => {
          place('spec-a-1', 2n, eventsOf('a-1', 2, 2)[0]!);
          place('spec-b-1', 'no_stream', ...eventsOf('b-1', -1, 1));
        },
        /A commit of a-1 is interrupted by record 1 of 1 of b-1/,
      ],
      [
        'got the end of a commit without its beginning',
        () => place('spec-b-1', 'no_stream', ...endOf('b-1')),
        /A commit of b-1 begins with record 2 of 2/,
      ],
    ];
    /** The second record of a commit, made to state the place of a first. */
    const endOf = (stream: string): NewEvent[] => {
      const [, last] = commit(stream, -2, { of: 2 });
      return [{ id: last!.record.id, type: 'spec.noted', data: last!.bytes }];
    };

    it.each(tampering)('where a stream %s, says so, and takes nothing more', async (_how, tamper, says) => {
      const store = open(double.connectionString, 'mirror.db');
      await appendTo(store, 'a-1', -1, { of: 3 });
      tamper();
      await untilState(store, 'stopped');
      expect(store.health().reason).toMatch(says);
      await expect(appendTo(store, 'c-1', -1)).rejects.toMatchObject({
        refusal: { code: 'ledger.store-stopped', retryable: false },
      });
      await expect(store.readStream('a-1', 0, 5)).rejects.toMatchObject({
        refusal: { code: 'ledger.store-stopped' },
      });
      expect(await store.readAll(0, 10)).toHaveLength(3);
      await store.close();

      // Neither a restart nor a new mirror gets past it.
      for (const mirror of ['mirror.db', 'new.db']) {
        const again = open(double.connectionString, mirror);
        await untilState(again, 'stopped');
        expect(again.health().reason).toMatch(says);
        expect(await again.size()).toBe(3);
      }
    });

    it('where a record is missing', async () => {
      const store = open(double.connectionString, 'mirror.db');
      for (let i = 0; i < 3; i += 1) await appendTo(store, 'a-1', i - 1);
      double.log.remove('spec-a-1', 1n);
      const late = open(double.connectionString, 'late.db');
      await untilState(late, 'stopped');
      expect(late.health().reason).toMatch(/Revision 1 of a-1 is missing: 2 comes next/);
      expect(await late.size()).toBe(1);
    });

    it('where two commits were written through each other', async () => {
      const store = open(double.connectionString, 'mirror.db');
      double.log.interleave([
        { stream: 'spec-a-1', events: eventsOf('a-1', -1, 2) },
        { stream: 'spec-b-1', events: eventsOf('b-1', -1, 2) },
      ]);
      await untilState(store, 'stopped');
      expect(store.health().reason).toMatch(/A commit of a-1 is interrupted by record 1 of 2 of b-1/);
      expect(await store.size()).toBe(0);
    });

    it('where the last record it read was altered meanwhile, or the cluster is another one', async () => {
      const store = open(double.connectionString, 'mirror.db');
      await appendTo(store, 'a-1', -1, { of: 2 });
      await store.close();
      double.log.rewrite('spec-a-1', 1n, Buffer.from('{"other":1}'));
      const again = open(double.connectionString, 'mirror.db');
      await untilState(again, 'stopped');
      expect(again.health().reason).toMatch(/Record 1 does not stand in the cluster where it was read/);

      const other = await KurrentDouble.start();
      const elsewhere = open(other.connectionString, 'mirror.db');
      await untilState(elsewhere, 'stopped');
      await elsewhere.close();
      await other.close();
    });

    it('where a stream came to hold less than it did', async () => {
      const store = open(double.connectionString, 'mirror.db');
      await appendTo(store, 'a-1', -1, { of: 2 });
      double.log.remove('spec-a-1', 1n);
      await expect(store.readStream('a-1', 0, 5)).rejects.toMatchObject({
        refusal: { code: 'ledger.store-stopped' },
      });
      expect(store.health().reason).toMatch(/holds a-1 up to revision 0 only/);
    });
  });

  it('is catching up until it is level, also on a server that does not say so', async () => {
    for (let i = 0; i < 50; i += 1) place(`spec-a-${i}`, 'no_stream', ...eventsOf(`a-${i}`, -1, 40));
    const older = await KurrentDouble.start({ log: double.log, caughtUpMessages: false });
    double.fail('subscribe', { dropAfter: 500 });
    for (const connection of [double.connectionString, older.connectionString]) {
      const store = open(connection, `${stores.length}.db`);
      expect(store.health()).toEqual({ kind: 'kurrentdb', state: 'catching-up' });
      await untilState(store, 'current');
      expect(await store.size()).toBe(2_000);
      await store.close();
    }
    await older.close();
  });

  it('says that the cluster cannot be reached, answers from what it has, and comes back', async () => {
    const store = open(double.connectionString, 'mirror.db');
    await appendTo(store, 'a-1', -1);
    await untilState(store, 'current');
    await double.stop();
    await untilState(store, 'unreachable');
    expect(await store.readAll(0, 5)).toHaveLength(1);
    await double.restart();
    await untilState(store, 'current');
    expect(store.health()).toEqual({ kind: 'kurrentdb', state: 'current' });
  });
});
