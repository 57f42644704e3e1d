import { Harness, type Sent } from '../testing/harness';
import { AFI, SECOND, recordFindings } from '../testing/findings';

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start({ at: '2023-03-15T09:00:00.000Z' });
  await recordFindings(harness);
});
afterAll(() => harness.close());

const about = (effectiveOn: string, more: object = {}) => ({
  area: 'kent',
  finding: AFI,
  effectiveOn,
  ...more,
});
const refusal = ({ status, json }: Sent): unknown[] => [status, json.code];
const standing = async (finding: string): Promise<unknown> =>
  (await harness.get(`/findings/${finding}`)).json.item;

describe('closing a finding', () => {
  it('takes three parties, each by itself, and shows how long each waited', async () => {
    const { command, record } = {
      command: harness.command.bind(harness),
      record: harness.record.bind(harness),
    };
    const said = about('2022-12-10', { reason: 'Two audits are not enough.' });
    for (const as of ['force', 'inspector', 'panel'] as const)
      expect(refusal(await command('assure-discharge', said, { as }))).toEqual([403, 'identity.not-allowed']);
    await record('decline-discharge', said, { as: 'office' });
    await record('assure-discharge', about('2023-01-05'), { as: 'office' });
    expect(refusal(await command('close-finding', said, { as: 'force' }))).toEqual([
      403,
      'identity.not-allowed',
    ]);
    expect(refusal(await command('close-finding', said, { as: 'office' }))).toEqual([
      422,
      'inspections.paper-missing',
    ]);
    await record('close-finding', about('2023-02-01'), { as: 'inspector' });
    expect(await standing(AFI)).toMatchObject({
      ...{ status: 'closed', claimedOn: '2022-11-30', assuredOn: '2023-01-05', closedOn: '2023-02-01' },
      addressees: [{ missing: [], gaps: { claimedToAssuredDays: 36, assuredToClosedDays: 27 } }],
    });
  });

  it('may go without a claim, which is shown', async () => {
    await harness.record('close-finding', about('2023-02-01', { finding: SECOND }), { as: 'inspector' });
    expect(await standing(SECOND)).toMatchObject({
      ...{ status: 'closed', claimedOn: null },
      addressees: [{ missing: ['claim', 'assurance'] }],
    });
  });

  it('begins with a claim, with evidence, of one of two who make it at once', async () => {
    const claim = about('2023-03-01', { finding: 'national-rec-01' });
    expect(refusal(await harness.command('claim-discharge', { ...claim, evidence: ' ' }))).toEqual([
      422,
      'inspections.evidence-missing',
    ]);
    const both = await Promise.all(
      [1, 2].map(() => harness.command('claim-discharge', { ...claim, evidence: 'Every file was read.' })),
    );
    expect(both.map(refusal).sort()).toEqual([
      [201, undefined],
      [409, 'inspections.already-so'],
    ]);
    const { text } = await harness.get('/events?limit=100');
    expect(text).not.toContain('Every file');
  });
});
