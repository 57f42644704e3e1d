import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Harness, type As } from '../testing/harness';
import { line, paper, recordSample, returnOf } from '../testing/sample';
import { STREAM_LIMITS } from './event-stream';

interface Message {
  readonly id: string;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

let harness: Harness;
let address: string;
const connected: Listening[] = [];
beforeEach(async () => {
  harness = await Harness.start({ streams: { ...STREAM_LIMITS, perClient: 3, overall: 4, silenceMs: 20 } });
  await recordSample(harness);
  await harness.app.listen(0, '127.0.0.1');
  address = `http://127.0.0.1:${(harness.app.getHttpServer().address() as AddressInfo).port}/api/v1/events/stream`;
});
afterEach(async () => {
  for (const one of connected.splice(0)) one.hangUp();
  await harness.close();
});

/** One stream as a client hears it. Every promise is settled by what the server sends. */
class Listening {
  readonly messages: Message[] = [];
  readonly comments: string[] = [];
  readonly ended: Promise<unknown>;
  private heard = (): void => undefined;
  private rest = '';

  constructor(
    readonly response: IncomingMessage,
    readonly hangUp: () => void,
  ) {
    this.ended = new Promise((resolve) => response.once('close', resolve));
    response.setEncoding('utf8');
    response.on('error', () => undefined);
    response.on('data', (text: string) => {
      const parts = (this.rest + text).split('\n\n');
      this.rest = parts.pop() ?? '';
      for (const part of parts) this.take(part);
      this.heard();
    });
  }

  async until(enough: () => boolean): Promise<void> {
    while (!enough()) await new Promise<void>((resolve) => (this.heard = resolve));
  }

  async first(count: number): Promise<string[]> {
    await this.until(() => this.messages.length >= count);
    return this.messages.slice(0, count).map(({ id }) => id);
  }

