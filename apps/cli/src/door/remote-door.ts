import { Refusal, RefusalError, type Done, type Problem as FieldProblem } from '@daybook/ledger';
import type {
  EventFilter,
  EventItem,
  EventsAsked,
  Many,
  Neighbours,
  One,
  StatusAnswer,
} from '@daybook/runtime';
import { ServerSilent } from './server-silent';
import { followStream } from './event-stream';
import type { BasisRequest, Door, ListAnswer, OneAnswer, Question } from './door';

const PATIENCE_MS = 60_000;

export { ServerSilent };

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly retryable: boolean;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}
type Parameters = Readonly<Record<string, string | number | undefined>>;
type Sent = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
type Page<T> = ListAnswer<T> & { readonly next: string | null };

/** The server that has the data directory, through its API. */
export class RemoteDoor implements Door {
  constructor(
    private readonly address: string,
    private readonly token: string | undefined,
  ) {}

  async command(name: string, id: string, body: unknown): Promise<Done> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': id };
    try {
      const sent = { method: 'POST', headers, body: JSON.stringify(body) };
      return (await this.fetch(`commands/${encodeURIComponent(name)}`, sent)).body as Done;
    } catch (error) {
      if (!(error instanceof ServerSilent)) throw error;
      const advice = `Send the same again with --id ${id}: nothing is recorded twice.`;
      throw new ServerSilent(`${error.message} Whether the command was carried out is not known. ${advice}`);
    }
  }

  bare<T>({ path, parameters }: Question<T>): Promise<T> {
    return this.get(path, parameters);
  }

  async check<T>(name: string, body: unknown): Promise<T> {
    const headers = { 'content-type': 'application/json' };
    const sent = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await this.fetch(`checks/${encodeURIComponent(name)}`, sent)).body as T;
  }

  one<T>({ path, parameters }: Question<One<T>>): Promise<OneAnswer<T>> {
    return this.get(path, parameters);
  }

  many<T>({ path, parameters }: Question<Many<T>>): Promise<ListAnswer<T>> {
    return this.all(path, parameters);
  }

  async events(at: BasisRequest, { from, effectiveOn, newestFirst, ...filter }: EventsAsked) {
    const wanted = {
      ...at,
      ...filter,
      date: effectiveOn,
      order: newestFirst ? 'newest' : undefined,
      after: from === undefined ? undefined : cursorAt(from),
    };
    const { basis, items, next } = await this.get<Page<EventItem>>('events', wanted);
    return { basis, items, next: next === null ? null : placeOf(next) };
  }

  event(at: BasisRequest, index: number): Promise<{ basis: number; item: EventItem }> {
    return this.get(`events/${index}`, { ...at });
  }

  async neighbours(at: BasisRequest, index: number): Promise<Neighbours> {
    return (await this.get<{ item: Neighbours }>(`events/${index}/neighbours`, { ...at })).item;
  }

  async *follow(
    { effectiveOn, ...filter }: EventFilter,
    from: number | undefined,
    signal: AbortSignal,
  ): AsyncIterable<EventItem> {
    // Named in any case, so that a stream which is cut before its first record goes on where it began.
    const first = from ?? (await this.status()).size;
    const path = withParameters('events/stream', { ...filter, date: effectiveOn, from: first });
    const headers: Record<string, string> = this.token ? { authorization: `Bearer ${this.token}` } : {};
    const refused = async (answer: Response): Promise<Error> =>
      failed(await answer.json().catch(() => null), this.address);
    yield* followStream(new URL(path, `${this.address}/api/v1/`), headers, signal, refused);
  }

  status(): Promise<StatusAnswer> {
    return this.get('status', {});
  }

  async close(): Promise<void> {
    // Nothing is held: each question is a request of its own.
  }

  private async get<T>(path: string, parameters: Parameters): Promise<T> {
    return (await this.fetch(withParameters(path, parameters))).body as T;
  }

  /** Every page of a list, all at the position of the first, as the server links them. */
  private async all<T>(path: string, parameters: Parameters): Promise<ListAnswer<T>> {
    let { body, next } = await this.fetch(withParameters(path, parameters));
    const { asOf, basis, from, items } = body as Page<T>;
    const found = [...items];
    while (next) {
      ({ body, next } = await this.fetch(next));
      found.push(...(body as Page<T>).items);
    }
    return { asOf, basis, ...(from && { from }), items: found };
  }

  private async fetch(path: string, init: Sent = {}): Promise<{ body: unknown; next?: string }> {
    const headers: Record<string, string> = { accept: 'application/json', ...init.headers };
    if (this.token) headers.authorization = `Bearer ${this.token}`;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    let answer: Response;
    let body: unknown;
    try {
      answer = await fetch(new URL(path, `${this.address}/api/v1/`), {
        ...init,
        headers,
        signal,
        redirect: 'error',
      });
      body = await answer.json();
    } catch {
      throw new ServerSilent(`The server at ${this.address} does not answer as it should.`);
    }
    if (!answer.ok) throw failed(body, this.address);
    const next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    return { body, next };
  }
}

/** The refusal that problem details (RFC 9457) tell of. */
function failed(body: unknown, address: string): Error {
  const { type: _type, title: _title, status: _status, ...told } = (body ?? {}) as Partial<Problem>;
  const { code, detail, retryable = false, errors = [], ...more } = told;
  if (typeof code !== 'string' || typeof detail !== 'string')
    return new ServerSilent(`What answers at ${address} is no Daybook.`);
  return new RefusalError(new Refusal(code, detail, retryable, errors.map(problemOf), more));
}

/** What an error says besides its place, code and sentence is for programs. */
function problemOf({ pointer, code, detail, ...more }: Problem['errors'][number]): FieldProblem {
  const told = Object.keys(more).length > 0 ? { detail: more } : {};
  return { field: pointer, code, message: detail, ...told };
}

function withParameters(path: string, parameters: Parameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) query.set(name, String(value));
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

/** For records, the API's cursor is the place in the ledger where the page begins. */
function cursorAt(index: number): string {
  return Buffer.from(String(index), 'utf8').toString('base64url');
}

function placeOf(cursor: string): number {
  return Number(Buffer.from(cursor, 'base64url').toString('utf8'));
}
