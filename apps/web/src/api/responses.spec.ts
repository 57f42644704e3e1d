import { Harness, type As } from '../testing/harness';
import { afi, concern, recommendation, recordReport, report, second } from '../testing/report';

const RESPONSE = `/inspections/${report.id}/response`;
const step = { area: 'kent', inspection: report.id, effectiveOn: '2022-05-09' };
const answer = { ...step, finding: recommendation.id, action: 'planned', answer: 'A new desk.' };

let harness: Harness;
beforeEach(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.close());

const office = { as: 'office' } as const;
const give = (name: string, more: object = {}, as: As = 'office') =>
  harness.record(name, { ...step, ...more }, { as });

it('runs from publication until the response, whose texts are read by whoever may', async () => {
  await recordReport(harness);
  const { json } = await harness.get(`${RESPONSE}?asOf=2022-05-09`);
  expect(json).toMatchObject({
    ...{ asOf: '2022-05-09', basis: 4 },
    item: {
      ...{ inspection: report.id, publishedOn: '2022-04-28', dueOn: '2022-06-22' },
      ...{ status: 'running', day: 12, uncovered: [recommendation.id, second.id], missing: ['comments'] },
      copies: [
        { to: 'inspectorate', sentOn: null },
        { to: 'secretary-of-state', sentOn: null },
      ],
    },
  });
  await give('invite-comments', { commentsBy: '2022-05-27' });
  await give('record-comments', { comments: 'We agree with all of it.', effectiveOn: '2022-05-20' }, 'force');
  await harness.record('answer-recommendation', answer, office);
  await harness.record('answer-recommendation', { ...answer, finding: second.id, action: 'done' }, office);
  await give('publish-response', { reply: 'So do we.', effectiveOn: '2022-06-22' });
  await give('send-copy', { to: 'secretary-of-state', effectiveOn: '2022-06-23' });
  const { json: now } = await harness.get(RESPONSE);
  expect(now.item).toMatchObject({
    ...{ status: 'met', day: 56, respondedOn: '2022-06-22', complete: true, uncovered: [], missing: [] },
    comments: [{ comments: 'We agree with all of it.', by: { role: 'force' } }],
    answers: [{ answer: 'A new desk.', action: 'planned', stands: true }, { action: 'done' }],
    publications: [{ reply: 'So do we.', day: 56 }],
    copies: [{ sentOn: null }, { sentOn: '2022-06-23' }],
  });
  expect((await harness.get(`${RESPONSE}?basis=4`)).json.item).toMatchObject({ status: 'none-recorded' });
  expect((await harness.get(`${RESPONSE}?area=kent`, 'panel')).status).toBe(200);
});

it('is not on record before its inspection is, nor for those who may not read of it', async () => {
  expect((await harness.get(RESPONSE)).json.code).toBe('inspections.inspection-not-on-record');
  await recordReport(harness, { access: 'restricted' });
  expect((await harness.get(RESPONSE)).status).toBe(404);
  expect((await harness.get(`${RESPONSE}?asOf=2022-04-27`, 'office')).status).toBe(404);
  expect((await harness.get(RESPONSE, 'office')).json.item).toMatchObject({ status: 'none-recorded' });
  expect((await harness.get(`${RESPONSE}?area=essex`, 'office')).status).toBe(404);
});

it('62. of two people who answer one recommendation at once, one is told of the other', async () => {
  await recordReport(harness);
  const both = [answer, { ...answer, action: 'nothing', answer: 'It was never so.' }];
  const sent = await Promise.all(both.map((one) => harness.command('answer-recommendation', one, office)));
  expect(sent.map(({ status }) => status).sort()).toEqual([201, 409]);
  const { json } = sent.find(({ status }) => status === 409)!;
  expect(json).toMatchObject({ code: 'inspections.already-answered', errors: [{ pointer: '/of' }] });
  const of = String((json.errors?.[0] as { standing?: string }).standing);
  await harness.record('answer-recommendation', { ...answer, action: 'done', of }, office);
  const { json: now } = await harness.get(RESPONSE);
  expect(now.item?.answers).toMatchObject([
    { id: of, stands: false },
    { of, action: 'done', stands: true },
  ]);
});

it('says by its code what was wrong', async () => {
  await recordReport(harness);
  const wrong: readonly [name: string, more: object, as: As, status: number, code: string][] = [
    ['answer-recommendation', { ...answer, finding: afi.id }, 'office', 422, 'not-a-recommendation'],
    ['answer-recommendation', { ...answer, answer: ' ' }, 'office', 422, 'request.matches'],
    ['publish-response', {}, 'force', 403, 'identity.not-allowed'],
    ['send-copy', { to: 'inspectorate' }, 'office', 422, 'not-published'],
    ['record-comments', { comments: ' ' }, 'force', 422, 'comments-missing'],
  ];
  for (const [name, more, as, status, code] of wrong) {
    const { json } = await harness.command(name, { ...step, ...more }, { as });
    expect([json.status, json.code]).toEqual([status, code.includes('.') ? code : `inspections.${code}`]);
  }
});

it('an accelerated cause of concern has a clock of its own', async () => {
  await recordReport(harness);
  await harness.record('raise-finding', concern, { as: 'inspector' });
  await give('answer-recommendation', { ...answer, finding: second.id });
  await give('publish-response', { concern: concern.id, effectiveOn: '2022-05-09' });
  expect((await harness.get(RESPONSE)).json.item).toMatchObject({
    ...{ status: 'none-recorded', uncovered: [recommendation.id] },
    accelerated: [
      {
        ...{ concern: concern.id, title: 'Children at risk', publishedOn: '2022-03-01', dueOn: '2022-04-25' },
        ...{ status: 'late', day: 70, daysLate: 14, uncovered: [] },
      },
    ],
  });
});
