import {
  type AllStreamResolvedEvent,
  ANY,
  type AppendExpectedRevision,
  EventStoreDBClient,
  jsonEvent,
  MaxAppendSizeExceededError,
  NO_STREAM,
  type Position,
  STREAM_EXISTS,
  StreamDeletedError,
  StreamNotFoundError,
  UnknownError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { KurrentDouble } from './double';
import { all } from './double/following';

/** The two ways in which the client sends an append: with credentials it uses the plain call. */
const ways = [
  { way: 'BatchAppend', sent: {} },
  { way: 'Append', sent: { credentials: { username: 'admin', password: 'changeit' } } },
];

const event = (data: Record<string, string | number> = { n: 1 }, id: string = randomUUID()) =>
  jsonEvent({ type: 'made', data, id });
const events = (count: number) => Array.from({ length: count }, (_, n) => event({ n }));

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

describe.each(ways)('a double, checked against what was observed of a real server, by $way', ({ sent }) => {
  const append = (
    given: ReturnType<typeof event> | ReturnType<typeof event>[],
    expectedRevision: AppendExpectedRevision = ANY,
  ) => client.appendToStream('p-1', given, { expectedRevision, ...sent });
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('answers a wrong revision with both revisions, the stream and no message', async () => {
    await append(events(3));
    const error = await refusal(append(event(), 1n));
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect(error).toMatchObject({
      type: 'wrong-expected-version',
      expectedVersion: 1n,
      actualVersion: 2n,
      streamName: 'p-1',
      message: '',
    });
  });

  it('lets one of eight appends that race on one revision through', async () => {
    await append(event());
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => append(event(), 0n)));
    const lost = answers.filter((answer) => answer.status === 'rejected');
    expect(lost.map(({ reason }) => reason as unknown)).toEqual(
      Array.from({ length: 7 }, () => expect.any(WrongExpectedVersionError) as unknown),
    );
    expect(double.log.size).toBe(2);
  });

  it('answers the same ids at the same revision with the first answer, and writes nothing', async () => {
    const pair = events(2);
    const first = await append(pair, NO_STREAM);
    await append(event(), 1n);
    expect(await append(pair, NO_STREAM)).toEqual(first);
    expect(double.log.size).toBe(3);
  });

  it('compares ids only: different data under the same id succeeds silently', async () => {
    const id = randomUUID();
    const first = await append(event({ n: 1 }, id), NO_STREAM);
    expect(await append(event({ n: 2 }, id), NO_STREAM)).toEqual(first);
    const [only] = await all(client.readStream('p-1'));
    expect(only?.event?.data).toEqual({ n: 1 });
  });

  it('answers a prefix of an earlier write with the revision of that prefix', async () => {
    const three = events(3);
    await append(three, NO_STREAM);
    expect(await append(three.slice(0, 2), NO_STREAM)).toMatchObject({
      success: true,
      nextExpectedRevision: 1n,
    });
    expect(double.log.size).toBe(3);
  });

  it.each([ANY, NO_STREAM] as const)('refuses earlier ids and a new one at %s', async (expected) => {
    const two = events(2);
    await append(two, NO_STREAM);
    expect(await refusal(append([...two, event()], expected))).toBeInstanceOf(WrongExpectedVersionError);
    expect(double.log.size).toBe(2);
  });

  it('writes the same ids with ANY once', async () => {
    const two = events(2);
    const first = await append(two);
    expect(await append(two)).toEqual(first);
    expect(double.log.size).toBe(2);
  });

  it('writes the same ids at the current revision again', async () => {
    const two = events(2);
    await append(two, NO_STREAM);
    expect(await append(two, 1n)).toMatchObject({ success: true, nextExpectedRevision: 3n });
    expect(double.log.size).toBe(4);
  });

  it('knows no missing stream', async () => {
    await expect(all(client.readStream('p-1'))).rejects.toBeInstanceOf(StreamNotFoundError);
    expect(await refusal(append(event(), STREAM_EXISTS))).toMatchObject({ actualVersion: 'no_stream' });
  });

  it('reports an empty append with NO_STREAM as revision 0, and writes nothing', async () => {
    expect(await append([], NO_STREAM)).toMatchObject({ success: true, nextExpectedRevision: 0n });
    expect(double.log.size).toBe(0);
    await expect(all(client.readStream('p-1'))).rejects.toBeInstanceOf(StreamNotFoundError);
  });

  it('refuses 1.2 MB by name, and takes an append of the largest size', async () => {
    const error = await refusal(append(event({ text: 'x'.repeat(1_200_000) })));
    expect(error).toBeInstanceOf(MaxAppendSizeExceededError);
    expect(error).toMatchObject({ maxAppendSize: 1_048_576 });
    const largest = event({ text: 'x'.repeat(1_048_576 - '{"text":""}'.length) });
    expect(await append(largest)).toMatchObject({ success: true });
  });

  it('counts the parts of an append that is sent in several', async () => {
    const parts = Array.from({ length: 20 }, () => event({ text: 'x'.repeat(50_000) }));
    const options = { batchAppendSize: 100_000, ...sent };
    expect(await client.appendToStream('p-1', parts, options)).toMatchObject({ nextExpectedRevision: 19n });
    const more = [...parts, ...parts].map(({ data }) => event(data));
    const error = await refusal(client.appendToStream('p-1', more, options));
    expect(error).toBeInstanceOf(MaxAppendSizeExceededError);
    expect(double.log.size).toBe(20);
    expect(await append(event())).toMatchObject({ nextExpectedRevision: 20n });
  });

  it('hides a soft-deleted stream, and goes on numbering after it', async () => {
    await append(events(2));
    await client.deleteStream('p-1');
    await expect(all(client.readStream('p-1'))).rejects.toBeInstanceOf(StreamNotFoundError);
    expect(await append(event(), NO_STREAM)).toMatchObject({ nextExpectedRevision: 2n });
    const found = await all(client.readStream('p-1'));
    expect(found.map((e) => e.event?.revision)).toEqual([2n]);
  });

  it('ends a stream with a tombstone for writers and readers', async () => {
    await append(event());
    await client.tombstoneStream('p-1');
    expect(await refusal(append(event()))).toBeInstanceOf(StreamDeletedError);
    await expect(all(client.readStream('p-1'))).rejects.toBeInstanceOf(StreamDeletedError);
  });

  it('travels as the call it is said to', async () => {
    await append(event());
    expect(double.calls).toMatchObject('credentials' in sent ? { append: 1 } : { batchAppend: 1 });
  });
});