  private take(part: string): void {
    if (part.startsWith(':')) return void this.comments.push(part);
    const fields = Object.fromEntries(
      part.split('\n').map((row) => [row.slice(0, row.indexOf(':')), row.slice(row.indexOf(':') + 2)]),
    ) as Record<'id' | 'event' | 'data', string>;
    this.messages.push({ ...fields, data: JSON.parse(fields.data) as Record<string, unknown> });
  }
}

async function listen(
  query = '',
  as: As = 'public',
  headers: Record<string, string> = {},
): Promise<Listening> {
  const token = as === 'force' ? await harness.token('force', 'kent-police') : undefined;
  const asked = request(`${address}${query}`, {
    headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
    agent: false,
  });
  asked.on('error', () => undefined);
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const listening = new Listening(response, () => asked.destroy());
  connected.push(listening);
  return listening;
}

const more = (period: string, access?: string) =>
  harness.record('submit-return', { ...returnOf({ ...line, period }), ...(access && { access }) });

it('tells what is there from an index on, then what comes, as /events tells it', async () => {
  const stream = await listen('?from=2');
  expect(stream.response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  expect(stream.response.headers['cache-control']).toBe('no-store');
  expect(await stream.first(2)).toEqual(['2', '3']);
  expect(stream.comments[0]).toMatch(/^: records/);
  await more('2022-08');
  expect(await stream.first(4)).toEqual(['2', '3', '4', '5']);
  const { items } = (await harness.get('/events')).json;
  expect(stream.messages.map(({ data }) => data)).toEqual(items?.slice(2));
  expect(new Set(stream.messages.map(({ event }) => event))).toEqual(new Set(['record']));
});

it('without an index tells only what comes, and breaks a silence with comments alone', async () => {
  const stream = await listen();
  await stream.until(() => stream.comments.length >= 3);
  expect(stream.messages).toEqual([]);
  await more('2022-08');
  expect(await stream.first(2)).toEqual(['4', '5']);
});

it('goes on after the record that the client names last, whatever "from" says', async () => {
  const first = await listen('?from=0');
  await first.first(4);
  first.hangUp();
  await more('2022-08');
  const again = await listen('?from=0', 'public', { 'last-event-id': '3' });
  expect(await again.first(2)).toEqual(['4', '5']);
});

it('waits for a record that does not exist yet', async () => {
  const stream = await listen('?from=5');
  await more('2022-08');
  expect(await stream.first(1)).toEqual(['5']);
});

it('tells each record once to many who come at any time while others write', async () => {
  const streams = [await listen('?from=0')];
  const writing = (async () => {
    for (let month = 1; month <= 9; month += 1) await more(`2021-0${month}`);
  })();
  streams.push(await listen('?from=0'));
  await writing;
  streams.push(await listen('?from=0'));
  const all = Array.from({ length: await harness.daybook.store.size() }, (_, n) => String(n));
  for (const stream of streams) expect(await stream.first(all.length)).toEqual(all);
});

it('shows a restricted record closed to outsiders, who find none by a filter', async () => {
  const [outside, inside, filtered] = [
    await listen('?from=4'),
    await listen('?from=4', 'force'),
    await listen('?from=4&type=figures.figure-reported'),
  ];
  await more('2022-08', 'restricted');
  await more('2022-06');
  await outside.first(4);
  expect(Object.keys(outside.messages[1]?.data ?? {})).toEqual(['index', 'hash', 'restricted']);
  expect(outside.messages[0]?.data.restricted).toBe(true);
  await inside.first(4);
  expect(inside.messages[1]?.data).toMatchObject({ restricted: false, record: { access: 'restricted' } });
  expect(await filtered.first(1)).toEqual(['7']);
});

it.each([
  [`?about=paper:${paper.id}`, ['0', '2', '3']],
  [`?paper=${paper.id}&type=figures.figure-reported`, ['3']],
  ['?role=force&stream=figures-kent', ['1', '2', '3']],
])('takes the filters of /events: %s', async (filter, ids) => {
  const stream = await listen(`${filter}&from=0`);
  expect(await stream.first(ids.length)).toEqual(ids);
});

it.each([
  ['?from=x', 400, 'request.bad-index'],
  ['?from=-1', 400, 'request.bad-index'],
  ['?since=1', 400, 'request.unknown-parameter'],
])('%s is %i %s', async (query, status, code) => {
  expect((await harness.get(`/events/stream${query}`)).json).toMatchObject({ status, code });
});

it('refuses more streams than one client, or the server, can have, until one ends', async () => {
  const own = [await listen(), await listen(), await listen()];
  expect((await harness.get('/events/stream')).json).toMatchObject({
    status: 429,
    code: 'request.too-many-streams',
    retryable: true,
  });
  await listen('', 'force');
  expect((await harness.get('/events/stream', 'office')).json).toMatchObject({
    status: 503,
    code: 'server.streams-full',
    retryable: true,
  });
  own[0]?.hangUp();
  await own[0]?.ended;
  // The server hears of it a moment later; until then it may still refuse.
  for (let status = 503; status !== 200;) {
    const again = await listen('?from=0');
    status = again.response.statusCode ?? 0;
  }
});

it('ends cleanly when the server closes, and so does not hold it up', async () => {
  const stream = await listen('?from=0');
  await stream.first(4);
  const before = process.hrtime.bigint();
  await harness.restart();
  await stream.ended;
  expect(stream.response.complete).toBe(true);
  expect(Number(process.hrtime.bigint() - before) / 1e9).toBeLessThan(4);
});

it('ends after its longest time, and the client goes on where it was', async () => {
  await harness.close();
  harness = await Harness.start({ streams: { ...STREAM_LIMITS, longestMs: 50 } });
  await recordSample(harness);
  await harness.app.listen(0, '127.0.0.1');
  address = `http://127.0.0.1:${(harness.app.getHttpServer().address() as AddressInfo).port}/api/v1/events/stream`;
  const stream = await listen('?from=0');
  await stream.ended;
  expect(stream.response.complete).toBe(true);
  const again = await listen('', 'public', { 'last-event-id': stream.messages.at(-1)?.id ?? '' });
  await more('2022-08');
  expect(await again.first(1)).toEqual([String(stream.messages.length)]);
});

it('is cut some time after its end where its client reads nothing, and only then makes room', async () => {
  const limits = { ...STREAM_LIMITS, perClient: 1, longestMs: 1, graceMs: 1 };
  const deaf = await Harness.start({ streams: limits });
  try {
    await recordSample(deaf);
    const place = 'x'.repeat(300);
    const days = Array.from({ length: 900 }, (_, day) => new Date(Date.UTC(2019, 0, 1 + day)).toISOString());
    for (const part of ['a', 'b', 'c', 'd', 'e'])
      await deaf.record('submit-return', {
        ...returnOf(
          ...days.map((day) => ({
            ...line,
            period: day.slice(0, 10),
            place: `${part}${place}`.slice(0, 300),
          })),
        ),
      });
    await deaf.app.listen(0, '127.0.0.1');
    const server = deaf.app.getHttpServer();
    const open = (): Promise<number> =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      );
    const { port } = server.address() as AddressInfo;
    const asked = request(`http://127.0.0.1:${port}/api/v1/events/stream?from=0`, { agent: false });
    asked.on('error', () => undefined);
    asked.end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    response.on('error', () => undefined);
    response.pause();
    while ((await open()) > 0) await new Promise((resolve) => setImmediate(resolve));
    const again = await deaf.request('GET', '/api/v1/events?limit=1');
    expect(again.status).toBe(200);
    asked.destroy();
  } finally {
    await deaf.close();
  }
});
