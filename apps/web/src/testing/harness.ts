import type { Role } from '@daybook/identity';
import type { Receipt } from '@daybook/ledger';
import { openDaybook, type Daybook } from '@daybook/runtime';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type WebConfig } from '../config';
import { createServer } from '../server';
import { ApiContract } from './api-contract';
import type { ProblemDetails } from '../api/problem';

/** Whom a test may ask as. `stranger` is a force of another area. */
export const bodies = {
  force: ['force', 'kent-police'],
  office: ['office', 'kent-pcc'],
  inspector: ['inspector', 'hmicfrs'],
  panel: ['panel', 'kent-panel'],
  stranger: ['force', 'essex-police'],
} as const satisfies Readonly<Record<string, readonly [Role, string]>>;
/** One of those, nobody in particular, or whoever a token given as `{ token }` speaks for. */
export type As = keyof typeof bodies | 'public' | { readonly token: string };

export interface Sent {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  /** The body as JSON; undefined where it is none. */
  readonly json: Answered;
}
/** What a test reads of an answer's body. */
export type Answered = Record<string, unknown> & {
  readonly asOf?: string;
  readonly basis?: number;
  readonly item?: Record<string, unknown>;
  readonly items?: readonly Record<string, unknown>[];
  readonly next?: string | null;
} & Partial<Receipt> &
  Partial<ProblemDetails>;

type RequestOptions = {
  readonly as?: As;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer | object;
};
type CommandOptions = { readonly as?: As; readonly id?: string };

const START = '2024-06-03T09:00:00.000Z';

/**
 * A server on a ledger of its own in a temporary folder, with a clock that stands still until a test moves
 * it.
 */
export class Harness {
  private readonly tokens = new Map<string, Promise<string>>();
  private readonly contract = new ApiContract();

  private constructor(
    readonly folder: string,
    readonly clock: { now(): Date; at: string },
    private readonly settings: Partial<WebConfig>,
    public daybook: Daybook,
    public app: NestFastifyApplication,
  ) {}

  /** `at` is the instant that the clock shows. No rate limit and no logging unless the settings say so. */
  static async start({
    at = START,
    ...settings
  }: Partial<WebConfig> & { readonly at?: string } = {}): Promise<Harness> {
    const folder = await mkdtemp(join(tmpdir(), 'daybook-'));
    const clock = { at, now: () => new Date(clock.at) };
    const quiet: Partial<WebConfig> = {
      logLevel: 'silent',
      commandsPerMinute: 0,
      ...settings,
      dataDirectory: folder,
    };
    const { daybook, app } = await open(quiet, clock);
    return new Harness(folder, clock, quiet, daybook, app);
  }

  /** Closes the server and its Daybook, and opens both again on the same folder. */
  async restart(): Promise<void> {
    await this.stop();
    const { daybook, app } = await open(this.settings, this.clock);
    [this.daybook, this.app] = [daybook, app];
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  token(role: Role, body: string, expiresInSeconds = 3_600): Promise<string> {
    const key = `${role} ${body} ${expiresInSeconds} ${this.clock.at}`;
    const known = this.tokens.get(key) ?? this.daybook.tokens.mint({ role, body, expiresInSeconds });
    this.tokens.set(key, known);
    return known;
  }

  /** A request to any address. A response of the API is held against its description. */
  async request(
    method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    options: RequestOptions = {},
  ): Promise<Sent> {
    const { as = 'public', payload } = options;
    const authorization = await this.authorization(as);
    const headers = { ...(authorization && { authorization }), ...options.headers };
    const response = await this.app.inject({
      method,
      url,
      headers,
      ...(payload !== undefined && { payload }),
    });
    if (url.startsWith('/api/') && method !== 'HEAD') this.contract.check(method, url, response);
    return {
      status: response.statusCode,
      headers: response.headers as Sent['headers'],
      text: response.body,
      json: jsonOf(response.headers['content-type'], response.body),
    };
  }

  /** Asks the API: `get('/figures?area=kent')`. */
  get(path: string, as: As = 'public', headers: Readonly<Record<string, string>> = {}): Promise<Sent> {
    return this.request('GET', `/api/v1${path}`, { as, headers });
  }

  /** Gives a command, as the force unless said otherwise, under a new id unless one is given. */
  command(
    name: string,
    payload: object | string,
    { as = 'force', id = randomUUID() }: CommandOptions = {},
  ): Promise<Sent> {
    const headers = { 'idempotency-key': id, 'content-type': 'application/json' };
    return this.request('POST', `/api/v1/commands/${name}`, { as, headers, payload });
  }

  /** Gives a command that must be recorded. */
  async record(name: string, payload: object, options: CommandOptions = {}): Promise<Receipt> {
    const { status, json, text } = await this.command(name, payload, options);
    if (status !== 201) throw new Error(`${name} was not recorded: ${text}`);
    return json as Receipt;
  }

  private async authorization(as: As): Promise<string | undefined> {
    if (as === 'public') return undefined;
    if (typeof as === 'object') return `Bearer ${as.token}`;
    const [role, body] = bodies[as];
    return `Bearer ${await this.token(role, body)}`;
  }

  private async stop(): Promise<void> {
    await this.app.close();
    await this.daybook.close();
  }
}

async function open(settings: Partial<WebConfig>, clock: { now(): Date }) {
  const config = readConfig(settings, {});
  const { dataDirectory, cluster, tokenKeyFile } = config;
  const daybook = await openDaybook({ dataDirectory, cluster, tokenKeyFile, clock, worker: false });
  return { daybook, app: await createServer(daybook, config) };
}

function jsonOf(type: unknown, body: string): Answered {
  return typeof type === 'string' && /\bjson\b/.test(type) && body !== ''
    ? (JSON.parse(body) as Answered)
    : {};
}
