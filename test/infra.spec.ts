import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { MAX_APPEND_BYTES } from '@daybook/ledger';

const root = join(__dirname, '..');
const infra = join(root, 'infra');
const text = (file: string): string => readFileSync(join(infra, file), 'utf8');
const files = readdirSync(infra).filter((name) => statSync(join(infra, name)).isFile() && name !== '.env');

interface Service {
  readonly extends?: { readonly file: string; readonly service: string };
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly env_file?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets?: Readonly<Record<string, { readonly file: string }>>;
  readonly networks?: Readonly<Record<string, unknown>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

/** A compose file with what its services extend, as the engine puts the two together. */
function compose(file: string): Compose {
  const { services, ...rest } = parse(text(file)) as Compose;
  return {
    ...rest,
    services: Object.fromEntries(
      Object.entries(services).map(([name, own]) => {
        if (!own.extends) return [name, own];
        const base = compose(own.extends.file).services[own.extends.service];
        if (!base) throw new Error(`${own.extends.file} has no ${own.extends.service}`);
        const environment = { ...base.environment, ...own.environment };
        const volumes = [...(base.volumes ?? []), ...(own.volumes ?? [])];
        return [name, { ...base, ...own, environment, volumes }];
      }),
    ),
  };
}

const named = (services: Compose['services'], start: string): string[] =>
  Object.keys(services).filter((name) => name.startsWith(start));
const instructions = (name: string): string[] =>
  text('Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.startsWith(`${name} `))
    .map((line) => line.slice(name.length + 1).trim());

/** A copy of the folder, with the secrets made in it. */
let made: string;
let said: string;
beforeAll(() => {
  made = mkdtempSync(join(tmpdir(), 'daybook-infra-'));
  for (const file of files) cpSync(join(infra, file), join(made, 'infra', file));
  said = execFileSync(join(made, 'infra/make-secrets.sh'), { encoding: 'utf8' });
});
afterAll(() => rmSync(made, { recursive: true, force: true }));
const secret = (name: string): string => readFileSync(join(made, 'infra/secrets', name), 'utf8');

describe('settings', () => {
  const known = readdirSync(join(root, 'apps'))
    .map((app) => join(root, 'apps', app, 'src/config.ts'))
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').match(/DAYBOOK_[A-Z_]+/g) ?? []);

  it.each(files)('%s names only settings that an app reads', (file) => {
    const names = new Set(text(file).match(/DAYBOOK_[A-Z_]+/g));
    expect([...names].filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('the image', () => {
  it('is built from files that are there, and that .dockerignore lets through', () => {
    const sources = instructions('COPY')
      .filter((line) => !line.startsWith('--from='))
      .flatMap((line) => line.split(/\s+/).slice(0, -1));
    expect(sources).toContain('LICENSE');
    const sent = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
    expect(sent).toContain('*');
    expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
    expect(sources.filter((source) => !sent.includes(`!${source}`))).toEqual([]);
  });

  it('starts from an exact version', () => {
    expect(text('Dockerfile')).toMatch(/^ARG NODE=\S+:\d+\.\d+\.\d+-\S+$/m);
    expect(instructions('FROM').filter((line) => !line.startsWith('${NODE}'))).toEqual([]);
  });

  it('ends as a user other than root, whom a number names', () => {
    const last = text('Dockerfile').slice(text('Dockerfile').lastIndexOf('\nFROM '));
    const users = [...last.matchAll(/^USER (.+)$/gm)].map(([, user]) => user);
    expect(users.at(-1)).toMatch(/^[1-9]\d*(:[1-9]\d*)?$/);
  });

  it('runs node itself, so that signals reach it, and asks whether it is ready', () => {
    const entry = JSON.parse(instructions('ENTRYPOINT').at(-1) ?? '[]') as string[];
    expect(entry[0]).toBe('node');
    expect(existsSync(join(root, entry.at(-1) ?? ''))).toBe(true);
    expect(instructions('HEALTHCHECK').at(-1)).toMatch(/CMD \["node".*\/health\/ready/);
  });
});

describe.each(['compose.yaml', 'compose.single.yaml'])('%s', (file) => {
  const { services, secrets = {}, volumes = {}, networks = {} } = compose(file);
  const all = Object.entries(services);
  const databases = named(services, 'kurrentdb-');
  const webs = named(services, 'web-');

  it('names only files that are there, or that make-secrets.sh makes', () => {
    const mounted = all
      .flatMap(([, service]) => service.volumes ?? [])
      .filter((volume) => volume.startsWith('.'))
      .map((volume) => volume.slice(0, volume.indexOf(':')));
    const built = all.flatMap(([, { build }]) => (build ? [join(build.context, build.dockerfile)] : []));
    expect(built).not.toEqual([]);
    for (const path of mounted) expect([path, existsSync(join(infra, path))]).toEqual([path, true]);
    for (const path of built) expect([path, existsSync(join(infra, path))]).toEqual([path, true]);
    const kept = [
      ...all.flatMap(([, service]) => service.env_file ?? []),
      ...Object.values(secrets).map((one) => one.file),
    ];
    for (const path of kept) expect([path, existsSync(join(made, 'infra', path))]).toEqual([path, true]);
  });

  it('declares each volume, network, secret and service that it uses, and no other', () => {
    const used = (list: (service: Service) => readonly string[] | undefined): string[] =>
      [...new Set(all.flatMap(([, service]) => list(service) ?? []))].sort();
    const ofVolume = (volume: string): string => volume.slice(0, volume.indexOf(':'));
    const named = used((service) => service.volumes?.map(ofVolume).filter((name) => !name.startsWith('.')));
    expect(named).toEqual(Object.keys(volumes).sort());
    expect(used((service) => service.networks)).toEqual(Object.keys(networks).sort());
    expect(used((service) => service.secrets)).toEqual(Object.keys(secrets).sort());
    const awaited = used((service) => Object.keys(service.depends_on ?? {}));
    expect(awaited.filter((name) => !services[name])).toEqual([]);
  });

  it('publishes the port of the proxy, and nothing else', () => {
    const published = all.flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`));
    expect(published).toEqual(['proxy 443:443']);
    for (const name of databases) expect(services[name]?.networks).toEqual(['database']);
    expect(networks).toMatchObject({ database: { internal: true }, pages: { internal: true } });
  });

  it('takes from every service what it need not have', () => {
    for (const [name, { cap_drop, security_opt }] of all)
      expect({ name, cap_drop, security_opt }).toEqual({
        name,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    for (const name of [...webs, 'proxy']) expect([name, services[name]?.read_only]).toEqual([name, true]);
    for (const name of webs) expect([name, services[name]?.user]).toEqual([name, undefined]);
  });

  it('names each image by an exact version', () => {
    for (const [, { image }] of all) expect(image).toMatch(/:\d+\.\d+\.\d+(-\w+)?$|^daybook:local$/);
  });

  it('lets each web node keep its own data, and the proxy reach all of them', () => {
    const own = webs.map((name) => services[name]?.volumes?.find((volume) => volume.endsWith(':/data')));
    expect(own).toEqual(webs.map((name) => `${name}-data:/data`));
    const nodes = webs.map((name) => `${name}:3000`).join(' ');
    expect(services.proxy?.environment?.WEB_NODES).toBe(nodes);
    expect(text('Dockerfile')).toContain('DAYBOOK_PORT=3000');
  });

  it('has database nodes that know each other, under the names in their certificates', () => {
    expect(services.certificates?.command).toEqual(databases);
    for (const [i, name] of databases.entries()) {
      const { environment = {}, volumes: own } = services[name] ?? {};
      expect(environment.KURRENTDB_CLUSTER_SIZE).toBe(databases.length);
      expect(environment.KURRENTDB_NODE_HOST_ADVERTISE_AS).toBe(name);
      const others = databases.filter((other) => other !== name).map((other) => `${other}:2113`);
      expect(environment.KURRENTDB_GOSSIP_SEED ?? '').toBe(others.join(','));
      expect(own).toContain(`certificate-${i + 1}:/certs/node:ro`);
      expect(services.certificates?.volumes).toContain(`certificate-${i + 1}:/nodes/${name}`);
    }
  });

  it('has database nodes that take what Daybook may write at once, with its names', () => {
    for (const name of databases)
      expect(services[name]?.environment?.KURRENTDB_MAX_APPEND_SIZE).toBe(2 * MAX_APPEND_BYTES);
  });

  it('is reached by the connection string that its web nodes are given', () => {
    const env = secret(basename(secrets['daybook.env']?.file ?? ''));
    const [, hosts, options] = /^DAYBOOK_STORE="esdb:\/\/admin:[0-9a-f]{64}@([^?]+)\?(.+)"$/m.exec(env) ?? [];
    expect(hosts).toBe(databases.map((name) => `${name}:2113`).join(','));
    expect(options).toBe('tls=true&tlsCAFile=/certs/ca.crt&nodePreference=leader');
    for (const name of webs) expect(services[name]?.volumes).toContain('ca:/certs:ro');
  });
});

describe('the proxy', () => {
  /** The blocks of the site in the order written, each with the policy by which it chooses a node. */
  const handled = [...text('Caddyfile').matchAll(/^\thandle ?(\S*) \{\n([^]*?)^\t\}/gm)].flatMap(
    ([, of, block = '']) => {
      const policy = /lb_policy (\S+)/.exec(block)?.[1];
      return policy ? [[of, policy]] : [];
    },
  );
  const [, paths = ''] = /^\t@drafts path (.+)$/m.exec(text('Caddyfile')) ?? [];
  const matches = (path: string): boolean =>
    paths.split(' ').some((one) => (one.endsWith('*') ? path.startsWith(one.slice(0, -1)) : path === one));

  it('sends commands and drafts of everybody to one node, and spreads what is only read', () => {
    expect(handled).toEqual([
      ['@drafts', 'first'],
      ['/api/*', 'least_conn'],
      ['', 'cookie'],
    ]);
  });

  it('knows every address of the API that drafts are behind', () => {
    const file = join(root, 'apps/web/openapi.json');
    const { paths: described } = JSON.parse(readFileSync(file, 'utf8')) as { paths: object };
    const addresses = Object.keys(described).map((path) => `/api/v1${path}`);
    const behind = addresses.filter((path) => /\/(commands|drafts)(\/|$)/.test(path));
    expect(behind.length).toBeGreaterThan(2);
    expect(addresses.filter(matches)).toEqual(behind);
  });
});

describe('make-secrets.sh', () => {
  it('makes what an app can use, different passwords, and nothing that git would take', () => {
    const key = secret('token.key');
    expect(Buffer.from(key.trim(), 'base64url')).toHaveLength(32);
    expect(key).toBe(`${Buffer.from(key.trim(), 'base64url').toString('base64url')}\n`);
    expect(secret('session-secret').trim().length).toBeGreaterThanOrEqual(32);
    expect(secret('admin-password')).not.toBe(secret('ops-password'));
    const [, admin, ops] =
      /^\w+_ADMIN_PASSWORD=(.+)\n\w+_OPS_PASSWORD=(.+)\n$/.exec(secret('kurrentdb.env')) ?? [];
    expect([admin, ops]).toEqual([secret('admin-password').trim(), secret('ops-password').trim()]);
    expect(text('.gitignore').split('\n')).toContain('/secrets/');
    expect(statSync(join(made, 'infra/secrets')).mode & 0o777).toBe(0o700);
  });

  it('keeps what is there, and never says what it made', () => {
    const names = readdirSync(join(made, 'infra/secrets'));
    const before = names.map(secret);
    const again = execFileSync(join(made, 'infra/make-secrets.sh'), { encoding: 'utf8' });
    expect(readdirSync(join(made, 'infra/secrets'))).toEqual(names);
    expect(names.map(secret)).toEqual(before);
    expect(again).toBe('infra/secrets is complete\n');
    expect(said).toContain('made secrets/token.key\n');
    for (const name of ['admin-password', 'ops-password', 'session-secret', 'token.key'])
      expect(said).not.toContain(secret(name).trim());
  });
});

it.each(files.filter((file) => file.endsWith('.sh')))('%s can be read by its shell, and run', (file) => {
  const shell = text(file).startsWith('#!/bin/sh\n') ? 'sh' : 'bash';
  expect(spawnSync(shell, ['-n', join(infra, file)]).status).toBe(0);
  expect(statSync(join(infra, file)).mode & 0o111).toBe(0o111);
});

it('README.md names every file of the folder', () => {
  const hidden = ['README.md', '.gitignore'];
  const unnamed = files.filter(
    (file) => !hidden.includes(file) && !text('README.md').includes(`\`${file}\``),
  );
  expect(unnamed).toEqual([]);
});

const hasCompose = spawnSync('docker', ['compose', 'version']).status === 0;
if (hasCompose)
  it.each(['compose.yaml', 'compose.single.yaml'])('docker compose can read %s', (file) => {
    const asked = ['compose', '-f', join(made, 'infra', file), 'config', '-q'];
    const { status, stderr } = spawnSync('docker', asked, { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
else it('SKIPPED: docker compose, which is not on PATH, did not read the compose files', () => undefined);
