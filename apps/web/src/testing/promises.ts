import type { Harness } from './harness';
import { paper } from './sample';

/** Promises of the force: an action to the office, due in May; an undertaking to the panel; one to nobody known. */
export const ACTION = 'kent-board-2023-03-15-action-1';
export const UNDERTAKING = 'kent-panel-2023-04-18-undertaking-1';
export const UNSAID = 'kent-unsaid-1';
/** The office's own, to the panel. */
export const OF_OFFICE = 'kent-panel-2023-04-18-undertaking-2';

export const promised = (id: string, more: object = {}): object => ({
  ...{ area: 'kent', id, kind: 'undertaking', title: 'Report on vetting', effectiveOn: '2023-03-15' },
  ...{ owner: 'kent-police', to: 'kent-pcc', due: '2023-05-31', ...more },
});

export async function recordPromises(harness: Harness): Promise<void> {
  const minutes = { id: 'panel-minutes', title: 'Minutes', issuedBy: 'kent-panel', dated: '2023-04-18' };
  await harness.record('record-paper', { ...paper, ...minutes }, { as: 'office' });
  await harness.record('make-commitment', promised(ACTION, { kind: 'action' }));
  await harness.record(
    'make-commitment',
    promised(UNDERTAKING, { to: 'kent-panel', title: 'Tell the panel' }),
  );
  await harness.record('make-commitment', promised(UNSAID, { to: null, title: 'To nobody known' }));
  const own = promised(OF_OFFICE, { owner: 'kent-pcc', to: 'kent-panel', title: 'Publish the plan' });
  await harness.record('make-commitment', own, { as: 'office' });
}
