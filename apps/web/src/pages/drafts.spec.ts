import { randomUUID } from 'node:crypto';
import { Harness } from '../testing/harness';
import { line, paper, recordSample } from '../testing/sample';
import { Visitor } from './testing/visitor';

const FORM = '/kent/returns/new';
const DRAFTS = '/kent/returns/drafts';

let harness: Harness;
let analyst: Visitor;
let head: Visitor;
beforeEach(async () => {
  harness = await Harness.start();
  await recordSample(harness);
  analyst = await Visitor.signedIn(harness, 'demo-kent-police');
  head = await Visitor.signedIn(harness, 'demo-kent-police-head');
  await analyst.see(DRAFTS);
  await head.see(DRAFTS);
});
afterEach(() => harness.close());

const switchOn = () => analyst.send(DRAFTS, { 'command-id': randomUUID(), on: 'yes' });

/** Sends one figure of August from the form; the answer is where it leads. */
async function send(more: Readonly<Record<string, string>> = {}): Promise<string> {
  await analyst.see(FORM);
  const { headers } = await analyst.send(FORM, {
    'command-id': randomUUID(),
    paper: paper.id,
    'effectiveOn-day': '14',
    'effectiveOn-month': '9',
    'effectiveOn-year': '2022',
    'lines-0-measure': line.measure,
    'lines-0-period': '2022-08',
    'lines-0-value': '11902',
    'lines-0-place': 'table 1',
    'lines-0-reason': 'a late file',
    action: 'submit',
    ...more,
  });
  return String(headers.location);
}

async function act(who: Visitor, draft: string, action: string, more = {}) {
  await who.see(draft);
  return who.send(draft, { 'command-id': randomUUID(), action, ...more });
}

it('off at first, what one person sends is recorded at once', async () => {
  expect((await head.see(DRAFTS)).words).toContain('Four eyes are off for Kent Police in Kent');
  expect(await send()).toBe('/kent/returns/4');
});

it('switched on, a form leads to a draft, which another person approves', async () => {
  await switchOn();
  const draft = await send();
  expect(draft).toMatch(/^\/kent\/returns\/drafts\/[0-9a-f-]{36}$/);
  const own = await analyst.see(draft);
  expect(own.words).toContain('You sent this to a colleague for approval: it is not on record yet.');
  expect(own.words).not.toContain('Approve and record');
  expect((await head.see('/kent')).words).toContain('1 draft awaits approval');
  const seen = await head.see(draft);
  for (const words of [
    'Sent by demo-kent-police',
    '1 figure of “Delivery and performance report”',
    '11,902',
    'a late file',
  ])
    expect(seen.words).toContain(words);
  expect(seen.words).toContain('On record now nothing');
  const { status, headers } = await act(head, draft, 'approve');
  expect([status, headers.location]).toEqual([303, '/kent/returns/5']);
  expect((await head.see('/kent/returns/5')).words).toContain(
    'Sent by demo-kent-police, approved by demo-kent-police-head.',
  );
  const figure = await head.see('/kent/figures/victim-based-crime/2022-08');
  expect(figure.words).toContain('Sent by demo-kent-police, approved by demo-kent-police-head.');
  expect(figure.html).toContain('href="/kent/returns/5"');
  expect((await head.see('/ledger/5')).words).toContain(
    'Four eyes Sent by demo-kent-police, approved by demo-kent-police-head',
  );
  expect((await analyst.see(draft)).words).toContain('Approved by demo-kent-police-head, Kent Police');
  expect((await head.see('/kent')).words).not.toContain('awaits approval');
});

it('shows who approves it all that will be recorded', async () => {
  const { events } = await harness.record('submit-return', {
    ...{ area: 'kent', paper: paper.id, effectiveOn: '2022-09-14', access: 'restricted' },
    lines: [{ ...line, period: '2022-06', value: '500' }],
  });
  await switchOn();
  const waiting = async (name: string, body: object): Promise<string> => {
    const token = { role: 'force', body: 'kent-police', person: 'analyst', expiresInSeconds: 60 } as const;
    const as = { token: await harness.daybook.tokens.mint(token) };
    const { json } = await harness.command(name, { area: 'kent', ...body }, { as });
    return (await head.see(`${DRAFTS}/${String(json.draft)}`)).words;
  };
  const mark = await waiting('mark-entered-wrongly', {
    ...{ of: events[1], reason: 'a slip' },
    right: { value: '510', effectiveOn: '2022-09-21' },
  });
  for (const words of [
    ...['Why a slip', 'Value 510', 'Effective 21 September 2022', 'Who may read it Restricted'],
    ...['Place in the paper', 'Paper Delivery and performance report'],
  ])
    expect(mark).toContain(words);
  const sha256 = 'ab'.repeat(32);
  const asked = await waiting('submit-return', {
    ...{ paper: paper.id, effectiveOn: '2022-09-14', access: 'restricted' },
    ...{ file: { name: 'august.csv', sha256 }, lines: [{ ...line, period: '2022-08', value: '11902' }] },
  });
  for (const words of [
    'File august.csv',
    sha256,
    'Asked to be read by Restricted',
    'Effective 14 September 2022',
  ])
    expect(asked).toContain(words);
});

