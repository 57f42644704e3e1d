import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { KurrentDouble } from './double';

/** A server that the examples run on. */
interface Server {
  /** Its connection string. */
  start(): Promise<string>;
  stop(): Promise<void>;
}

/** The image that is run where Docker is at hand and no server was named. */
const IMAGE = 'docker.kurrent.io/kurrent-lts/kurrentdb:26.0.3';
const START_MS = 120_000;

/**
 * The examples, on the protocol double and on a real server: the one that DAYBOOK_TEST_ESDB names, or one
 * in a container where a Docker engine runs. Where there is neither, that half is skipped, and says so.
 */
export function describeOnServers(name: string, examples: (connection: () => string) => void): void {
  const on = (server: Server): void => {
    let connection = '';
    beforeAll(async () => {
      connection = await server.start();
    }, START_MS);
    afterAll(() => server.stop());
    examples(() => connection);
  };
  describe(`${name}, on the protocol double`, () => on(double()));
  const real = realServer();
  if (real) describe(`${name}, on ${real.name}`, () => on(real));
  else
    it.skip(`${name}, on a real server: DAYBOOK_TEST_ESDB is not set, and no Docker engine runs`, () =>
      undefined);
}

/** A prefix that no other example uses, so that all of them can share a server. */
export function freshPrefix(): string {
  return `t${randomBytes(8).toString('hex')}`;
}

function double(): Server {
  let running: KurrentDouble | undefined;
  return {
    start: async () => (running = await KurrentDouble.start()).connectionString,
    stop: async () => running?.close(),
  };
}

function realServer(): (Server & { readonly name: string }) | undefined {
  const named = process.env.DAYBOOK_TEST_ESDB;
  if (named)
    return { name: 'the server at DAYBOOK_TEST_ESDB', start: async () => named, stop: async () => undefined };
  return dockerRuns() ? { name: `a container of ${IMAGE}`, ...container() } : undefined;
}

function dockerRuns(): boolean {
  try {
    execFileSync('docker', ['info'], { stdio: 'ignore', timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

function container(): Server {
  let id = '';
  return {
    async start() {
      const port = await freePort();
      const options = ['--insecure', '--max-append-size=2097152', '--mem-db'];
      const args = ['run', '--detach', '--rm', '--publish', `127.0.0.1:${port}:2113`, IMAGE, ...options];
      id = execFileSync('docker', args, { encoding: 'utf8', timeout: START_MS }).trim();
      const alive = `http://127.0.0.1:${port}/health/live`;
      for (const until = Date.now() + START_MS; Date.now() < until;)
        if (
          await fetch(alive).then(
            ({ ok }) => ok,
            () => false,
          )
        )
          return `esdb://127.0.0.1:${port}?tls=false`;
      throw new Error('The container does not answer.');
    },
    async stop() {
      if (id) execFileSync('docker', ['rm', '--force', id], { stdio: 'ignore' });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
