import { ACTION, OF_OFFICE, UNDERTAKING, UNSAID, promised, recordPromises } from '../testing/promises';
import { Harness, type Sent } from '../testing/harness';

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start({ at: '2023-06-27T09:00:00.000Z' });
  await recordPromises(harness);
});
afterAll(() => harness.close());

type As = 'force' | 'office' | 'panel' | 'inspector' | 'public';
const about = (commitment: string, more: object = {}): object => ({
  ...{ area: 'kent', commitment, effectiveOn: '2023-06-01' },
  ...more,
});
/** What each act says besides what it is about: a reason, unless it is said otherwise. */
const SAYS: Readonly<Record<string, object>> = {
  'accept-commitment': {},
  'agree-commitment-move': {},
  'report-commitment-progress': { report: 'Under way.' },
  'claim-commitment': { evidence: 'The report is out.' },
  'ask-commitment-move': { reason: 'It takes longer.', to: 'September 2023' },
};
const refusal = ({ status, json }: Sent): unknown[] => [status, json.code];
const standing = async (id: string): Promise<unknown> =>
  (await harness.get(`/commitments/${id}`, 'office')).json.item;
const does = (name: string, commitment: string, as: As, more: object = {}): Promise<Sent> => {
  const says = SAYS[name] ?? { reason: 'The board was told so.' };
  return harness.command(name, about(commitment, { ...says, ...more }), { as });
};

describe('a promise', () => {
  it('is nobody else’s to make, move, claim, accept or end', async () => {
    const wrong: readonly (readonly [string, string, readonly As[]])[] = [
      ['accept-commitment', ACTION, ['panel', 'inspector', 'public']],
      ['ask-commitment-move', ACTION, ['panel', 'inspector', 'public']],
      ['report-commitment-progress', ACTION, ['panel', 'inspector', 'public']],
      ['claim-commitment', ACTION, ['panel', 'inspector', 'public']],
      ['claim-commitment', OF_OFFICE, ['force', 'panel', 'inspector', 'public']],
      ['agree-commitment-move', ACTION, ['force', 'panel', 'inspector', 'public']],
      ['refuse-commitment-move', ACTION, ['force', 'panel', 'inspector', 'public']],
      ['accept-discharge', ACTION, ['force', 'panel', 'inspector', 'public']],
      ['accept-discharge', OF_OFFICE, ['office', 'force', 'inspector', 'public']],
      ['refuse-discharge', UNDERTAKING, ['force', 'inspector', 'public']],
      ['withdraw-commitment', ACTION, ['panel', 'inspector', 'public']],
      ['supersede-commitment', UNDERTAKING, ['inspector', 'public']],
      ['reopen-commitment', ACTION, ['force', 'panel', 'inspector', 'public']],
    ];
    for (const [name, commitment, roles] of wrong)
      for (const as of roles) {
        const sent = await does(name, commitment, as);
        expect([name, as, sent.status]).toEqual([name, as, as === 'public' ? 401 : 403]);
      }
    for (const as of ['panel', 'inspector'] as const)
      expect((await harness.command('make-commitment', promised('kent-1'), { as })).status).toBe(403);
    const elsewhere = promised('kent-2', { area: 'essex', owner: 'essex-police', to: null });
    expect(refusal(await harness.command('make-commitment', elsewhere))).toEqual([
      403,
      'identity.other-area',
    ]);
  });

  it('is its body’s as at any date, though the office that promised was registered later', async () => {
    const [office, deputy] = [{ as: 'office' } as const, 'kent-chief-officer'];
    const body = { id: deputy, kind: 'office', title: 'Chief officer', within: 'kent-police' };
    await harness.record('register-body', { area: 'kent', effectiveOn: '2023-06-20', ...body }, office);
    const promise = promised('kent-deputys', { owner: deputy, effectiveOn: '2023-05-02', due: null });
    await harness.record('make-commitment', { ...promise, meeting: null, item: null });
    const listed = await harness.get('/commitments?owner=kent-police&asOf=2023-05-15&area=kent');
    expect(listed.json.items).toContainEqual(
      expect.objectContaining({ id: 'kent-deputys', ownerBody: 'kent-police' }),
    );
  });

  it('moves when its date is agreed, and is kept when whoever it was promised to says so', async () => {
    const asked = await does('ask-commitment-move', ACTION, 'force');
    expect(asked.status).toBe(201);
    expect(await standing(ACTION)).toMatchObject({
      ...{ due: '2023-05-31', pendingMove: '2023-09', moves: 0, overdueDays: 27 },
    });
    expect(refusal(await does('agree-commitment-move', ACTION, 'force'))).toEqual([403, 'scrutiny.own-move']);
    expect((await does('agree-commitment-move', ACTION, 'office')).status).toBe(201);
    expect(await standing(ACTION)).toMatchObject({
      ...{ due: '2023-09', originalDue: '2023-05-31', moves: 1, slipDays: 122, overdueDays: null },
    });
    expect((await does('claim-commitment', ACTION, 'force')).status).toBe(201);
    expect(refusal(await does('claim-commitment', ACTION, 'force'))).toEqual([409, 'scrutiny.already-so']);
    expect(refusal(await does('accept-discharge', ACTION, 'force'))).toEqual([403, 'scrutiny.own-discharge']);
    expect((await does('accept-discharge', ACTION, 'office')).status).toBe(201);
    expect(await standing(ACTION)).toMatchObject({
      ...{ status: 'discharged', claimedOn: '2023-06-01', acceptedOn: '2023-06-01' },
    });
    expect((await harness.get('/events?limit=100')).text).not.toContain('The report is out');
  });

  it('of the office’s own is accepted by the panel, or from a paper of the panel’s', async () => {
    expect((await does('claim-commitment', OF_OFFICE, 'office')).status).toBe(201);
    expect(refusal(await does('accept-discharge', OF_OFFICE, 'office'))).toEqual([
      403,
      'scrutiny.own-discharge',
    ]);
    const paper = { paper: 'panel-minutes', place: 'item 3' };
    expect((await does('accept-discharge', OF_OFFICE, 'office', paper)).status).toBe(201);
    expect((await does('reopen-commitment', OF_OFFICE, 'panel')).status).toBe(201);
  });

  it('to nobody known is claimed, and nobody can accept that', async () => {
    expect((await does('claim-commitment', UNSAID, 'force')).status).toBe(201);
    expect(refusal(await does('accept-discharge', UNSAID, 'office'))).toEqual([
      422,
      'scrutiny.promised-to-nobody',
    ]);
  });
});
