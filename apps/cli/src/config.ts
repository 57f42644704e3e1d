import { resolve } from 'node:path';
import { UsageError } from './exit';

/** Every setting of the command line that comes from the environment. Nothing else of it reads that; the web
 * app, which `start` and `demo` load, has settings of its own. */
export interface CliConfig {
  /** DAYBOOK_DATA, or `./data/ledger`: the folder that holds the ledger; absolute. */
  readonly dataDirectory: string;
  /** The sample ledger, apart from one's own, whatever DAYBOOK_DATA says; absolute. */
  readonly demoDirectory: string;
  /** DAYBOOK_STORE: the cluster that holds the ledger, which may hold a password; absent: the folder does. */
  readonly store?: string;
  /** DAYBOOK_STREAM_PREFIX: what the names of the ledger's streams begin with in a cluster. */
  readonly streamPrefix?: string;
  /** DAYBOOK_TOKEN_KEY_FILE: the key that signs tokens, the same on every node; else the folder's own. */
  readonly tokenKeyFile?: string;
  /** Terminals show heads in bold, unless NO_COLOR says otherwise (no-color.org). */
  readonly colour: boolean;
}

export function readConfig(env: NodeJS.ProcessEnv = process.env): CliConfig {
  return {
    dataDirectory: resolve(env.DAYBOOK_DATA || './data/ledger'),
    demoDirectory: resolve('./data/demo'),
    store: env.DAYBOOK_STORE || undefined,
    streamPrefix: env.DAYBOOK_STREAM_PREFIX || undefined,
    tokenKeyFile: env.DAYBOOK_TOKEN_KEY_FILE || undefined,
    colour: process.stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
  };
}

/** A port as it is typed; 0 takes any that is free. */
export function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new UsageError(`"${text}" is not a port. Give a number from 0 to 65535.`);
  return port;
}

const SECONDS = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;

/** A length of time as it is typed, such as `30m`, `8h` or `7d`, in seconds. */
export function readDuration(text: string): number {
  const [, number, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  if (!number || !unit || Number(number) === 0)
    throw new UsageError(`"${text}" is not a length of time. Write it as 30m, 8h or 7d.`);
  return Number(number) * SECONDS[unit as keyof typeof SECONDS];
}

/** A count of something as it is typed: a whole number, from `least` on. */
export function readCount(text: string, least = 0): number {
  const count = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (!(count >= least)) throw new UsageError(`"${text}" is not a whole number from ${least} on.`);
  return count;
}
