import { appendTo } from '@daybook/ledger/testing';
import Database from 'libsql';
import { KurrentDouble, type NewEvent } from './double';
import { Mirrors, eventsOf, untilSize, untilState } from './mirrors';
import { describeOnServers, freshPrefix } from './servers';

const mirrors = Mirrors.forEach();

/** All that a mirror's file says of the ledger, byte for byte. */
function contents(mirror: string): unknown {
  const db = new Database(mirrors.file(mirror));
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
    const writer = mirrors.open(connection(), 'writer.db', prefix);
    const restarted = mirrors.open(connection(), 'restarted.db', prefix);
    const write = async (w: number): Promise<void> => {
      for (let of = 1, after = -1; of <= 5; after += of, of += 1)
        await appendTo(writer, `writer-${w}`, after, { of });
    };
    const writers = Array.from({ length: 20 }, (_, w) => write(w));
    await untilSize(restarted, 100);
    await restarted.close();
    const again = mirrors.open(connection(), 'restarted.db', prefix);
    await Promise.all(writers);
    const late = mirrors.open(connection(), 'late.db', prefix);
    await Promise.all([again, late].map((store) => untilSize(store, 300)));
    await mirrors.closeAll();
    const expected = contents('writer.db');
    expect(contents('restarted.db')).toEqual(expected);
    expect(contents('late.db')).toEqual(expected);
  });

  it('of which one is of another prefix know nothing of each other', async () => {
    const [mine, theirs] = [freshPrefix(), freshPrefix()];
    const store = mirrors.open(connection(), 'mine.db', mine);
    await appendTo(mirrors.open(connection(), 'theirs.db', theirs), 'a-1', -1);
    expect(await appendTo(store, 'a-1', -1)).toMatchObject({ firstIndex: 0, size: 1 });
    await store.close();
    expect(() => mirrors.open(connection(), 'mine.db', theirs)).toThrow(`mirrors the streams "${mine}-..."`);
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
  it('goes on after every kind of drop, without a gap or a repeat', async () => {
    const store = mirrors.open(double.connectionString, 'mirror.db');
    for (let i = 0; i < 30; i += 1) {
      if (i % 3 === 0) double.disconnect();
      if (i % 7 === 0) double.fail('subscribe', { dropAfter: 2 }, 2);
      if (i === 20) await double.restart();
      await appendTo(store, 'a-1', i * 2 - 1, { of: 2 });
    }
    const late = mirrors.open(double.connectionString, 'late.db');
    await untilSize(late, 60);
    expect((await late.readAll(0, 100)).map(({ record }) => record.revision)).toEqual(
      Array.from({ length: 60 }, (_, i) => i),
    );
    expect(await late.readAll(0, 100)).toEqual(await store.readAll(0, 100));
  });

  it('does not show the half of a commit, nor go on from inside one', async () => {
    const store = mirrors.open(double.connectionString, 'mirror.db');
    await appendTo(store, 'a-1', -1);
    const [one, two] = eventsOf('b-1', -1, 2);
    place('spec-b-1', 'no_stream', one!);
    double.writeSystemEvent('$stats-1', '$stats');
    const other = mirrors.open(double.connectionString, 'other.db');
    await untilSize(other, 1);
    expect([await store.size(), await other.size()]).toEqual([1, 1]);
    await other.close();
    place('spec-b-1', 0n, two!);
    const again = mirrors.open(double.connectionString, 'other.db');
    await Promise.all([store, again].map((each) => untilSize(each, 3)));
    expect((await again.readAll(1, 5)).map(({ record }) => record.commit.n)).toEqual([1, 2]);
  });

  it('is level in a cluster that others write much more, also when it was opened again', async () => {
    const store = mirrors.open(double.connectionString, 'mirror.db');
    await appendTo(store, 'a-1', -1);
    for (let i = 0; i < 2_600; i += 1) double.writeSystemEvent(`other-${i % 7}`, 'theirs');
    await store.close();
    const again = mirrors.open(double.connectionString, 'mirror.db');
    await untilState(again, 'current');
    expect(await appendTo(again, 'a-1', 0)).toMatchObject({ firstIndex: 1 });
  });

  it('misses nothing where what others wrote was scavenged meanwhile, also on servers that skip then', async () => {
    const store = mirrors.open(double.connectionString, 'mirror.db');
    await appendTo(store, 'a-1', -1);
    for (let i = 0; i < 600; i += 1) double.writeSystemEvent('other-1', 'theirs');
    await untilState(store, 'current');
    await store.close();
    double.log.tombstone('other-1');
    double.log.scavenge();
    place('spec-b-1', 'no_stream', ...eventsOf('b-1', -1, 1));
    const again = mirrors.open(double.connectionString, 'mirror.db');
    await untilSize(again, 2);
    expect(await appendTo(again, 'b-1', 0)).toMatchObject({ firstIndex: 2 });
  });

  it('does not take a sick server, or a deposed leader, for tampering', async () => {
    const store = mirrors.open(double.connectionString, 'mirror.db');
    await appendTo(store, 'a-1', -1);
    await untilState(store, 'current');
    double.fail('read', 'unknown', 4);
    double.disconnect();
    await untilState(store, 'unreachable');
    await untilState(store, 'current');
    expect(await appendTo(store, 'a-1', 0)).toMatchObject({ firstIndex: 1 });
  });

  it('takes a change of who may read a stream for what it is', async () => {
    const store = mirrors.open(double.connectionString, 'mirror.db');
    await appendTo(store, 'a-1', -1);
    double.log.setMetadata('spec-a-1', { $acl: { $r: ['$all'] } });
    expect(await appendTo(store, 'a-1', 0)).toMatchObject({ size: 2 });
    expect(store.health().state).toBe('current');
  });

  it('is catching up until it is level, also on a server that does not say so', async () => {
    for (let i = 0; i < 50; i += 1) place(`spec-a-${i}`, 'no_stream', ...eventsOf(`a-${i}`, -1, 40));
    const older = await KurrentDouble.start({ log: double.log, caughtUpMessages: false });
    double.fail('subscribe', { dropAfter: 500 });
    for (const [i, server] of [double, older].entries()) {
      const store = mirrors.open(server.connectionString, `level-${i}.db`);
      expect(store.health()).toEqual({ kind: 'kurrentdb', state: 'catching-up' });
      await untilState(store, 'current');
      expect(await store.size()).toBe(2_000);
      await store.close();
    }
    await older.close();
  });

  it('says that the cluster cannot be reached, answers from what it has, and comes back', async () => {
    const store = mirrors.open(double.connectionString, 'mirror.db');
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
