import type { EventItem } from '@daybook/runtime';
import { setTimeout } from 'node:timers/promises';
import { ServerSilent } from './server-silent';

/** Before a stream that ended is asked for again. */
const PAUSE_MS = 500;
const LINE_END = /\r\n|\n|\r/;

/**
 * Records as a server sends them (server-sent events), until the signal says so. A stream that ends is asked
 * for again from where it was, so that nothing is missed or told twice. Throws what `refused` makes of a
 * refusal, and ServerSilent where nothing answers.
 */
export async function* followStream(
  address: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  refused: (answer: Response) => Promise<Error>,
): AsyncGenerator<EventItem> {
  for (let last: string | undefined; !signal.aborted;) {
    const again: Record<string, string> = last === undefined ? {} : { 'last-event-id': last };
    const answer = await fetch(address, {
      headers: { ...headers, ...again },
      signal,
      redirect: 'error',
    }).catch(() => undefined);
    if (signal.aborted) return;
    if (!answer?.body)
      throw new ServerSilent(`The server at ${address.origin} does not answer as it should.`);
    if (!answer.ok) throw await refused(answer);
    try {
      for await (const { id, data } of messages(answer.body)) {
        last = id;
        yield JSON.parse(data) as EventItem;
      }
    } catch (error) {
      // Cut off: the next request says whether the server is still there.
      if (error instanceof SyntaxError) throw error;
    }
    await setTimeout(PAUSE_MS, undefined, { signal }).catch(() => undefined);
  }
}

interface Message {
  readonly id: string;
  readonly data: string;
}

/** The messages of a stream; comments are passed by. */
async function* messages(body: ReadableStream<Uint8Array>): AsyncGenerator<Message> {
  const decoder = new TextDecoder();
  let rest = '';
  let fields: Record<string, string> = {};
  for await (const bytes of body as unknown as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split(LINE_END);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^:]*): ?(.*)$/.exec(line) ?? [];
      if (line !== '') fields[name] = value;
      else {
        const { id, data } = fields;
        if (id !== undefined && data !== undefined) yield { id, data };
        fields = {};
      }
    }
  }
}
