import { Refusal, RefusalError } from '@daybook/ledger';
import type { EventItem, Readings } from '@daybook/runtime';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { placeIn } from './queries/api-query';
import { eventFilters, filterOf } from './queries/ledger.queries';
import { readParameters } from './parameters';

export interface StreamLimits {
  /** Streams open at once for one token, or for one address without a token: a whole office may be behind it. */
  readonly perClient: number;
  readonly overall: number;
  /** After so long a silence a comment is sent, so that nothing between takes the connection for dead. */
  readonly silenceMs: number;
  /** A stream is ended after so long: its client comes again where it was, and is looked at anew. */
  readonly longestMs: number;
  /** So long after that its connection is cut, where its client does not read to the end. */
  readonly graceMs: number;
}

export const STREAM_LIMITS: StreamLimits = {
  perClient: 60,
  overall: 500,
  silenceMs: 15_000,
  graceMs: 5_000,
  longestMs: 3_600_000,
};

/** Every stream of events that is open on this server. */
export class EventStreams {
  private readonly open = new Map<AbortController, string>();
  private closing = false;

  constructor(readonly limits: StreamLimits = STREAM_LIMITS) {}

  get size(): number {
    return this.open.size;
  }

  /** A place for one more stream. Throws a RefusalError where there is none. */
  begin(client: string): AbortController {
    if (this.closing || this.open.size >= this.limits.overall)
      throw new RefusalError(
        new Refusal('server.streams-full', 'No more streams can be opened for now. Try again later.', true),
      );
    const own = [...this.open.values()].filter((one) => one === client).length;
    if (own >= this.limits.perClient)
      throw new RefusalError(
        new Refusal(
          'request.too-many-streams',
          `You have ${own} streams open, which is the most. Close one, then try again.`,
          true,
        ),
      );
    const stream = new AbortController();
    this.open.set(stream, client);
    return stream;
  }

  end(stream: AbortController): void {
    this.open.delete(stream);
    stream.abort();
  }

  /** Ends all, and opens no more: before the server waits for requests under way. */
  close(): void {
    this.closing = true;
    for (const stream of [...this.open.keys()]) this.end(stream);
  }
}

/**
 * `GET /v1/events/stream`: records as server-sent events, first those from a place on that are there, then
 * each as it comes. Needs no views. Call inside the scope of the API.
 */
export function streamEvents(fastify: FastifyInstance, readings: Readings, streams: EventStreams): void {
  // A HEAD would hold the connection open and say nothing.
  fastify.route({
    method: 'GET',
    url: '/v1/events/stream',
    exposeHeadRoute: false,
    handler: (request, reply) => stream(request, reply, readings, streams),
  });
}

async function stream(
  request: FastifyRequest,
  reply: FastifyReply,
  readings: Readings,
  streams: EventStreams,
): Promise<FastifyReply> {
  const { from: asked, ...filter } = readParameters(request.query, ['from', ...eventFilters], []);
  const last = request.headers['last-event-id'];
  const named = last
    ? placeIn(String(last), 'Last-Event-ID', 'bad-index') + 1
    : asked && placeIn(asked, 'from', 'bad-index');
  const from = typeof named === 'number' ? named : await readings.records.size();
  const { silenceMs, longestMs, graceMs } = streams.limits;
  const open = streams.begin(request.headers.authorization ?? request.ip);
  let cut: NodeJS.Timeout | undefined;
  // Its place is free once the connection is gone, which a client that reads nothing would put off for ever.
  const longest = setTimeout(() => {
    open.abort();
    cut = setTimeout(() => reply.raw.destroy(), graceMs);
  }, longestMs);
  const events = readings.records.follow(request.person, {
    from,
    filter: filterOf(filter),
    silenceMs,
    signal: open.signal,
  });
  // Pulled by the connection: a client that reads slowly is read for slowly.
  const body = Readable.from(messages(events), { objectMode: false, highWaterMark: 65_536 });
  // The connection's end, not the body's: the body ends only when it is next asked for something.
  reply.raw.once('close', () => {
    clearTimeout(longest);
    clearTimeout(cut);
    streams.end(open);
  });
  return reply
    .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no', vary: 'Authorization' })
    .type('text/event-stream; charset=utf-8')
    .send(body);
}

/** A comment at once, so that the headers go; then a message for each record, a comment for each silence. */
async function* messages(events: AsyncIterable<EventItem | undefined>): AsyncGenerator<string> {
  yield ': records of the ledger, as they come\n\n';
  for await (const item of events) {
    if (item) yield `id: ${item.index}\nevent: record\ndata: ${JSON.stringify(item)}\n\n`;
    else yield ': still here\n\n';
  }
}
