import { appendTo, commit } from '@daybook/ledger/testing';
import { KurrentDouble, type NewEvent } from './double';
import { Mirrors, eventsOf, untilState } from './mirrors';

const mirrors = Mirrors.forEach();

describe('a mirror stops', () => {
  let double: KurrentDouble;
  beforeEach(async () => {
    double = await KurrentDouble.start();
  });
  afterEach(() => double.close());

  const place = (stream: string, expected: bigint | 'no_stream', ...events: NewEvent[]): unknown =>
    double.log.append(stream, expected, events);
  const tampering: [how: string, tamper: () => void, says: RegExp][] = [
    [
      'was truncated',
      () => double.log.setMetadata('spec-a-1', { $tb: 2 }),
      /a-1 was truncated or limited.*\$tb/,
    ],
    ['was given a greatest count', () => double.log.setMetadata('spec-a-1', { $maxCount: 1 }), /\$maxCount/],
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
    const store = mirrors.open(double.connectionString, 'mirror.db');
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
      const again = mirrors.open(double.connectionString, mirror);
      await untilState(again, 'stopped');
      expect(again.health().reason).toMatch(says);
      expect(await again.size()).toBe(3);
    }
  });

  it('where a record is missing', async () => {
    const store = mirrors.open(double.connectionString, 'mirror.db');
    for (let i = 0; i < 3; i += 1) await appendTo(store, 'a-1', i - 1);
    double.log.remove('spec-a-1', 1n);
    const late = mirrors.open(double.connectionString, 'late.db');
    await untilState(late, 'stopped');
    expect(late.health().reason).toMatch(/Revision 1 of a-1 is missing: 2 comes next/);
    expect(await late.size()).toBe(1);
  });

  it('where two commits were written through each other', async () => {
    const store = mirrors.open(double.connectionString, 'mirror.db');
    double.log.interleave([
      { stream: 'spec-a-1', events: eventsOf('a-1', -1, 2) },
      { stream: 'spec-b-1', events: eventsOf('b-1', -1, 2) },
    ]);
    await untilState(store, 'stopped');
    expect(store.health().reason).toMatch(/A commit of a-1 is interrupted by record 1 of 2 of b-1/);
    expect(await store.size()).toBe(0);
  });

  it('where the last record it read was altered meanwhile, or the cluster is another one', async () => {
    const store = mirrors.open(double.connectionString, 'mirror.db');
    await appendTo(store, 'a-1', -1, { of: 2 });
    await store.close();
    double.log.rewrite('spec-a-1', 1n, Buffer.from('{"other":1}'));
    const again = mirrors.open(double.connectionString, 'mirror.db');
    await untilState(again, 'stopped');
    expect(again.health().reason).toMatch(/Record 1 does not stand in the cluster where it was read/);

    const other = await KurrentDouble.start();
    const elsewhere = mirrors.open(other.connectionString, 'mirror.db');
    await untilState(elsewhere, 'stopped');
    await elsewhere.close();
    await other.close();
  });

  it('where a stream came to hold less than it did', async () => {
    const store = mirrors.open(double.connectionString, 'mirror.db');
    await appendTo(store, 'a-1', -1, { of: 2 });
    double.log.remove('spec-a-1', 1n);
    await expect(store.readStream('a-1', 0, 5)).rejects.toMatchObject({
      refusal: { code: 'ledger.store-stopped' },
    });
    expect(store.health().reason).toMatch(/holds a-1 up to revision 0 only/);
  });
});
