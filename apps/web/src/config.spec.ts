import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadSettings, readConfig, sessionSecretOf } from './config';

const secret = 's'.repeat(32);

it('works without any settings, on one machine', () => {
  expect(readConfig({}, {})).toMatchObject({
    dataDirectory: join(process.cwd(), 'data', 'ledger'),
    host: '127.0.0.1',
    port: 3000,
    production: false,
    signIn: 'demonstration',
  });
});

it('takes settings from the environment, and what it is given before them', () => {
  const env = {
    DAYBOOK_DATA: '/srv/daybook',
    DAYBOOK_PORT: '8080',
    DAYBOOK_HOST: '0.0.0.0',
    DAYBOOK_LOG: 'warn',
  };
  expect(readConfig({ port: 0 }, env)).toMatchObject({
    dataDirectory: '/srv/daybook',
    port: 0,
    host: '0.0.0.0',
    logLevel: 'warn',
  });
});

it.each([
  ['DAYBOOK_PORT', 'http'],
  ['DAYBOOK_PORT', '70000'],
  ['DAYBOOK_LOG', 'loud'],
  ['DAYBOOK_COMMANDS_PER_MINUTE', '-1'],
  ['DAYBOOK_SESSION_SECRET', 'short'],
])('refuses %s=%s by its name', (name, value) => {
  expect(() => readConfig({}, { [name]: value })).toThrow(BadSettings);
  expect(() => readConfig({}, { [name]: value })).toThrow(name);
});

it('names everything that is wrong at once', () => {
  expect(() => readConfig({}, { DAYBOOK_PORT: 'x', DAYBOOK_LOG: 'x' })).toThrow(/DAYBOOK_PORT.*DAYBOOK_LOG/);
});

it('believes the proxies that it is told of, and nobody else', () => {
  expect(readConfig({}, {}).trustedProxies).toEqual([]);
  const DAYBOOK_TRUSTED_PROXIES = '10.0.0.0/8, 192.168.1.1,fd00::/8';
  expect(readConfig({}, { DAYBOOK_TRUSTED_PROXIES }).trustedProxies).toHaveLength(3);
  for (const bad of ['true', '10.0.0.0/33', 'everyone', '1.2.3.4/', '10.0.0.0/8/8'])
    expect(() => readConfig({}, { DAYBOOK_TRUSTED_PROXIES: bad })).toThrow('DAYBOOK_TRUSTED_PROXIES');
});

describe('a cluster', () => {
  const DAYBOOK_STORE = 'esdb://admin:secret-password@one:2113,two:2113?tls=true';

  it('is used where it is named, with a prefix of its own or the usual one', () => {
    expect(readConfig({}, {}).cluster).toBeUndefined();
    expect(readConfig({}, { DAYBOOK_STORE }).cluster).toEqual({
      connection: DAYBOOK_STORE,
      prefix: 'daybook',
    });
    const DAYBOOK_STREAM_PREFIX = 'kent';
    expect(readConfig({}, { DAYBOOK_STORE, DAYBOOK_STREAM_PREFIX }).cluster?.prefix).toBe('kent');
    const DAYBOOK_TOKEN_KEY_FILE = '/run/secrets/token.key';
    expect(readConfig({}, { DAYBOOK_TOKEN_KEY_FILE }).tokenKeyFile).toBe(DAYBOOK_TOKEN_KEY_FILE);
  });

  it.each([
    ['DAYBOOK_STORE', { DAYBOOK_STORE: 'https://admin:secret-password@one:2113' }],
    ['DAYBOOK_STORE', { DAYBOOK_STORE: 'secret-password' }],
    ['DAYBOOK_STREAM_PREFIX', { DAYBOOK_STORE, DAYBOOK_STREAM_PREFIX: 'kent-police' }],
    ['DAYBOOK_STREAM_PREFIX', { DAYBOOK_STORE, DAYBOOK_STREAM_PREFIX: '$ce' }],
  ])('that %s does not name well is refused, without saying the password', (name, env) => {
    expect(() => readConfig({}, env)).toThrow(name);
    expect(() => readConfig({}, env)).not.toThrow('secret-password');
  });
});

describe('in production', () => {
  const NODE_ENV = 'production';

  it('does not start without a long session secret', () => {
    expect(() => readConfig({}, { NODE_ENV })).toThrow(/DAYBOOK_SESSION_SECRET must be set/);
    expect(() => readConfig({}, { NODE_ENV, DAYBOOK_SESSION_SECRET: 's'.repeat(31) })).toThrow(/at least 32/);
    expect(readConfig({}, { NODE_ENV, DAYBOOK_SESSION_SECRET: secret }).sessionSecret).toBe(secret);
  });

  it('has no sign-in without passwords, even when asked for one', () => {
    const env = { NODE_ENV, DAYBOOK_SESSION_SECRET: secret };
    expect(readConfig({}, env).signIn).toBe('none');
    expect(() => readConfig({ signIn: 'demonstration' }, env)).toThrow(/never for production/);
  });
});

it('elsewhere a session secret is made once, readable by its owner alone', () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'daybook-'));
  const config = readConfig({ dataDirectory }, {});
  const made = sessionSecretOf(config);
  expect(made.length).toBeGreaterThanOrEqual(32);
  expect(sessionSecretOf(config)).toBe(made);
  expect(statSync(join(dataDirectory, 'session.key')).mode & 0o777).toBe(0o600);
  expect(sessionSecretOf({ ...config, sessionSecret: secret })).toBe(secret);
  rmSync(dataDirectory, { recursive: true });
});
