import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { KurrentDouble } from './double';

const MAIN = join(__dirname, '../../dist/apps/cli/src/main.js');
const PATIENCE_MS = 180_000;
const WRITERS = 8;
const COMMANDS = 160;

let folder: string;
let double: KurrentDouble;
const nodes = new Set<ChildProcess>();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-killed-'));
  double = await KurrentDouble.start();
});
afterEach(async () => {
  for (const node of nodes) node.kill('SIGKILL');
  await double.close();
  rmSync(folder, { recursive: true });
});

function env(): NodeJS.ProcessEnv {
  const tokenKey = join(folder, 'token.key');
  const { NODE_ENV: _, ...rest } = process.env;
  return {
    ...rest,
    DAYBOOK_STORE: double.connectionString,
    DAYBOOK_TOKEN_KEY_FILE: tokenKey,
    DAYBOOK_LOG: 'silent',
  };
}

interface Node {
  readonly address: string;
  readonly process: ChildProcess;
}

/** A web node in a process of its own; resolves once it is ready. */
async function start(name: string, port: number): Promise<Node> {
  const args = [MAIN, 'start', '--data', join(folder, name), '--port', String(port)];
  const child = spawn(process.execPath, args, { env: env(), stdio: ['ignore', 'pipe', 'inherit'] });
  nodes.add(child);
  await once(createInterface({ input: child.stdout }), 'line');
  const node = { address: `http://127.0.0.1:${port}`, process: child };
  while (
    !(await fetch(`${node.address}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    ))
  );
  return node;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

async function token(): Promise<string> {
  const args = [MAIN, 'token', '--data', folder, '--role', 'office', '--body', 'kent-pcc'];
  const child = spawn(process.execPath, args, { env: env() });
  return (await text(child.stdout)).trim();
}

interface Acknowledged {
  readonly events: readonly string[];
  readonly ledgerSize?: number;
}

/** Sends a command, to the one node or the other, under one id until it is answered for good. */
async function send(addresses: readonly string[], bearer: string, paper: string): Promise<Acknowledged> {
  const body = JSON.stringify({
    id: paper,
    area: 'kent',
    title: 'A',
    issuedBy: 'kent-police',
    dated: '2022-01-01',
  });
  const headers = {
    authorization: `Bearer ${bearer}`,
    'idempotency-key': randomUUID(),
    'content-type': 'application/json',
  };
  for (let attempt = 0; ; attempt += 1) {
    const url = `${addresses[attempt % addresses.length]}/api/v1/commands/record-paper`;
    const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
    if (answer?.status === 201) return (await answer.json()) as Acknowledged;
    if (answer && answer.status !== 202 && answer.status !== 503)
      throw new Error(`${answer.status}: ${await answer.text()}`);
  }
}

async function allEvents(address: string, basis: number): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let next: string | null = `/api/v1/events?limit=1000&minBasis=${basis}`; next;) {
    const answer: Response = await fetch(`${address}${next}`);
    const { items } = (await answer.json()) as { items: unknown[] };
    found.push(...items);
    next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? null;
  }
  return found;
}

it(
  'two nodes, one killed in the middle: nothing acknowledged is lost, nothing is written twice, both are equal',
  async () => {
    const ports = [await freePort(), await freePort()];
    const [one, two] = await Promise.all([start('one', ports[0]!), start('two', ports[1]!)]);
    const bearer = await token();
    const acknowledged: Acknowledged[] = [];
    const middle = COMMANDS / 3;
    let again: Promise<Node> | undefined;
    const write = async (w: number): Promise<void> => {
      const addresses = w % 2 ? [one.address, two.address] : [two.address, one.address];
      for (let i = 0; i < COMMANDS / WRITERS; i += 1) {
        acknowledged.push(await send(addresses, bearer, `paper-${w}-${i}`));
        if (acknowledged.length < middle || again) continue;
        one.process.kill('SIGKILL');
        again = once(one.process, 'exit').then(() => start('one', ports[0]!));
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, w) => write(w)));
    await again;

    const written = double.log.events.map(({ id }) => id);
    const ids = acknowledged.flatMap(({ events }) => events);
    expect(ids.filter((id) => !written.includes(id))).toEqual([]);
    expect(written).toHaveLength(COMMANDS);
    expect(new Set(written).size).toBe(COMMANDS);
    const [mine, theirs] = await Promise.all([one, two].map((node) => allEvents(node.address, COMMANDS)));
    expect(mine).toHaveLength(COMMANDS);
    expect(theirs).toEqual(mine);
    process.stdout.write(
      `One of two nodes killed: ${ids.length} records acknowledged, 0 lost, 0 repeated.\n`,
    );
  },
  PATIENCE_MS,
);
