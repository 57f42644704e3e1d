import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { randomBytes, randomUUID } from 'node:crypto';
import { Harness } from '../../apps/web/src/testing/harness';
import { line, measure, paper, returnOf } from '../../apps/web/src/testing/sample';
import { Visitor } from '../../apps/web/src/pages/testing/visitor';
import { KurrentDouble } from './double';

const FIGURE = `/figures/kent/${measure.id}/${line.period}`;

let double: KurrentDouble;
let folder: string;
let nodes: Harness[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-nodes-'));
  writeFileSync(join(folder, 'token.key'), randomBytes(32).toString('base64url'));
  double = await KurrentDouble.start();
});
afterEach(async () => {
  await Promise.all(nodes.map((node) => node.close()));
  nodes = [];
  await double.close();
  rmSync(folder, { recursive: true });
});

async function node(): Promise<Harness> {
  const cluster = { connection: double.connectionString, prefix: 'spec' };
  nodes.push(await Harness.start({ cluster, tokenKeyFile: join(folder, 'token.key') }));
  return nodes.at(-1)!;
}

const ready = async (of: Harness): Promise<number> => (await of.request('GET', '/health/ready')).status;
async function untilReady(of: Harness): Promise<void> {
  while ((await ready(of)) !== 200) await new Promise((resolve) => setImmediate(resolve));
}

async function recorded(): Promise<[one: Harness, two: Harness]> {
  const [one, two] = [await node(), await node()];
  await one.record('record-paper', paper);
  await one.record('define-measure', measure);
  await one.record('submit-return', returnOf(line));
  return [one, two];
}

describe('web nodes on one cluster', () => {
  it('are ready once they have caught up, and answer the same', async () => {
    const [one, two] = await recorded();
    await Promise.all([one, two].map(untilReady));
    const late = await node();
    await untilReady(late);
    for (const path of [FIGURE, '/figures?area=kent', '/events', '/papers', '/measures'])
      expect((await late.get(path, 'force')).text).toBe((await one.get(path, 'force')).text);
    expect((await late.get('/status')).json).toMatchObject({
      store: 'kurrentdb',
      storeState: 'current',
      size: 4,
      current: true,
    });
  });

  it('read their own writes anywhere by the size of the receipt, and take a token of each other', async () => {
    const [one, two] = await recorded();
    const token = await one.token('force', 'kent-police');
    for (let i = 0; i < 10; i += 1) {
      const period = `2021-${String(i + 1).padStart(2, '0')}`;
      const { ledgerSize } = await one.record('submit-return', returnOf({ ...line, period }), {
        as: { token },
      });
      const answer = await two.get(`/figures/kent/${measure.id}/${period}?minBasis=${ledgerSize}`, { token });
      expect([answer.status, answer.json.basis]).toEqual([200, ledgerSize]);
    }
  });

  it('give the first receipt on either, and refuse on either what stands already', async () => {
    const [one, two] = await recorded();
    const id = randomUUID();
    const body = returnOf({ ...line, period: '2021-01' });
    const first = await one.command('submit-return', body, { id });
    const again = await two.command('submit-return', body, { id });
    expect([again.status, again.json]).toEqual([201, first.json]);
    expect((await two.command('record-paper', paper)).json).toMatchObject({ code: 'register.paper-exists' });
  });

  it('show on one a reason that was given on the other, sealed in the cluster', async () => {
    const [one, two] = await recorded();
    const { item } = (await one.get(FIGURE, 'force')).json;
    const reason = 'Two stations were counted twice.';
    const { ledgerSize } = await one.record('correct-figure', {
      area: 'kent',
      effectiveOn: '2024-06-01',
      measure: measure.id,
      period: line.period,
      of: item?.id,
      value: '1',
      severity: 'minor',
      reason,
    });
    const history = await two.get(`${FIGURE}/history?minBasis=${ledgerSize}`, 'force');
    expect(history.text).toContain(reason);
    expect(double.log.events.map(({ data }) => Buffer.from(data).toString('utf8')).join()).not.toContain(
      reason,
    );
  });

  it('answer 202 where a record is written and not read back yet, 201 when asked again', async () => {
    const [one] = await recorded();
    await untilReady(one);
    double.fail('subscribe', 'hang', 1_000);
    double.disconnect();
    const id = randomUUID();
    const body = { ...paper, id: 'another' };
    const accepted = await one.command('record-paper', body, { id });
    expect([accepted.status, accepted.headers['retry-after']]).toEqual([202, '1']);
    expect(accepted.json).toMatchObject({ commandId: id, stream: 'paper-another', revision: 0 });
    double.clearFaults();
    double.disconnect();
    let answer = await one.command('record-paper', body, { id });
    while (answer.status === 202) answer = await one.command('record-paper', body, { id });
    expect([answer.status, answer.json.ledgerSize]).toEqual([201, 5]);
  });

  it('tell a person that the figures are recorded, though they cannot be shown yet', async () => {
    const [one] = await recorded();
    await untilReady(one);
    const force = await Visitor.signedIn(one, 'demo-kent-police');
    const form = '/kent/returns/new';
    await force.see(form);
    double.fail('subscribe', 'hang', 1_000);
    double.disconnect();
    const answer = await force.send(form, {
      action: 'submit',
      'command-id': randomUUID(),
      paper: paper.id,
      'effectiveOn-day': '14',
      'effectiveOn-month': '9',
      'effectiveOn-year': '2022',
      'lines-0-measure': line.measure,
      'lines-0-period': '2022-08',
      'lines-0-value': '11902',
      'lines-0-place': 'table 1',
    });
    expect(answer.status).toBe(202);
    expect(answer.words).toContain('Your figures are recorded What you sent is on disk.');
    expect(answer.html).not.toContain('Error:');
    expect(answer.html).toContain('href="/kent/figures"');
    expect(double.log.readStream('spec-figures-kent')).toHaveLength(5);
  });

  it('go on answering while the cluster is away, say so, and write again when it is back', async () => {
    const [one] = await recorded();
    await untilReady(one);
    await double.stop();
    const away = async (): Promise<boolean> => (await one.get('/status')).json.storeState === 'unreachable';
    while (!(await away())) await new Promise((resolve) => setImmediate(resolve));
    expect((await one.get(FIGURE)).status).toBe(200);
    expect(await ready(one)).toBe(200);
    expect((await one.request('GET', '/status')).text).toContain('The event store cannot be reached');
    const refused = await one.command('record-paper', { ...paper, id: 'another' });
    expect([refused.status, refused.json.code]).toEqual([503, 'ledger.store-unavailable']);
    await double.restart();
    await one.record('record-paper', { ...paper, id: 'another' });
  });

  it('stop where the record was tampered with, and say so on their status', async () => {
    const [one] = await recorded();
    await untilReady(one);
    double.log.setMetadata('spec-figures-kent', { $tb: 1 });
    while ((await ready(one)) !== 503) await new Promise((resolve) => setImmediate(resolve));
    const page = await one.request('GET', '/status');
    expect(page.text).toContain('The event store was tampered with.');
    expect(page.text).not.toContain('figures-kent');
    expect((await one.get('/status')).json).toMatchObject({ storeState: 'stopped', current: false });
    expect((await one.get('/status', 'office')).json.storeReason).toMatch(/figures-kent was truncated/);
    const refused = await one.command('record-paper', { ...paper, id: 'another' });
    expect([refused.status, refused.json.code, refused.json.retryable]).toEqual([
      503,
      'ledger.store-stopped',
      false,
    ]);
    expect((await one.get(FIGURE)).status).toBe(200);
  });
});
