import type { Harness } from './harness';
import { line, measure, recordSample, returnOf } from './sample';

/** A question of the office to the chief constable, which is about the figure of the sample. */
export const question = {
  ...{ area: 'kent', id: 'kent-question-1', title: 'Why crime rose', words: 'Why did it rise so fast?' },
  ...{ to: 'kent-chief-constable', effectiveOn: '2022-09-20', about: [`measure:kent/${measure.id}`] },
} as const;
export const cite = { measure: measure.id, period: '2022-07' };
export const answer = {
  ...{ area: 'kent', question: question.id, effectiveOn: '2022-09-27', extent: 'full' },
  ...{ answer: 'More of it was reported.', cites: [cite] },
} as const;

/** The sample, and the question: a ledger of size 5. */
export async function recordQuestion(harness: Harness): Promise<void> {
  await recordSample(harness);
  await harness.record('ask-question', question, { as: 'office' });
}

/** The figure that is cited is revised, effective in October. */
export async function reviseCited(harness: Harness): Promise<void> {
  const { json } = await harness.get(`/figures/kent/${measure.id}/2022-07`);
  const changed = { ...line, value: '12500', kind: 'revised', of: json.item?.id };
  await harness.record('submit-return', { ...returnOf(changed), effectiveOn: '2022-10-10' });
}
