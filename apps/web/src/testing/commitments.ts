import type { Harness } from './harness';

export const ACTION = 'kent-board-2023-03-15-vetting-plan';
export const TARGET = 'kent-officers-2023';
const BOARD = { area: 'kent', effectiveOn: '2023-03-15' };
const BY_OFFICE = { as: 'office' } as const;
const paper = {
  ...{ id: 'kent-workforce-2023-07-01', area: 'kent', title: 'Workforce' },
  ...{ issuedBy: 'kent-police', dated: '2023-07-01' },
};

/** An action of the force whose date moved once and is asked to move again; a target of officers, claimed. */
export async function recordCommitments(harness: Harness): Promise<void> {
  const promise = (body: object) =>
    harness.record('make-commitment', {
      ...{ ...BOARD, kind: 'action', owner: 'kent-chief-constable', to: 'kent-pcc', ...body },
    });
  await promise({
    id: ACTION,
    title: 'Bring a vetting plan',
    promise: 'A plan for vetting.',
    due: '2023-06-07',
  });
  const ask = (effectiveOn: string, to: string, reason: string) => {
    const asked = { area: 'kent', commitment: ACTION, effectiveOn, to, reason, askedBy: 'kent-police' };
    return harness.record('ask-commitment-move', asked);
  };
  await ask('2023-05-01', '2023-07-07', 'Staff left.');
  const agreed = { area: 'kent', commitment: ACTION, effectiveOn: '2023-05-20' };
  await harness.record('agree-commitment-move', agreed, BY_OFFICE);
  await ask('2023-06-20', '2023-09-30', 'More left.');
  await harness.record('record-paper', paper);
  await harness.record('define-measure', {
    ...{ area: 'kent', id: 'officers', title: 'Police officers', unit: 'fte', decimals: 1 },
    ...{ frequency: 'financial-year', definition: 'Officers at the end.', effectiveOn: '2022-09-14' },
  });
  const line = { measure: 'officers', period: 'FY2022-23', value: '4200.0', place: 'p. 2' };
  const figures = { area: 'kent', effectiveOn: '2023-07-01', paper: paper.id, lines: [line] };
  await harness.record('submit-return', figures);
  const target = { measure: 'officers', value: '4144.9', sense: 'at-least', counting: 'yearly' };
  await promise({
    ...{ id: TARGET, kind: 'target', title: 'Fill the establishment' },
    target: { ...target, periods: ['FY2022-23'] },
  });
  const claim = { area: 'kent', commitment: TARGET, effectiveOn: '2023-07-02', evidence: 'The return.' };
  const cites = [{ measure: 'officers', period: 'FY2022-23' }];
  await harness.record('claim-commitment', { ...claim, cites });
}
