import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Harness, type As } from '../testing/harness';
import { line, paper, recordSample, returnOf } from '../testing/sample';

const WHY = 'two divisions were left out of this';
const august = { ...line, period: '2022-08', value: '11400', reason: WHY };

let harness: Harness;
let analyst: As;
let second: As;
beforeEach(async () => {
  harness = await Harness.start();
  await recordSample(harness);
  await harness.record('switch-four-eyes', { area: 'kent', on: true });
  analyst = { token: await harness.daybook.tokens.mint({ ...head, person: 'analyst' }) };
  second = { token: await harness.daybook.tokens.mint(head) };
});
afterEach(() => harness.close());

const head = { role: 'force', body: 'kent-police', person: 'head', expiresInSeconds: 3_600 } as const;
const send = (id: string = randomUUID(), ...lines: readonly object[]) =>
  harness.command('submit-return', returnOf(...(lines.length > 0 ? lines : [august])), { as: analyst, id });
const settle = (name: string, draft: string, as: As = second, more: object = {}) =>
  harness.command(name, { area: 'kent', draft, ...more }, { as });

describe('a command under four eyes', () => {
  it('answers 202 with the draft and where it is read, the same again, also after a restart', async () => {
    const id = randomUUID();
    const { status, json, headers } = await send(id);
    expect([status, json]).toEqual([202, { commandId: id, draft: id }]);
    expect(headers.location).toBe(`/api/v1/drafts/${id}`);
    expect(headers['retry-after']).toBeUndefined();
    await harness.restart();
    expect([(await send(id)).status, (await send(id)).json]).toEqual([202, json]);
    expect((await harness.get('/status')).json.size).toBe(5);
  });

  it('is refused with other content under its id, and at once where a rule says no', async () => {
    const id = randomUUID();
    await send(id);
    expect((await send(id, { ...august, value: '1' })).json).toMatchObject({
      status: 409,
      code: 'ledger.command-reused',
    });
    expect((await send(id, { ...august, reason: 'another' })).json).toMatchObject({ status: 409 });
    expect((await send(undefined, { ...august, value: '1.5' })).status).toBe(422);
    expect((await harness.get('/drafts?area=kent', 'force')).json.items).toHaveLength(1);
  });

  it('approved by another person it is on record, and its sender gets the receipt too', async () => {
    const id = randomUUID();
    await send(id);
    expect((await settle('approve-return', id, analyst)).json).toMatchObject({
      status: 403,
      code: 'figures.own-draft',
    });
    const { status, json, headers } = await settle('approve-return', id);
    expect([status, headers.location]).toEqual([201, '/api/v1/events/5']);
    expect(json).toMatchObject({ commandId: id, ledgerSize: 7 });
    expect((await settle('approve-return', id)).json).toEqual(json);
    const again = await send(id);
    expect([again.status, again.json]).toEqual([201, json]);
    const { record } = (await harness.get('/events/5')).json.item as { record: Record<string, unknown> };
    expect(record.by).toMatchObject({ person: 'analyst' });
    expect(record.data).toMatchObject({ approvedBy: { person: 'head', role: 'force', body: 'kent-police' } });
    const history = await harness.get('/figures/kent/victim-based-crime/2022-08/history', 'force');
    expect(history.json.items).toMatchObject([{ value: '11400', reason: WHY }]);
  });

  it('a pseudonym that all of a body share is neither of the two persons', async () => {
    const id = randomUUID();
    await send(id);
    const cli = { token: await harness.daybook.tokens.mint({ ...head, person: 'cli-kent-police' }) };
    const refused = { status: 403, code: 'figures.shared-person', retryable: false };
    for (const as of ['force', cli] as const) {
      expect((await harness.command('submit-return', returnOf(august), { as })).json).toMatchObject(refused);
      expect((await settle('approve-return', id, as)).json).toMatchObject(refused);
      expect((await settle('reject-return', id, as, { reason: WHY })).json).toMatchObject(refused);
    }
    expect((await harness.get('/drafts?area=kent', second)).json.items).toMatchObject([{ state: 'waiting' }]);
    expect((await harness.command('submit-return', returnOf(), { as: 'force' })).json.code).not.toBe(
      'figures.shared-person',
    );
  });

  it('approvals that race record it once', async () => {
    const id = randomUUID();
    await send(id);
    const all = await Promise.all(Array.from({ length: 5 }, () => settle('approve-return', id)));
    expect(all.map(({ status, json }) => [status, json.ledgerSize])).toEqual(all.map(() => [201, 7]));
  });

  it('rejected it is given up: 200, and nothing of it is left', async () => {
    const id = randomUUID();
    await send(id);
    expect((await settle('reject-return', id)).status).toBe(422);
    const { status, json } = await settle('reject-return', id, second, {
      reason: 'Not what the paper says.',
    });
    expect([status, json]).toEqual([200, expect.objectContaining({ draft: id, ended: 'rejected' })]);
    expect((await send(id)).json).toMatchObject({ status: 409, code: 'ledger.draft-given-up' });
    expect((await harness.get(`/drafts/${id}`, 'force')).json).toMatchObject({
      ...{ state: 'rejected', body: null },
      ended: { by: { person: 'head' }, reason: 'Not what the paper says.' },
    });
  });

  it('why it is rejected is never sealed under the id of a draft or of a record', async () => {
    const id = randomUUID();
    await send(id);
    const { commandId = '' } = await harness.record('record-paper', { ...paper, id: 'another-paper' });
    const refused = { status: 409, code: 'ledger.command-reused' };
    for (const own of [id, id.toUpperCase(), commandId]) {
      const body = { area: 'kent', draft: id, reason: 'Not ours.' };
      const { json } = await harness.command('reject-return', body, { as: second, id: own });
      expect(json).toMatchObject(refused);
    }
    expect((await harness.get(`/drafts/${id}`, 'force')).json.state).toBe('waiting');
    await settle('reject-return', id, second, { reason: 'Not ours.' });
    const { ended } = (await harness.get(`/drafts/${id}`, 'force')).json;
    expect(ended).toMatchObject({ reason: 'Not ours.', reasonErased: false });
  });

  it('on record, it says so with its place, though a crash kept that from being noted', async () => {
    const id = randomUUID();
    await send(id);
    harness.daybook.drafts.end = () => Promise.reject(new Error('The process died here.'));
    expect((await settle('approve-return', id)).status).toBe(500);
    await harness.restart();
    const approved = { state: 'approved', index: 5, body: null, ended: { by: { person: 'head' } } };
    expect((await harness.get(`/drafts/${id}`, 'force')).json).toMatchObject(approved);
    const { items } = (await harness.get('/drafts?area=kent', 'force')).json;
    expect(items).toMatchObject([{ id, state: 'approved' }]);
  });

  it('keeps its id for itself: no other command is recorded under it, and it can still be ended', async () => {
    const id = randomUUID();
    await send(id);
    const other = await harness.command('record-paper', { ...paper, id: 'another-paper' }, { id });
    expect(other.json).toMatchObject({ status: 409, code: 'ledger.command-reused' });
    expect((await settle('approve-return', id)).status).toBe(201);
  });

  it('withdrawn by its author it is given up as well, by nobody else', async () => {
    const id = randomUUID();
    await send(id);
    expect((await settle('withdraw-draft', id)).json).toMatchObject({ code: 'figures.not-your-draft' });
    expect((await settle('withdraw-draft', id, analyst)).json).toMatchObject({ ended: 'withdrawn' });
  });

  it('rests with no text of it in the open, in any file', async () => {
    const id = randomUUID();
    await send(id);
    await settle('reject-return', (await send()).json.draft as string, second, {
      reason: 'Some other text.',
    });
    const files = readdirSync(harness.folder).map(
      (name) => [name, readFileSync(join(harness.folder, name))] as const,
    );
    expect(files.map(([name]) => name)).toContain('drafts.db');
    for (const [name, bytes] of files)
      expect([name, bytes.includes(WHY), bytes.includes('Some other text.')]).toEqual([name, false, false]);
    expect(files.some(([, bytes]) => bytes.includes(id))).toBe(true);
  });
});

