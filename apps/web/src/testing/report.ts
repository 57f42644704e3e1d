import type { Harness } from './harness';

const as = 'inspector';

/** A made-up report on the force with two recommendations, which tests answer; its last day is 22 June 2022. */
export const report = {
  ...{ area: 'kent', id: 'kent-report', kind: 'force', inspectorate: 'hmicfrs' },
  ...{ title: 'How the force does', publishedOn: '2022-04-28', effectiveOn: '2022-04-28' },
} as const;
export const recommendation = {
  ...{ area: 'kent', inspection: report.id, id: 'kent-report-r-01', kind: 'recommendation', number: 1 },
  ...{ title: 'Record crime sooner', addressees: ['kent-police'], effectiveOn: '2022-04-28' },
} as const;
export const second = {
  ...recommendation,
  ...{ id: 'kent-report-r-02', number: 2, title: 'Keep in touch with victims' },
};
export const afi = { ...recommendation, id: 'kent-report-afi-01', kind: 'afi', title: 'Manage demand' };
/** An accelerated cause of concern, which carries the second recommendation; its last day is 25 April 2022. */
export const concern = {
  ...{ ...recommendation, id: 'kent-report-concern', kind: 'cause-of-concern', title: 'Children at risk' },
  ...{ number: null, recommendations: [second.id], accelerated: { publishedOn: '2022-03-01' } },
};

/** The report with both recommendations and an area for improvement: 4 records. */
export async function recordReport(harness: Harness, more: object = {}): Promise<void> {
  await harness.record('record-inspection', { ...report, ...more }, { as });
  for (const finding of [recommendation, second, afi]) await harness.record('raise-finding', finding, { as });
}

/** A response on day 20 that leaves the second recommendation out, and a copy of it: 4 records. */
export async function respondTo(harness: Harness): Promise<void> {
  const step = { area: report.area, inspection: report.id, effectiveOn: '2022-05-17' };
  const answer = { finding: recommendation.id, action: 'planned', answer: 'A new desk.' };
  await harness.record('record-comments', { ...step, comments: 'We agree.' });
  await harness.record('answer-recommendation', { ...step, ...answer }, { as: 'office' });
  await harness.record('publish-response', { ...step, reply: 'So do we.' }, { as: 'office' });
  await harness.record('send-copy', { ...step, to: 'inspectorate' }, { as: 'office' });
}
