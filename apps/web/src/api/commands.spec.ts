import { randomUUID } from 'node:crypto';
import { Harness, type As } from '../testing/harness';
import { line, measure, paper, recordSample, returnOf } from '../testing/sample';

const august = { ...line, period: '2022-08', value: '11400' };

let harness: Harness;
let first: string;

beforeEach(async () => {
  harness = await Harness.start();
  const receipt = await recordSample(harness);
  first = receipt.events[1] ?? '';
});
afterEach(() => harness.close());

async function size(): Promise<unknown> {
  return (await harness.get('/status')).json.size;
}

describe('a command that is recorded', () => {
  it('answers 201 with the receipt and where the first record stands', async () => {
    const id = randomUUID();
    const { status, json, headers } = await harness.command('submit-return', returnOf(august), { id });
    expect(status).toBe(201);
    expect(json).toMatchObject({ commandId: id, stream: 'figures-kent', indexes: [4, 5], ledgerSize: 6 });
    expect(headers.location).toBe('/api/v1/events/4');
  });

  it('answers the same command with the first receipt, also after a restart, also quoted', async () => {
    const id = randomUUID();
    const receipt = await harness.record('submit-return', returnOf(august), { id });
    expect(
      (await harness.command('submit-return', returnOf(august), { id: `"${id.toUpperCase()}"` })).json,
    ).toEqual(receipt);
    await harness.restart();
    const again = await harness.command('submit-return', returnOf(august), { id });
    expect([again.status, again.json]).toEqual([201, receipt]);
    expect(await size()).toBe(6);
  });

  it('refuses the same id with other content, also after a restart', async () => {
    const id = randomUUID();
    await harness.record('submit-return', returnOf(august), { id });
    const other = returnOf({ ...august, value: '11401' });
    const refused = { status: 409, code: 'ledger.command-reused' };
    expect((await harness.command('submit-return', other, { id })).json).toMatchObject(refused);
    await harness.restart();
    expect((await harness.command('submit-return', other, { id })).json).toMatchObject(refused);
  });

  it('keeps HTML as the text that it is', async () => {
    const title = '<img src=x onerror="alert(1)">&amp; July';
    await harness.record('record-paper', { ...paper, id: 'marked-up', title });
    expect((await harness.get('/papers/marked-up')).json.item?.title).toBe(title);
  });

  it('of two corrections at once records one and tells the other what replaced it', async () => {
    const correction = (value: string) => ({
      area: 'kent',
      effectiveOn: '2022-10-01',
      measure: measure.id,
      period: '2022-07',
      of: first,
      value,
      severity: 'minor',
      reason: 'Two stations were counted twice.',
    });
    const both = await Promise.all(
      ['12480', '12481'].map((value) => harness.command('correct-figure', correction(value))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const [won, lost] = both.sort((a, b) => a.status - b.status);
    expect(lost?.json).toMatchObject({ code: 'figures.not-standing', errors: [{ pointer: '/of' }] });
    expect(lost?.json.detail).toContain(won?.json.events?.[0]);
  });
});

describe('who may', () => {
  const forged = (header: object, signature: string) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = {
      iss: 'daybook',
      aud: 'daybook',
      sub: 'x',
      role: 'force',
      body: 'kent-police',
      iat: 0,
      exp: 9_999_999_999,
    };
    return { token: `${part(header)}.${part(claims)}.${signature}` };
  };

  it.each<[who: string, as: As, status: number, code: string]>([
    ['nobody signed in', 'public', 401, 'identity.not-allowed'],
    ['a panel', 'panel', 403, 'identity.not-allowed'],
    ["another area's force", 'stranger', 403, 'identity.other-area'],
    ['a token signed by nobody', forged({ alg: 'none' }, ''), 401, 'identity.token-invalid'],
    ['a forged token', forged({ alg: 'HS256' }, 'AAAA'), 401, 'identity.token-invalid'],
    ['no token at all after Bearer', { token: '' }, 401, 'identity.token-invalid'],
  ])('%s may not submit a return', async (_who, as, status, code) => {
    const { json, headers } = await harness.command('submit-return', returnOf(august), { as });
    expect(json).toMatchObject({ status, code });
    if (status === 401) expect(headers['www-authenticate']).toMatch(/^Bearer realm="daybook"/);
    expect(await size()).toBe(4);
  });

  it('a token that has expired is refused, for reading too', async () => {
    const token = await harness.token('force', 'kent-police', 60);
    harness.clock.at = '2024-06-03T09:02:00.000Z';
    for (const sent of [
      await harness.command('submit-return', returnOf(august), { as: { token } }),
      await harness.get('/areas', { token }),
    ])
      expect(sent.json).toMatchObject({ status: 401, code: 'identity.token-expired' });
  });

  it('another way of signing in than a bearer token does not count', async () => {
    const token = await harness.token('force', 'kent-police');
    const headers = { 'idempotency-key': randomUUID(), cookie: `session=${token}; authorization=${token}` };
    const byCookie = await harness.request('POST', '/api/v1/commands/submit-return', {
      headers,
      payload: returnOf(august),
    });
    expect(byCookie.status).toBe(401);
    expect((await harness.get('/areas', 'public', { authorization: 'Basic a2VudDprZW50' })).status).toBe(401);
  });

  it('there is no command without a definition', async () => {
    expect((await harness.command('drop-ledger', {})).json).toMatchObject({
      status: 404,
      code: 'identity.unknown-command',
    });
    expect((await harness.command('constructor', {})).status).toBe(404);
  });

  it('more commands in a minute than allowed are put off, and only theirs who sent them', async () => {
    await harness.close();
    harness = await Harness.start({ commandsPerMinute: 2 });
    const send = (as: As) => harness.command('record-paper', paper, { as });
    expect([(await send('force')).status, (await send('force')).status]).toEqual([201, 409]);
    const third = await send('force');
    expect(third.json).toMatchObject({ status: 429, code: 'request.too-many', retryable: true });
    expect(third.headers['retry-after']).toBeDefined();
    expect((await send('office')).status).toBe(409);
  });
});
