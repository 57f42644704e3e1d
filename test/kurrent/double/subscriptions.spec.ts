import { EventStoreDBClient, eventTypeFilter, jsonEvent, streamNameFilter } from '@eventstore/db-client';
import { follow, until } from './following';
import { KurrentDouble, LAST_NUMBER } from './index';

const credentials = { username: 'admin', password: 'changeit' };
const made = { type: 'made', data: { text: 'x'.repeat(200) } };

let double: KurrentDouble;
let client: EventStoreDBClient;
beforeEach(async () => {
  double = await KurrentDouble.start();
  client = EventStoreDBClient.connectionString(double.connectionString);
});
afterEach(async () => {
  await client.dispose();
  await double.close();
});

const add = (stream: string, count = 1): void => {
  for (let i = 0; i < count; i += 1) double.log.append(stream, 'any', [made]);
};
const logged = (): string[] => double.log.events.map(({ stream, revision }) => `${stream}@${revision}`);

describe('a double of KurrentDB: subscriptions to $all', () => {
  it('confirm, catch up, say so, and go on live', async () => {
    add('p-1', 3);
    const followed = follow(client);
    await until(followed.live);
    expect(followed.confirmed()).toBe(true);
    expect(followed.seen).toEqual(logged());
    add('q-1', 2);
    await until(() => followed.seen.length === 5);
    expect(followed.seen).toEqual(logged());
  });

  it('begin after a position, not at it, and at the end with what is new', async () => {
    add('p-1', 4);
    const { commit, prepare } = double.log.events[1]!;
    const after = follow(client, { fromPosition: { commit, prepare } });
    const atEnd = follow(client, { fromPosition: 'end' });
    await until(() => after.live() && atEnd.live());
    expect(after.seen).toEqual(['p-1@2', 'p-1@3']);
    add('p-1');
    await until(() => after.seen.length === 3 && atEnd.seen.length === 1);
    expect(atEnd.seen).toEqual(['p-1@4']);
  });

  it('never say that they are live where an older server is played', async () => {
    const older = await KurrentDouble.start({ caughtUpMessages: false, log: double.log });
    const other = EventStoreDBClient.connectionString(older.connectionString);
    add('p-1', 2);
    const followed = follow(other);
    await until(() => followed.seen.length === 2);
    add('p-1');
    await until(() => followed.seen.length === 3);
    expect(followed.live()).toBe(false);
    await other.dispose();
    await older.close();
  });

  it.each([
    ['prefixes of streams', streamNameFilter({ prefixes: ['p-', '$$p-'] }), ['p-1@0', '$$p-1@0']],
    ['a pattern of streams', streamNameFilter({ regex: '^q' }), ['q-1@0']],
    ['prefixes of types', eventTypeFilter({ prefixes: ['$meta'] }), ['$$p-1@0']],
    ['a pattern of types', eventTypeFilter({ regex: '^[^$]' }), ['p-1@0', 'q-1@0']],
  ])('are filtered by %s', async (_, filter, expected) => {
    add('p-1');
    double.writeSystemEvent('$stats-127.0.0.1:2113', '$statsCollected');
    double.log.setMetadata('p-1', { $maxCount: 100 });
    add('q-1');
    const followed = follow(client, { filter });
    await until(followed.live);
    expect(followed.seen).toEqual(expected);
  });

  it('tell checkpoints by what was considered, and one when they go live', async () => {
    add('q-1', 25);
    const filter = streamNameFilter({ prefixes: ['p-'], maxSearchWindow: 5, checkpointInterval: 2 });
    const followed = follow(client, { filter });
    await until(followed.live);
    const at = (i: number) => {
      const { commit, prepare } = double.log.events[i]!;
      return { commit, prepare };
    };
    expect(followed.checkpoints).toEqual([at(9), at(19), at(24)]);
    add('q-1', 5);
    await until(() => followed.checkpoints.length === 4);
    expect(followed.checkpoints.at(-1)).toEqual(at(29));
    const again = follow(client, { filter, fromPosition: at(19) });
    await until(again.live);
    expect(again.checkpoints).toEqual([at(29), at(29)]);
  });

  it('miss and repeat nothing while 64 writers write', async () => {
    add('p-0', 600);
    const writing = Promise.all(
      Array.from({ length: 64 }, async (_, writer) => {
        for (let i = 0; i < 8; i += 1) {
          const events = [jsonEvent(made), jsonEvent(made)];
          await client.appendToStream(`p-${writer}`, events, writer % 2 ? { credentials } : {});
        }
      }),
    );
    const filter = streamNameFilter({ prefixes: ['p-', '$$p-'] });
    const early = follow(client, { filter });
    await until(() => early.seen.length > 200);
    const late = follow(client, { filter });
    await writing;
    const count = 600 + 64 * 8 * 2;
    await until(() => early.seen.length >= count && late.seen.length >= count);
    expect(early.seen).toEqual(logged());
    expect(late.seen).toEqual(logged());
  });

  it('hold nothing for a client that does not read, and end when it leaves', async () => {
    const large = { type: 'made', data: { text: 'x'.repeat(4_000) } };
    for (let i = 0; i < 2_000; i += 1) double.log.append('p-1', 'any', [large]);
    const answered = (): number => double.log.events.filter(({ wire }) => wire).length;
    const slow = client.subscribeToAll();
    let seen = 0;
    await new Promise((resolve) => slow.once('data', resolve));
    slow.pause();
    for (let i = 0; i < 50; i += 1) await client.appendToStream('q-1', jsonEvent(made));
    expect(answered()).toBeLessThan(1_000);
    slow.on('data', () => (seen += 1)).resume();
    await until(() => seen === 2_049);
    await slow.unsubscribe();
    for (let i = 0; i < 50; i += 1) await client.appendToStream('q-1', jsonEvent(made));
    expect([seen, answered()]).toEqual([2_049, 2_050]);
  });

  it('show a soft delete in the metadata stream, and a tombstone in the stream itself', async () => {
    add('p-1');
    add('p-2');
    const followed = follow(client, { filter: streamNameFilter({ prefixes: ['p-', '$$p-'] }) });
    await until(followed.live);
    await client.deleteStream('p-1');
    await client.tombstoneStream('p-2');
    await client.setStreamMetadata('p-3', { truncateBefore: 5 });
    await until(() => followed.seen.length === 5);
    expect(followed.seen).toEqual(['p-1@0', 'p-2@0', '$$p-1@0', `p-2@${LAST_NUMBER}`, '$$p-3@0']);
    const types = double.log.events.map(({ type }) => type);
    expect(types).toEqual(['made', 'made', '$metadata', '$streamDeleted', '$metadata']);
    expect(Buffer.from(double.log.events[2]!.data).toString()).toBe(`{"$tb":${LAST_NUMBER}}`);
  });

  it('keep their place when scavenging takes events away before it', async () => {
    add('p-1', 10);
    const followed = follow(client);
    await until(followed.live);
    double.log.setMetadata('p-1', { $tb: 8 });
    expect(double.log.scavenge()).toBe(8);
    add('p-1', 2);
    await until(() => followed.seen.length === 13);
    expect(followed.seen.slice(10)).toEqual(['$$p-1@0', 'p-1@10', 'p-1@11']);
  });
});