describe('a double, checked against what was observed of a real server: settings', () => {
  it('leaves throwOnAppendFailure to the connection, not to the call', async () => {
    const quiet = EventStoreDBClient.connectionString(
      `${double.connectionString}&throwOnAppendFailure=false`,
    );
    const credentials = { username: 'admin', password: 'changeit' };
    await quiet.appendToStream('p-1', events(3), { credentials });
    const answer = await quiet.appendToStream('p-1', event(), { expectedRevision: 0n, credentials });
    expect(answer).toMatchObject({ success: false, nextExpectedRevision: 2n });
    await quiet.dispose();
  });

  it('counts metadata and types where it plays a server from 24.x on', async () => {
    const strict = await KurrentDouble.start({ countsMetadata: true, maxAppendSize: 100 });
    const other = EventStoreDBClient.connectionString(strict.connectionString);
    const sized = (pad: number) =>
      jsonEvent({ type: 'made', data: {}, metadata: { pad: 'x'.repeat(pad - '{"pad":""}'.length) } });
    await other.appendToStream('p-1', sized(100 - 2 - 8));
    await expect(other.appendToStream('p-1', sized(100 - 2 - 7))).rejects.toBeInstanceOf(
      MaxAppendSizeExceededError,
    );
    await other.dispose();
    await strict.close();
  });

  it('uses Append alone where the server does not speak of BatchAppend', async () => {
    const older = await KurrentDouble.start({ batchAppend: false });
    const other = EventStoreDBClient.connectionString(older.connectionString);
    await other.appendToStream('p-1', event());
    expect(older.calls).toEqual({ serverFeatures: 1, append: 1 });
    await other.dispose();
    await older.close();
  });

  it('is found by discovery as the leader at its own address', async () => {
    const hosts = `127.0.0.1:${double.port},127.0.0.1:${double.port}`;
    const found = EventStoreDBClient.connectionString(`esdb://${hosts}?tls=false`);
    await found.appendToStream('p-1', event());
    expect(double.calls.gossip).toBe(1);
    await found.dispose();
  });
});

