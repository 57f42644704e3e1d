import { Harness, type As } from '../testing/harness';

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start({ at: '2023-03-15T09:00:00.000Z' });
  const inspection = { area: 'kent', id: 'kent-peel', kind: 'force', inspectorate: 'hmicfrs', title: 'Kent' };
  const published = { effectiveOn: '2022-04-28', publishedOn: '2022-04-28' };
  await harness.record('record-inspection', { ...inspection, ...published }, { as: 'inspector' });
  const afi = { area: 'kent', inspection: 'kent-peel', kind: 'afi', addressees: ['kent-police'] };
  for (const id of ['afi-01', 'afi-02', 'afi-03'])
    await harness.record(
      'raise-finding',
      { ...afi, id, title: id, effectiveOn: '2022-04-28' },
      { as: 'inspector' },
    );
});
afterAll(() => harness.close());

const afi = { area: 'kent', finding: 'afi-01' };
const october = { ...afi, effectiveOn: '2022-10-31' };
const december = {
  ...afi,
  effectiveOn: '2022-12-15',
  to: 'February 2023',
  reason: 'Staff were lent elsewhere.',
};

async function refusal(name: string, body: object, as: As = 'force'): Promise<unknown[]> {
  const { status, json } = await harness.command(name, body, { as });
  return [status, json.code];
}

describe('due dates by the API', () => {
  it('are given, moved and agreed, for all that share a plan item', async () => {
    const group = { area: 'kent', inspection: 'kent-peel', id: 'recording', findings: ['afi-02', 'afi-01'] };
    await harness.record('group-findings', { ...group, effectiveOn: '2022-10-31' });
    await harness.record('anticipate-completion', { ...october, anticipated: 'November 2022' });
    await harness.record('move-completion', december);
    await harness.record('agree-move', { ...afi, effectiveOn: '2023-01-05' }, { as: 'office' });
    await harness.record('report-progress', {
      ...december,
      to: undefined,
      reason: undefined,
      taken: 'Trained two teams.',
    });
    for (const id of ['afi-01', 'afi-02']) {
      const { json } = await harness.get(`/findings/${id}`);
      const dates = { anticipated: '2023-02', originalAnticipated: '2022-11', moves: 1, slipDays: 90 };
      expect(json.item).toMatchObject(dates);
    }
    const listed = await harness.get('/findings?area=kent&overdue=yes');
    expect(listed.json.items).toMatchObject([
      { finding: 'afi-01', overdueDays: 15, agreed: true },
      { finding: 'afi-02', overdueDays: 15, agreed: true },
    ]);
    const before = await harness.get('/findings?area=kent&asOf=2022-12-31&movedMoreThan=0');
    expect(before.json.items).toMatchObject([{ agreed: false }, { agreed: false }]);
  });

  it('are refused with what stands, and with who may', async () => {
    expect(
      await refusal('anticipate-completion', {
        ...october,
        effectiveOn: '2023-03-01',
        anticipated: '2023-06',
      }),
    ).toEqual([409, 'inspections.date-stands']);
    expect(await refusal('agree-move', { ...afi, effectiveOn: '2023-03-01' })).toEqual([
      409,
      'inspections.nothing-to-agree',
    ]);
    await harness.record('move-completion', {
      ...december,
      effectiveOn: '2023-03-01',
      to: 'around December 2023',
    });
    expect(await refusal('agree-move', { ...afi, effectiveOn: '2023-03-01' })).toEqual([
      403,
      'inspections.not-yours',
    ]);
  });

  it.each([
    [{ anticipated: '2023-13' }, 'inspections.bad-month'],
    [{ anticipated: '2023-02-30' }, 'inspections.bad-date'],
    [{ anticipated: '2022-03' }, 'inspections.due-before-finding'],
    [{}, 'request.invalid'],
    [{ anticipated: ' ' }, 'request.matches'],
    [{ anticipated: 2023 }, 'request.invalid'],
  ])('%j is refused', async (said, code) => {
    const body = { area: 'kent', finding: 'afi-03', effectiveOn: '2022-10-31', ...said };
    expect(await refusal('anticipate-completion', body)).toEqual([422, code]);
  });

  it('of two people who give one at once, one is told that a date stands', async () => {
    const body = { area: 'kent', finding: 'afi-03', effectiveOn: '2022-10-31' };
    const both = await Promise.all(
      ['2022-11', '2022-12'].map((anticipated) =>
        harness.command('anticipate-completion', { ...body, anticipated }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
