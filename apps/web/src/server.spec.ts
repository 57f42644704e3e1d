import type { ViewStatus } from '@daybook/read-model';
import { Harness } from './testing/harness';
import { line, paper, recordSample, returnOf } from './testing/sample';

let harness: Harness;
const log: string[] = [];

beforeAll(async () => {
  harness = await Harness.start({ logLevel: 'info', logTo: { write: (text) => void log.push(text) } });
  await recordSample(harness);
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => harness.close());

describe('health', () => {
  it('live: the process answers', async () => {
    expect((await harness.request('GET', '/health/live')).json).toEqual({ status: 'live' });
  });

  it('ready: the store is open and the views run', async () => {
    const { status, json, headers } = await harness.request('GET', '/health/ready');
    expect([status, json, headers['cache-control']]).toEqual([
      200,
      { status: 'ready', problems: [] },
      'no-store',
    ]);
  });

  const view: ViewStatus = { view: 'figures', version: 1, position: 4, records: {} };
  it.each<[what: string, view: ViewStatus, size: number, words: RegExp]>([
    ['a view that stopped', { ...view, stopped: { index: 4, reason: 'secret' } }, 4, /"figures" has stopped/],
    ['a view far behind', view, 20_000, /"figures" is 19996 records behind/],
  ])('not ready with %s', async (_what, found, size, words) => {
    jest.spyOn(harness.daybook.projection, 'statuses').mockReturnValue([found]);
    jest.spyOn(harness.daybook.store, 'size').mockResolvedValue(size);
    const { status, json } = await harness.request('GET', '/health/ready');
    expect([status, json]).toEqual([503, { status: 'not-ready', problems: [expect.stringMatching(words)] }]);
    expect(JSON.stringify(json)).not.toContain('secret');
  });

  it('not ready when the store does not answer', async () => {
    jest.spyOn(harness.daybook.store, 'size').mockRejectedValue(new Error('disk gone'));
    expect((await harness.request('GET', '/health/ready')).status).toBe(503);
  });
});

describe('what breaks here', () => {
  it('is told as a fault without its words, and logged', async () => {
    jest.spyOn(harness.daybook.store, 'size').mockRejectedValue(new Error('disk gone at sector 7'));
    const { status, text, json } = await harness.get('/figures?area=kent');
    expect([status, json.code, json.retryable]).toEqual([500, 'server.failed', true]);
    expect(text).not.toContain('sector');
    expect(log.join()).toContain('disk gone at sector 7');
  });

  it('views that are behind a basis that was named are asked for again later', async () => {
    jest.spyOn(harness.daybook.projection, 'waitFor').mockResolvedValue(false);
    const { json, headers } = await harness.get('/figures?area=kent&basis=4');
    expect(json).toMatchObject({ status: 503, code: 'runtime.views-behind', retryable: true });
    expect(headers['retry-after']).toBe('1');
  });
});

describe('the log', () => {
  it('says what was asked and how it ended, never what people wrote, and no key to the door', async () => {
    const token = await harness.token('force', 'kent-police');
    await harness.record(
      'submit-return',
      returnOf({ ...line, period: '2022-08', value: '1', reason: 'secretreason' }),
    );
    await harness.get('/papers?area=secretquery', 'force');
    await harness.request('GET', '/kent?q=secretquery', {
      headers: { cookie: 'daybook-session=secretcookie' },
    });
    const lines = log.map((text) => JSON.parse(text) as object);
    expect(log.join()).not.toContain('"path":"/health/');
    expect(lines).toContainEqual(
      expect.objectContaining({
        req: expect.objectContaining({ method: 'POST', path: '/api/v1/commands/submit-return' }) as object,
        res: { statusCode: 201 },
      }),
    );
    for (const secret of [token, 'secretreason', 'secretquery', 'secretcookie'])
      expect(log.join()).not.toContain(secret);
  });
});

describe('outside the API', () => {
  it.each<[method: 'GET' | 'PUT', url: string, status: number]>([
    ['GET', '/no/such/page/at/all', 404],
    ['PUT', '/status', 405],
    ['GET', '/kent/%FF', 400],
  ])('%s %s is %i, as a page', async (method, url, status) => {
    const sent = await harness.request(method, url);
    expect([sent.status, sent.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(sent.text).toMatch(/<h1/);
    expect(sent.headers['content-security-policy']).toContain("default-src 'none'");
    if (status === 405) expect(sent.headers.allow).toBe('GET, HEAD');
  });

  it('a page address that begins with /api is none', async () => {
    for (const path of ['/api/papers', '/api/figures', '/api'])
      expect((await harness.request('GET', path)).json).toMatchObject({
        status: 404,
        code: 'request.no-such-address',
      });
  });
});

it('the API sets no cookie; pages have their own headers and take forms alone', async () => {
  const api = await harness.get(`/papers/${paper.id}`);
  expect([api.headers['set-cookie'], api.headers['content-security-policy']]).toEqual([undefined, undefined]);
  expect(api.headers['x-content-type-options']).toBe('nosniff');
  const page = await harness.request('GET', '/sign-in');
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(
    (await harness.request('POST', '/sign-in', { payload: { person: 'demo-kent-police' } })).status,
  ).toBe(415);
});