it('the form says before it is sent that it waits', async () => {
  await switchOn();
  await analyst.see(FORM);
  const checked = await analyst.send(FORM, {
    ...{ action: 'check', paper: paper.id, 'effectiveOn-day': '14', 'effectiveOn-month': '9' },
    ...{ 'effectiveOn-year': '2022', 'lines-0-measure': line.measure, 'lines-0-period': '2022-08' },
  });
  expect(checked.words).toContain('this is not recorded until somebody else of Kent Police approves it');
  expect(checked.words).toContain('Send for approval');
});

it('a rejection says why, is answered at its field where it does not, and its author reads it', async () => {
  await switchOn();
  const draft = await send();
  const refused = await act(head, draft, 'reject');
  expect([refused.status, refused.html.includes('href="#reason"')]).toEqual([422, true]);
  expect(refused.words).toContain('Say why it should not be recorded.');
  const { status, headers } = await act(head, draft, 'reject', { reason: 'Not what the paper says.' });
  expect([status, headers.location]).toEqual([303, draft]);
  const { words } = await analyst.see(draft);
  expect(words).toContain('Rejected by demo-kent-police-head');
  expect(words).toContain('Why: Not what the paper says.');
  expect(words).not.toContain('11,902');
});

it('the author cannot approve it by sending what the page does not offer', async () => {
  await switchOn();
  const draft = await send();
  const { status, words } = await act(analyst, draft, 'approve');
  expect([status, words.includes('figures.own-draft')]).toEqual([422, true]);
  expect((await act(analyst, draft, 'withdraw')).status).toBe(303);
  expect((await analyst.see(DRAFTS)).words).toContain('Withdrawn');
});

it('says what would be refused by now, and keeps the draft', async () => {
  await switchOn();
  const [one, other] = [await send(), await send({ 'lines-0-value': '12000' })];
  await act(head, one, 'approve');
  const { words } = await head.see(other);
  expect(words).toContain('It would be refused now:');
  expect(words).toContain('figures.value-differs');
  expect(words).toContain('On record now 11,902');
  expect((await act(head, other, 'approve')).status).toBe(422);
});

it('switching off waits for a second person', async () => {
  await switchOn();
  await analyst.see(DRAFTS);
  const { headers } = await analyst.send(DRAFTS, { 'command-id': randomUUID(), on: 'no' });
  const draft = String(headers.location);
  expect((await head.see(draft)).words).toContain('Kent Police switches four eyes off in Kent');
  expect((await act(head, draft, 'approve')).headers.location).toBe('/ledger/5');
  expect((await head.see(DRAFTS)).words).toContain('Four eyes are off');
});

it('in the past drafts are neither shown nor acted on', async () => {
  await switchOn();
  const draft = await send();
  for (const page of [DRAFTS, draft]) {
    const { status, words } = await head.see(`${page}?as-of=2022-09-30`);
    expect([status, words.includes('not on record, and so'), words.includes('Approve and record')]).toEqual([
      200,
      true,
      false,
    ]);
    expect(words).not.toContain('Switch four eyes');
  }
});

it.each([
  ['public', 403, 403],
  ['demo-kent-panel', 403, 403],
  ['demo-hmicfrs', 403, 403],
  ['demo-kent-pcc', 200, 404],
])('%s learns nothing of a draft', async (who, list, one) => {
  await switchOn();
  const draft = await send();
  const visitor = who === 'public' ? new Visitor(harness) : await Visitor.signedIn(harness, who);
  const [all, single, home] = [
    await visitor.see(DRAFTS),
    await visitor.see(draft),
    await visitor.see('/kent'),
  ];
  expect([all.status, single.status]).toEqual([list, one]);
  for (const { words } of [all, single, home]) expect(words).not.toMatch(/11,902|1 draft/);
});
