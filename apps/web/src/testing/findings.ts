import type { Harness } from './harness';

const INSPECTION = 'kent-peel-2021-22';
export const AFI = 'kent-peel-2021-22-afi-01';
export const SECOND = 'kent-peel-2021-22-afi-02';
const PUBLISHED = '2022-04-28';
const kent = { area: 'kent' };

/**
 * An inspection with two areas for improvement in one group, of which the first moved by a month and is
 * claimed, and a national recommendation for two bodies.
 */
export async function recordFindings(harness: Harness): Promise<void> {
  const raise = (finding: object): Promise<unknown> =>
    harness.record(
      'raise-finding',
      { ...kent, inspection: INSPECTION, effectiveOn: PUBLISHED, ...finding },
      { as: 'inspector' },
    );
  const inspection = {
    ...{ ...kent, id: INSPECTION, kind: 'force', inspectorate: 'hmicfrs', title: 'How well the force does' },
    ...{ publishedOn: PUBLISHED, effectiveOn: PUBLISHED, scale: 'peel-2021' },
  };
  await harness.record('record-inspection', inspection, { as: 'inspector' });
  const forForce = { kind: 'afi', addressees: ['kent-police'] };
  await raise({ ...forForce, id: AFI, number: 1, title: 'Recording of crime' });
  await raise({ ...forForce, id: SECOND, number: 2, title: 'Supervision' });
  await raise({
    ...{ id: 'national-rec-01', kind: 'recommendation', title: 'Vetting' },
    addressees: ['kent-chief-constable', 'home-office'],
  });
  const group = { id: 'recording', title: 'Recording', findings: [AFI, SECOND], effectiveOn: '2022-05-10' };
  await harness.record('group-findings', { ...kent, inspection: INSPECTION, ...group });
  const dated = { ...kent, finding: AFI, effectiveOn: '2022-05-20', anticipated: '2022-11' };
  await harness.record('anticipate-completion', dated);
  const apart = { id: 'alone', findings: [SECOND], effectiveOn: '2022-06-01' };
  await harness.record('group-findings', { ...kent, inspection: INSPECTION, ...apart });
  const moved = { ...kent, finding: AFI, effectiveOn: '2022-10-31', to: '2022-12' };
  await harness.record('move-completion', { ...moved, reason: 'A later audit.', askedBy: 'kent-police' });
  const claim = { ...kent, finding: AFI, effectiveOn: '2022-11-30', evidence: 'Audited twice.' };
  await harness.record('claim-discharge', claim);
}
