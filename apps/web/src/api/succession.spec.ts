import { Harness, type As, type Sent } from '../testing/harness';
import { AFI, SECOND, recordFindings } from '../testing/findings';

/** The commissioner is followed by a mayor on this day, which the office records on the next. */
const ON = '2028-05-09';
const LATER = '2028-05-20';

let harness: Harness;
let mayor: As;

beforeAll(async () => {
  harness = await Harness.start({ at: '2028-05-10T09:00:00.000Z' });
  await recordFindings(harness);
  mayor = { token: await harness.token('office', 'kent-mayor') };
});
afterAll(() => harness.close());

const kent = (effectiveOn: string, more: object) => ({ area: 'kent', effectiveOn, ...more });
const about = (effectiveOn: string, more: object = {}) => kent(effectiveOn, { finding: AFI, ...more });
const refusal = ({ status, json }: Sent): unknown[] => [status, json.code];
const bodies = async (at = ''): Promise<unknown> => {
  const { json } = await harness.get(`/bodies?area=kent${at}`);
  return json.items?.map(({ id, dutiesWith }) => [id, dutiesWith]);
};

async function succeed(): Promise<void> {
  const as = 'office';
  const body = { id: 'kent-mayor', kind: 'local-policing-body', title: 'Mayor of Kent' };
  await harness.record('register-body', kent('2028-05-01', body), { as });
  expect(refusal(await harness.command('assure-discharge', about(LATER), { as: mayor }))).toEqual([
    403,
    'identity.other-area',
  ]);
  const succession = { body: 'kent-pcc', successor: 'kent-mayor', reason: 'By the act of that year.' };
  await harness.record('succeed-body', kent(ON, succession), { as });
  harness.clock.at = `${LATER}T09:00:00.000Z`;
  mayor = { token: await harness.token('office', 'kent-mayor') };
}

describe('a mayor takes the place of the commissioner', () => {
  beforeAll(succeed);

  it('and is shown as having it from that day on, and not before', async () => {
    expect(await bodies()).toEqual([
      ['kent-mayor', 'kent-mayor'],
      ['kent-pcc', 'kent-mayor'],
    ]);
    expect(await bodies('&asOf=2028-05-08')).toEqual([['kent-mayor', 'kent-mayor']]);
    expect((await harness.get('/bodies/kent-pcc')).json.item).toMatchObject({
      ...{ title: 'Kent PCC', registeredOn: null, succeededBy: { body: 'kent-mayor', on: ON } },
      history: [{ type: 'register.body-succeeded', reason: 'By the act of that year.' }],
    });
    expect((await harness.get('/bodies/kent-mayor')).json.item).toMatchObject({
      succeeds: [{ body: 'kent-pcc', on: ON }],
    });
    expect((await harness.get('/bodies?kind=council')).json.items).toEqual([]);
    expect(refusal(await harness.get('/bodies/kent-council'))).toEqual([404, 'register.body-not-on-record']);
    expect((await harness.get('/bodies?kind=x')).json.code).toBe('register.unknown-kind');
  });

  it('whose people act no more, but for the days before', async () => {
    const late = await harness.command('assure-discharge', about(ON), { as: 'office' });
    expect(refusal(late)).toEqual([403, 'identity.body-succeeded']);
    expect(late.json.detail).toContain('kent-mayor took the place of kent-pcc on 2028-05-09');
    const month = await harness.command('assure-discharge', about('2028-05'), { as: 'office' });
    expect(refusal(month)).toEqual([403, 'identity.body-succeeded']);
    const check = await harness.request('POST', '/api/v1/checks/import-tracker', {
      as: 'office',
      headers: { 'content-type': 'application/json' },
      payload: kent('2028-05-08', { lines: [{ finding: AFI, effectiveOn: ON }] }),
    });
    expect(refusal(check)).toEqual([403, 'identity.body-succeeded']);
    const moved = about('2028-05-02', { to: '2028-12', finding: SECOND, reason: 'Later.' });
    await harness.record('move-completion', moved);
    await harness.record('decline-discharge', about('2028-05-08', { reason: 'Not yet.' }), { as: 'office' });
  });

  it('and who does what was the commissioner’s to do', async () => {
    await harness.record('assure-discharge', about(LATER), { as: mayor });
    await harness.record('agree-move', about(LATER, { finding: SECOND }), { as: mayor });
    const again = await harness.command('decline-discharge', about('2028-05-08', { reason: 'No.' }), {
      as: mayor,
    });
    // What the commissioner did before is the commissioner's still, and is written down from a paper.
    expect(refusal(again)).toEqual([422, 'inspections.paper-missing']);
    const body = { id: 'kent-board', kind: 'board', title: 'Board', within: 'kent-mayor' };
    await harness.record('register-body', kent(LATER, body), { as: mayor });
  });

  it('while every entry says under which body it was made', async () => {
    const { json } = await harness.get(`/findings/${AFI}/history`);
    const said = json.items?.map(({ type, by }) => [type, (by as { body: string }).body]);
    expect(said?.slice(-2)).toEqual([
      ['inspections.discharge-declined', 'kent-pcc'],
      ['inspections.discharge-assured', 'kent-mayor'],
    ]);
    const agreed = (await harness.get(`/findings/${SECOND}`)).json.item?.history as {
      by: { body: string };
    }[];
    expect(agreed.at(-1)).toMatchObject({ type: 'inspections.move-agreed', by: { body: 'kent-mayor' } });
  });

  it('and reads what is restricted in the area', async () => {
    const paper = { id: 'kent-closed', area: 'kent', title: 'Closed', issuedBy: 'kent-police' };
    await harness.record('record-paper', { ...paper, dated: LATER, access: 'restricted' });
    const seen = async (as: As) => (await harness.get('/papers?area=kent', as)).json.items?.length;
    expect([await seen(mayor), await seen('office'), await seen('public')]).toEqual([1, 1, 0]);
  });
});