describe.each(['equal', 'commits'] as const)(
  'a double, checked against what was observed of a real server: positions, %s',
  (positions) => {
    const positionOf = (found: AllStreamResolvedEvent | undefined): Position => found!.event!.position;

    beforeEach(async () => {
      await double.close();
      double = await KurrentDouble.start({ positions });
      client = EventStoreDBClient.connectionString(double.connectionString);
      for (let i = 0; i < 5; i += 1) await client.appendToStream(`p-${i}`, events(1 + (i % 3)));
    });

    it('rise strictly, with gaps', async () => {
      const found = (await all(client.readAll())).map(positionOf);
      expect(found).toHaveLength(9);
      for (const [i, { commit, prepare }] of found.entries()) {
        const before = found[i - 1];
        if (positions === 'equal') expect(commit).toBe(prepare);
        if (before) expect(prepare > before.prepare + 1n && commit >= before.commit).toBe(true);
      }
    });

    it('are where a read begins, and answer nothing past the end', async () => {
      const found = await all(client.readAll());
      const from = await all(client.readAll({ fromPosition: positionOf(found[4]) }));
      expect(from.map(positionOf)).toEqual(found.slice(4).map(positionOf));
      const { commit, prepare } = positionOf(found.at(-1));
      const past = { commit: commit + 9_000n, prepare: prepare + 9_000n };
      expect(await all(client.readAll({ fromPosition: past }))).toEqual([]);
      const revisions = await all(client.readStream('p-2', { fromRevision: 1n }));
      expect(revisions.map((e) => e.event?.revision)).toEqual([1n, 2n]);
      expect(await all(client.readStream('p-2', { fromRevision: 3n }))).toEqual([]);
    });

    it('page $all without a gap, with one repeat a page', async () => {
      const seen: Position[] = [];
      for (let at: Position | 'start' = 'start'; ;) {
        const page: Position[] = (await all(client.readAll({ fromPosition: at, maxCount: 3 }))).map(
          positionOf,
        );
        seen.push(...(at === 'start' ? page : page.slice(1)));
        if (at !== 'start') expect(page[0]).toEqual(at);
        if (page.length < 3) break;
        at = page.at(-1)!;
      }
      expect(seen).toEqual(double.log.events.map(({ commit, prepare }) => ({ commit, prepare })));
    });

    it('in the middle of a record are an unknown error', async () => {
      const { commit, prepare } = positionOf((await all(client.readAll()))[3]);
      const fromPosition = { commit: commit - 1n, prepare: prepare - 1n };
      await expect(all(client.readAll({ fromPosition }))).rejects.toBeInstanceOf(UnknownError);
    });

    it('are read backwards from the end, and from a position without the event there', async () => {
      const found = (await all(client.readAll())).map(positionOf);
      const last = await all(client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 2 }));
      expect(last.map(positionOf)).toEqual([found[8], found[7]]);
      const before = await all(
        client.readAll({ direction: 'backwards', fromPosition: found[4]!, maxCount: 2 }),
      );
      expect(before.map(positionOf)).toEqual([found[3], found[2]]);
      const stream = await all(client.readStream('p-2', { direction: 'backwards', fromRevision: 1n }));
      expect(stream.map((e) => e.event?.revision)).toEqual([1n, 0n]);
    });
  },
);
