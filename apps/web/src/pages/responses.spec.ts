import { randomUUID } from 'node:crypto';
import { Harness } from '../testing/harness';
import { concern, recommendation, recordReport, report, second } from '../testing/report';
import { Visitor } from './testing/visitor';

const PAGE = `/kent/inspections/${report.id}/response`;
const ANSWER = `${PAGE}/answer-recommendation/${recommendation.id}`;

let harness: Harness;
let office: Visitor;
let force: Visitor;
let anyone: Visitor;
beforeEach(async () => {
  harness = await Harness.start({ at: '2022-05-09T09:00:00.000Z' });
  await recordReport(harness);
  [office, force] = (await Promise.all(
    ['demo-kent-pcc', 'demo-kent-police'].map((person) => Visitor.signedIn(harness, person)),
  )) as [Visitor, Visitor];
  anyone = new Visitor(harness);
});
afterEach(() => harness.close());

const on = (name: string, [year, month, day]: readonly [string, string, string]) => ({
  ...{ [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: day },
});
const fields = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...{ 'command-id': randomUUID(), ...on('effectiveOn', ['2022', '5', '9']) },
  ...more,
});
const hrefs = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '');

/** Fills in, checks in words, records, and shows what it led to. */
async function record(who: Visitor, path: string, more: Readonly<Record<string, string>>) {
  await who.see(path);
  const checked = await who.send(path, fields({ ...more, action: 'check' }));
  const recorded = await who.send(path, fields({ ...more, action: 'submit' }));
  if (recorded.status !== 303) throw new Error(recorded.words);
  return { checked, shown: await who.see(String(recorded.headers.location)) };
}

it('says the clock in words, and what is not covered', async () => {
  const { words, html } = await anyone.see(PAGE);
  expect(html).toContain('<title>Response to How the force does, Kent - Inspections - Daybook</title>');
  expect(words).toContain('Running Day 12 of 56. The last day is 22 June 2022.');
  expect(words).toContain('Still to be said: 2 recommendations; the chief officer’s comments');
  expect(words).toContain('1. Record crime sooner Not covered No answer to it is on record.');
  expect(words).toContain('The Secretary of State Nothing is published yet');
  expect(hrefs(html)).toContain(`/kent/findings/${recommendation.id}`);
  harness.clock.at = '2022-06-25T09:00:00.000Z';
  expect((await anyone.see(PAGE)).words).toContain(
    'None recorded here, 3 days past the last day, 22 June 2022. That nothing is recorded here does not say',
  );
});

it('is recorded step by step by the office and the force, each checked in words', async () => {
  const by = on('commentsBy', ['2022', '5', '27']);
  const invited = await record(office, `${PAGE}/invite-comments`, by);
  expect(invited.checked.words).toContain(
    'Kent PCC invites the chief officer to comment on: How the force does.',
  );
  expect(invited.shown.words).toContain('It is record 4 of the ledger.');
  expect(invited.shown.words).toContain('Invited to comment by 27 May 2022.');
  const comments = { comments: 'We agree <b>wholly</b>.' };
  const commented = await record(force, `${PAGE}/record-comments`, comments);
  expect(commented.shown.words).toContain('We agree <b>wholly</b>.');
  const answer = { does: 'planned', answer: 'A new desk.' };
  const answered = await record(office, ANSWER, answer);
  expect(answered.checked.words).toContain('Kent PCC answers the recommendation: Record crime sooner.');
  expect(answered.shown.words).toContain('Planned. A new desk. 9 May 2022, by Kent PCC (office');
  await record(office, `${PAGE}/answer-recommendation/${second.id}`, answer);
  const published = await record(office, `${PAGE}/publish-response`, { reply: 'So do we.' });
  expect(published.shown.words).toContain('Met Answered on 9 May 2022, day 12 of 56. The last day was');
  expect(published.shown.words).toContain('Complete.');
  expect(published.shown.words).toContain('Reply to the comments: So do we.');
  expect(published.shown.words).toContain('The Secretary of State Outstanding');
  const copied = await record(office, `${PAGE}/send-copy`, { to: 'secretary-of-state' });
  expect(copied.shown.words).toContain('The Secretary of State Sent 9 May 2022, by Kent PCC (office');
  expect(copied.shown.words).toContain('The inspectorate Outstanding');
});