describe('drafts', () => {
  it('are read by the people of their body alone', async () => {
    const id = randomUUID();
    await send(id);
    expect((await harness.get(`/drafts/${id}`, second)).json).toMatchObject({
      ...{ id, state: 'waiting', figures: 1, obstacle: null },
      body: { lines: [{ reason: WHY }] },
    });
    const readers: [As, list: number, one: number][] = [
      ['public', 401, 401],
      ['panel', 403, 403],
      ['inspector', 403, 403],
      ['stranger', 403, 404],
      ['office', 200, 404],
    ];
    for (const [as, list, one] of readers) {
      const [all, single] = [
        await harness.get('/drafts?area=kent', as),
        await harness.get(`/drafts/${id}`, as),
      ];
      expect([as, all.status, single.status]).toEqual([as, list, one]);
      expect(all.text + single.text).not.toContain('11400');
    }
    expect((await harness.get('/drafts?area=kent', 'office')).json).toEqual({ fourEyes: false, items: [] });
  });

  it('say why they could not be approved now', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await send(one);
    await send(other, { ...august, value: '11999' });
    await settle('approve-return', one);
    const refused = await settle('approve-return', other);
    expect(refused.json).toMatchObject({ status: 409, code: 'figures.value-differs' });
    expect((await harness.get(`/drafts/${other}`, second)).json).toMatchObject({
      ...{
        state: 'waiting',
        obstacle: { code: 'figures.value-differs', errors: [{ pointer: '/lines/0/value' }] },
      },
    });
  });
});
