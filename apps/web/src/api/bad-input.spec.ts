import { randomUUID } from 'node:crypto';
import { Harness } from '../testing/harness';
import { line, recordSample, returnOf } from '../testing/sample';

const TEN_MB = 10 * 1_048_576;
const august = { ...line, period: '2022-08', value: '11400' };

let harness: Harness;

// Nothing here is ever recorded, which each test checks: one ledger does for all.
beforeAll(async () => {
  harness = await Harness.start();
  await recordSample(harness);
});
afterAll(() => harness.close());

async function size(): Promise<unknown> {
  return (await harness.get('/status')).json.size;
}

function post(payload: string | Buffer, headers: Record<string, string> = {}) {
  const sent = { 'idempotency-key': randomUUID(), 'content-type': 'application/json', ...headers };
  return harness.request('POST', '/api/v1/commands/submit-return', { as: 'force', headers: sent, payload });
}

describe('bad input', () => {
  const lines = (change: object) => returnOf({ ...august, ...change });
  it.each<[what: string, body: object, code: string, pointer: string]>([
    ['an unknown measure', lines({ measure: 'burglary' }), 'figures.unknown-measure', '/lines/0/measure'],
    ['a wrong unit', lines({ unit: 'percent' }), 'figures.wrong-unit', '/lines/0/unit'],
    ['too many decimals', lines({ value: '11400.5' }), 'figures.too-many-decimals', '/lines/0/value'],
    ['an exponent', lines({ value: '1e5' }), 'figures.bad-value', '/lines/0/value'],
    ['NaN', lines({ value: 'NaN' }), 'figures.bad-value', '/lines/0/value'],
    ['a separator', lines({ value: '1,839' }), 'figures.bad-value', '/lines/0/value'],
    ['full-width digits', lines({ value: '１８３９' }), 'figures.bad-value', '/lines/0/value'],
    ['a minus in a count', lines({ value: '-1' }), 'figures.negative-value', '/lines/0/value'],
    ['nothing', lines({ value: '' }), 'figures.value-missing', '/lines/0/value'],
    ['a number instead of text', lines({ value: 1839 }), 'request.is-string', '/lines/0/value'],
    ['a NUL', lines({ place: 'table\0 1' }), 'request.bad-text', '/lines/0/place'],
    ['a lone surrogate', lines({ reason: '\ud800' }), 'request.bad-text', '/lines/0/reason'],
    ['a period in the future', lines({ period: '2024-07' }), 'figures.period-not-ended', '/lines/0/period'],
    ['a period that is none', lines({ period: '2022-13' }), 'figures.bad-period', '/lines/0/period'],
    [
      'a day that does not exist',
      { ...lines({}), effectiveOn: '2022-02-30' },
      'figures.bad-date',
      '/effectiveOn',
    ],
    [
      'an effective date in the future',
      { ...lines({}), effectiveOn: '2024-06-04' },
      'figures.future-date',
      '/effectiveOn',
    ],
    ['a paper nobody recorded', { ...lines({}), paper: 'no-such-paper' }, 'figures.unknown-paper', '/paper'],
    ['an unknown field', { ...lines({}), colour: 'red' }, 'request.unknown-field', '/colour'],
    ['an unknown field of a line', lines({ colour: 'red' }), 'request.unknown-field', '/lines/0/colour'],
    ['the same line twice', returnOf(august, august), 'figures.duplicate-line', '/lines/1'],
    ['no lines', returnOf(), 'request.array-min-size', '/lines'],
    [
      '1,001 lines',
      returnOf(...Array.from({ length: 1_001 }, () => august)),
      'request.array-max-size',
      '/lines',
    ],
  ])('%s is refused with its place, and nothing is written', async (_what, body, code, pointer) => {
    const { status, json } = await harness.command('submit-return', body);
    expect([status, json.status, json.retryable]).toEqual([422, 422, false]);
    const errors = json.errors ?? [];
    expect(errors).toContainEqual(expect.objectContaining({ pointer, code }));
    expect(await size()).toBe(4);
  });

  it('a value that differs from what stands is a conflict that says what stands', async () => {
    const { status, json } = await harness.command('submit-return', returnOf({ ...line, value: '12488' }));
    expect([status, json.code]).toEqual([409, 'figures.value-differs']);
    expect(json.detail).toContain('12487');
  });

  it.each(['__proto__', 'constructor'])('a field named %s is refused by its name', async (name) => {
    const body = JSON.stringify(returnOf(august)).replace('"lines"', `"${name}":{"role":"office"},"lines"`);
    expect((await harness.command('submit-return', body)).json).toMatchObject({
      status: 422,
      code: 'request.bad-key',
      errors: [{ pointer: `/${name}` }],
    });
  });

  it.each<
    [what: string, status: number, code: string, payload: string | Buffer, headers: Record<string, string>]
  >([
    ['a body of 10 MB', 413, 'request.too-large', Buffer.alloc(TEN_MB, 'a'), {}],
    ['malformed JSON', 400, 'request.malformed-json', '{"area":', {}],
    ['no body at all', 400, 'request.malformed-json', '', {}],
    [
      'bytes that are not UTF-8',
      400,
      'request.malformed-json',
      Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]),
      {},
    ],
    ['plain text', 415, 'request.unsupported-media-type', 'hello', { 'content-type': 'text/plain' }],
    [
      'a form',
      415,
      'request.unsupported-media-type',
      'a=1',
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
    ['no key', 400, 'request.idempotency-key-missing', '{}', { 'idempotency-key': '' }],
    ['a key that is no uuid', 400, 'request.bad-id', '{}', { 'idempotency-key': '12' }],
    ['a list', 422, 'request.is-object', '[]', {}],
  ])('%s is %i %s', async (_what, status, code, payload, headers) => {
    const { json } = await post(payload, headers);
    expect(json).toMatchObject({ status, code });
    expect(await size()).toBe(4);
  });

  it('takes no parameters after the question mark', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const sent = await harness.request('POST', '/api/v1/commands/submit-return?dryRun=1', {
      as: 'force',
      headers,
      payload: {},
    });
    expect(sent.json).toMatchObject({ status: 400, code: 'request.unknown-parameter' });
  });
});
