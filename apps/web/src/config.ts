import { clusterSetting, type ClusterSetting } from '@daybook/runtime';
import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { StreamLimits } from './api/event-stream';

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const LEAST_SECRET = 32;
const MIB = 1_048_576;

/** Injection token of the settings. */
export const WEB_CONFIG = Symbol('WEB_CONFIG');

/** Every setting of the web app, most of them from the environment, which nothing else of the app reads. */
export interface WebConfig {
  /** DAYBOOK_DATA, or `./data/ledger`: the folder that holds the ledger; absolute. */
  readonly dataDirectory: string;
  /**
   * DAYBOOK_STORE and DAYBOOK_STREAM_PREFIX: the cluster that holds the ledger; the data directory does where
   * absent.
   */
  readonly cluster?: ClusterSetting;
  /** DAYBOOK_TOKEN_KEY_FILE: the key that signs tokens, the same on every node; else the directory's own. */
  readonly tokenKeyFile?: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly production: boolean;
  /**
   * `demonstration`: choose a listed person, without a password. `none`: nobody can sign in to the pages,
   * which then show what is public; programs use tokens. Production has `none` until people sign in by
   * OpenID Connect.
   */
  readonly signIn: 'demonstration' | 'none';
  /** Signs session cookies. Absent outside production: then one is made and kept beside the ledger. */
  readonly sessionSecret?: string;
  /** The ledger is the sample one, and pages say so. */
  readonly demo: boolean;
  readonly logLevel: LogLevel;
  /** Where the log goes, a line of JSON at a time; standard output where absent. */
  readonly logTo?: { write(line: string): void };
  /**
   * Commands that one token, or one address without one, may send in a minute; 0 (not in production): no
   * limit.
   */
  readonly commandsPerMinute: number;
  /**
   * DAYBOOK_TRUSTED_PROXIES: addresses or ranges, with commas between, of proxies whose word on where a
   * request comes from is taken; nobody's where absent.
   */
  readonly trustedProxies: readonly string[];
  /** The most bytes of a request's body. */
  readonly bodyLimit: number;
  /** How many streams of events may be open, and how long; the usual where absent. */
  readonly streams?: StreamLimits;
}

/** The settings cannot be used as they are. The message names each of them. */
export class BadSettings extends Error {}

export const NO_SIGN_IN =
  'In production nobody can sign in to the pages yet: they show what is public. Programs use tokens.';

/**
 * The settings from the environment, with defaults that work on one's own machine; what `given` says goes
 * first. Throws BadSettings, naming everything that is wrong at once.
 */
export function readConfig(given: Partial<WebConfig> = {}, env: NodeJS.ProcessEnv = process.env): WebConfig {
  const production = given.production ?? env.NODE_ENV === 'production';
  const number = (name: string, otherwise: number): number => (env[name] ? Number(env[name]) : otherwise);
  const problems: string[] = [];
  const config: WebConfig = {
    cluster: given.cluster ?? clusterIn(env, problems),
    tokenKeyFile: env.DAYBOOK_TOKEN_KEY_FILE || undefined,
    host: env.DAYBOOK_HOST || '127.0.0.1',
    port: number('DAYBOOK_PORT', 3000),
    signIn: production ? 'none' : 'demonstration',
    sessionSecret: env.DAYBOOK_SESSION_SECRET || undefined,
    demo: false,
    logLevel: (env.DAYBOOK_LOG || 'info') as LogLevel,
    commandsPerMinute: number('DAYBOOK_COMMANDS_PER_MINUTE', production ? 6_000 : 0),
    trustedProxies: (env.DAYBOOK_TRUSTED_PROXIES ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
    bodyLimit: 4 * MIB,
    ...given,
    production,
    dataDirectory: resolve(given.dataDirectory || env.DAYBOOK_DATA || './data/ledger'),
  };
  problems.push(...problemsIn(config));
  if (problems.length > 0) throw new BadSettings(`Daybook cannot start. ${problems.join(' ')}`);
  return config;
}

function clusterIn(env: NodeJS.ProcessEnv, problems: string[]): ClusterSetting | undefined {
  try {
    return clusterSetting(env.DAYBOOK_STORE, env.DAYBOOK_STREAM_PREFIX || undefined);
  } catch (error) {
    problems.push((error as Error).message);
    return undefined;
  }
}

function problemsIn(config: WebConfig): string[] {
  const { port, production, signIn, sessionSecret, logLevel, commandsPerMinute, bodyLimit } = config;
  const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
  const checks: [holds: boolean, problem: string][] = [
    [isCount(port) && port <= 65_535, 'DAYBOOK_PORT must be a port number, 0 to 65535.'],
    [LOG_LEVELS.includes(logLevel), `DAYBOOK_LOG must be one of ${LOG_LEVELS.join(', ')}.`],
    [isCount(commandsPerMinute), 'DAYBOOK_COMMANDS_PER_MINUTE must be a whole number; 0 for no limit.'],
    [
      config.trustedProxies.every(isNetwork),
      'DAYBOOK_TRUSTED_PROXIES must be addresses or ranges such as 10.0.0.0/8, with commas between.',
    ],
    [isCount(bodyLimit) && bodyLimit > 0, 'The most bytes of a body must be a whole number.'],
    [
      sessionSecret === undefined || sessionSecret.length >= LEAST_SECRET,
      `DAYBOOK_SESSION_SECRET must have at least ${LEAST_SECRET} characters.`,
    ],
    [
      !production || sessionSecret !== undefined,
      `In production DAYBOOK_SESSION_SECRET must be set, to at least ${LEAST_SECRET} random characters.`,
    ],
    [
      !production || signIn === 'none',
      'The sign-in without passwords is for demonstration and development, never for production.',
    ],
  ];
  return checks.filter(([holds]) => !holds).map(([, problem]) => problem);
}

/** An address, or a range of them: `10.0.0.0/8`. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  return (
    isIP(address) > 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most))
  );
}

/**
 * The secret that signs session cookies: the one that was set, or else one made on first use and kept in the
 * data directory (mode 0600), so that people stay signed in when a development server starts again.
 */
export function sessionSecretOf(config: WebConfig): string {
  if (config.sessionSecret) return config.sessionSecret;
  const file = join(config.dataDirectory, 'session.key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