describe('an answer', () => {
  const planned = { does: 'planned', answer: 'A new desk.' };

  it('is replaced only by who has seen it: of two at once, one is told', async () => {
    await office.see(ANSWER);
    const first = await office.send(ANSWER, fields({ ...planned, action: 'submit' }));
    expect(first.status).toBe(303);
    const colleague = await office.send(ANSWER, fields({ ...planned, action: 'submit' }));
    expect(colleague.status).toBe(422);
    expect(colleague.words).toContain('has an answer that this one does not name. Read it first;');
    expect(colleague.html).toContain('A new desk.');
    const replace = hrefs((await office.see(PAGE)).html).find((href) => href.startsWith(`${ANSWER}/`))!;
    expect((await office.see(replace)).words).toContain(
      'It takes the place of the answer of 9 May 2022, which stays on record: Planned. A new desk.',
    );
    const { shown } = await record(office, replace, { does: 'done', answer: 'It stands.' });
    expect(shown.words).toContain('Replaced: Planned. A new desk.');
    expect(shown.words).toContain('Done. It stands.');
  });

  it('says at each field what is missing', async () => {
    await office.see(ANSWER);
    const none = await office.send(ANSWER, fields({ action: 'check' }));
    expect(none.status).toBe(422);
    expect(hrefs(none.html)).toEqual(expect.arrayContaining(['#does', '#answer']));
  });
});

it('is offered to who may record, now, and to nobody in the past', async () => {
  const offered = async (who: Visitor, page = PAGE) =>
    hrefs((await who.see(page)).html)
      .filter((href) => href.startsWith(`${PAGE}/`))
      .map((href) => href.slice(PAGE.length + 1).split('/')[0]);
  expect(new Set(await offered(office))).toEqual(
    new Set(['invite-comments', 'record-comments', 'publish-response', 'answer-recommendation']),
  );
  expect(await offered(force)).toEqual(['record-comments']);
  expect(await offered(anyone)).toEqual([]);
  const past = `${PAGE}?as-of=2022-05-01`;
  expect(await offered(office, past)).toEqual([]);
  expect((await office.see(past)).words).toContain('Day 4 of 56.');
  expect((await office.see(`${ANSWER}?as-of=2022-05-01`)).words).toContain('looking at the past');
  expect((await force.see(ANSWER)).status).toBe(403);
  expect((await anyone.see(ANSWER)).status).toBe(403);
  expect((await office.see(`${PAGE}/send-flowers`)).status).toBe(404);
  expect((await office.see(`${PAGE}/answer-recommendation/nowhere`)).status).toBe(404);
});

it('says since when there is one', async () => {
  const before = await anyone.see(`${PAGE}?as-of=2022-04-27`);
  expect(before.status).toBe(404);
  expect(before.words).toContain(
    'Nothing had been recorded about this by 27 April 2022. The first record is of',
  );
});

it('the office writes comments down from a paper; that none came needs none', async () => {
  const comments = `${PAGE}/record-comments`;
  await office.see(comments);
  const sent = fields({ arrived: 'yes', comments: 'Agreed.', action: 'submit' });
  const refused = await office.send(comments, sent);
  expect([refused.status, hrefs(refused.html).includes('#paper')]).toEqual([422, true]);
  const { shown } = await record(office, comments, { arrived: 'no' });
  expect(shown.words).toContain('None came. 9 May 2022, by Kent PCC');
});

it('a cause of concern that was published before the report has a clock and steps of its own', async () => {
  await harness.record('raise-finding', concern, { as: 'inspector' });
  const { words } = await anyone.see(PAGE);
  expect(words).toContain('To “Children at risk”, published before the report Published: 1 March 2022.');
  expect(words).toContain('None recorded here, 14 days past the last day, 25 April 2022.');
  const { checked, shown } = await record(office, `${PAGE}/publish-response/${concern.id}`, {});
  expect(checked.words).toContain('Kent PCC publishes its response to: Children at risk.');
  expect(shown.words).toContain('Late Answered on 9 May 2022, 14 days after the last day, 25 April 2022.');
  expect(shown.words).toContain('Incomplete. Not covered: 1 recommendation; the chief officer’s comments');
});

it('of a restricted inspection it is for insiders', async () => {
  const secret = { ...report, id: 'kent-secret', title: 'Secret title', access: 'restricted' };
  await harness.record('record-inspection', secret, { as: 'inspector' });
  const page = '/kent/inspections/kent-secret/response';
  expect((await office.see(page)).words).toContain('Restricted Only the force');
  expect((await anyone.see(page)).status).toBe(404);
  const also = `${PAGE}/publish-response`;
  expect((await office.see(also)).words).toContain('Secret title');
});
