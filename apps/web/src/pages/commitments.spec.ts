import { ACTION, recordCommitments, TARGET } from '../testing/commitments';
import { Harness } from '../testing/harness';
import { Visitor } from './testing/visitor';

const PAGE = `/kent/commitments/${ACTION}`;
const BOARD = { area: 'kent', effectiveOn: '2023-03-15' };
let harness: Harness;
let anyone: Visitor;

beforeAll(async () => {
  harness = await Harness.start({ at: '2023-08-01T09:00:00.000Z' });
  anyone = new Visitor(harness);
  await recordCommitments(harness);
});
afterAll(() => harness.close());

const hrefs = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'));

describe('the list of commitments', () => {
  it('shows what is still to be kept, with its date, its drift and its silence in words', async () => {
    const { status, words, html } = await anyone.see('/kent/commitments');
    expect(status).toBe(200);
    expect(html).toContain('<title>Commitments, Kent - Daybook</title>');
    expect(words).toContain('In all: 1 open , 1 claimed , 1 overdue , 1 asked to move .');
    expect(words).toMatch(
      /Bring a vetting plan Action Kent Chief Constable Kent PCC 7 July 2023 first on record: 7 June 2023 asked for, not agreed: 30 September 2023 1 30 days later Overdue by 25 days Nothing recorded since 20 June 2023 Open/,
    );
    expect(words).toContain('Claimed Target: met');
    expect(words).not.toMatch(/fail|breach/i);
    expect(hrefs(html)).toEqual(expect.arrayContaining([PAGE, '/kent/commitments?status=claimed']));
  });

  it('narrows and sorts by its address, and its downloads are of what is shown', async () => {
    const { words, html } = await anyone.see('/kent/commitments?owner=kent-police&overdue=yes&sort=-overdue');
    expect(words).toContain('Only commitments with: owner: Kent Police; overdue. Sorted by days overdue');
    expect(words).toContain('1 commitment ');
    expect(html.match(/aria-sort="\w+"/g)).toEqual(['aria-sort="descending"']);
    const csv = hrefs(html).find((href) => href.startsWith('/api/v1/commitments.csv?'))!;
    const { text } = await harness.request('GET', csv);
    expect(text.trimEnd().split('\r\n')).toHaveLength(2);
  });

  it('a form leaves out of its address what was left empty, and an error stands at its field', async () => {
    const { status, headers } = await anyone.see('/kent/commitments?kind=action&status=&owner=');
    expect([status, headers.location]).toEqual([303, '/kent/commitments?kind=action']);
    const refused = await anyone.see('/kent/commitments?overdue=perhaps');
    expect(refused.status).toBe(422);
    expect(hrefs(refused.html)).toContain('#overdue');
    expect(refused.words).toContain('scrutiny.yes-or-no');
  });

  it('says why it is empty, and offers a form to whoever may promise, never in the past', async () => {
    const past = await anyone.see('/kent/commitments?as-of=2023-03-14');
    expect(past.words).toContain('No commitment about Kent was on record at this position.');
    expect((await anyone.see('/nowhere/commitments')).status).toBe(404);
    const force = await Visitor.signedIn(harness, 'demo-kent-police');
    expect(hrefs((await force.see('/kent/commitments')).html)).toContain('/kent/commitments/new');
    const then = await force.see('/kent/commitments?as-of=2023-04-01');
    expect(hrefs(then.html).join()).not.toContain('/kent/commitments/new');
  });
});

describe('a commitment', () => {
  it('reads as a story: what was promised, by whom, to whom, and how its date moved', async () => {
    const { words, html } = await anyone.see(PAGE);
    expect(html).toContain('<title>Bring a vetting plan, Kent - Commitments - Daybook</title>');
    expect(words).toContain('Open Overdue by 25 days Nothing recorded since 20 June 2023.');
    expect(words).toContain(
      'Promised by Kent Chief Constable, to Kent PCC, on 15 March 2023. In words: A plan for vetting.',
    );
    expect(words).toContain(
      '7 June 2023 was the first date on record, said on 15 March 2023; now it is 7 July 2023: 1 move, 30 days later in all. 30 September 2023 is asked for, and has no answer yet.',
    );
    expect(words).toContain('agreed by Kent PCC, 20 May 2023');
    expect(html.match(/<svg/g)).toHaveLength(2);
  });

  it('tells its history newest first, and offers each side its own forms', async () => {
    const { words } = await anyone.see(PAGE);
    const titles = [
      '30 September 2023. Asked for',
      'New date agreed',
      'Staff left.',
      'Promised by Kent Chief Constable: Kent Police (force)',
    ];
    const places = titles.map((title) => words.lastIndexOf(title));
    expect(places).not.toContain(-1);
    expect(words).toContain('records about this commitment');
    const force = await Visitor.signedIn(harness, 'demo-kent-police');
    expect(hrefs((await force.see(PAGE)).html)).toContain(`${PAGE}/claim-commitment`);
    const office = await Visitor.signedIn(harness, 'demo-kent-pcc');
    expect(hrefs((await office.see(PAGE)).html)).toContain(`${PAGE}/agree-commitment-move`);
    const past = await force.see(`${PAGE}?as-of=2023-06-01`);
    expect(hrefs(past.html).join()).not.toContain('claim-commitment');
    expect(past.words).toContain('Nothing can be recorded in the past.');
  });

  it('shows a target beside its figure, as both stood', async () => {
    const { words, html } = await anyone.see(`/kent/commitments/${TARGET}`);
    expect(words).toContain(
      'Met Police officers . At least 4,144.9 full-time equivalents: the figure of its period. The figure on record is 55.1 above the target.',
    );
    expect(words).toContain('Financial year 2022/23 4,200.0 full-time equivalents 1 July 2023 A');
    expect(hrefs(html)).toContain('/kent/figures/officers/FY2022-23');
    expect(words).toContain('Kent Police said on 2 July 2023 that it is kept. Evidence: The return.');
    expect(words).toContain('It rests on:');
    expect(words).toContain('quoted as 4,200.0 full-time equivalents');
    const before = await anyone.see(`/kent/commitments/${TARGET}?as-of=2023-06-30`);
    expect(before.words).toContain('Cannot be said');
    expect(before.words).toContain('No figure of its period is on record.');
    const early = await anyone.see(`/kent/commitments/${TARGET}?as-of=2023-03-31`);
    expect(early.words).toContain('It is held against its figures after 31 March 2023.');
  });

  it('is as at any position; before it was made it says since when it is', async () => {
    const { words } = await anyone.see(`${PAGE}?as-of=2023-05-10`);
    expect(words).toContain('it has not moved. 7 July 2023 is asked for, and has no answer yet.');
    const before = await anyone.see(`${PAGE}?as-of=2023-03-14`);
    expect(before.status).toBe(404);
    expect(before.words).toContain('The first record is of 15 March 2023.');
  });
});

describe('the API of commitments', () => {
  it('answers with what stands at the top of one, and its history', async () => {
    const { json } = await harness.get(`/commitments/${ACTION}`);
    expect(json.item).toMatchObject({
      ...{ status: 'open', due: '2023-07-07', originalDue: '2023-06-07', moves: 1, slipDays: 30 },
      ...{ overdueDays: 25, claimedOn: null, acceptedOn: null, verdict: null, comparison: null },
    });
    const history = await harness.get(`/commitments/${ACTION}/history`);
    expect(history.json.items?.map(({ type }) => type)).toEqual([
      'scrutiny.commitment-made',
      'scrutiny.commitment-move-asked',
      'scrutiny.commitment-move-agreed',
      'scrutiny.commitment-move-asked',
    ]);
    const target = await harness.get(`/commitments/${TARGET}?asOf=2023-07-01`);
    expect(target.json.item).toMatchObject({ verdict: 'met', comparison: { value: '4200.0' } });
    const missing = await harness.get(`/commitments/${ACTION}?asOf=2023-03-14`);
    expect([missing.status, missing.json.code]).toEqual([404, 'scrutiny.commitment-not-on-record']);
  });

  it('lists them as they are asked for, page by page', async () => {
    const moved = await harness.get('/commitments?area=kent&moved=yes&to=kent-pcc');
    expect(moved.json.items).toMatchObject([{ id: ACTION, pendingMove: '2023-09-30' }]);
    const first = await harness.get('/commitments?limit=1');
    expect(first.json.items).toHaveLength(1);
    const second = await harness.get(`/commitments?limit=1&after=${first.json.next}`);
    expect(second.json.items).toMatchObject([{ id: TARGET, verdict: 'met' }]);
    expect((await harness.get('/commitments?status=done')).json.code).toBe('scrutiny.unknown-status');
  });

  it('tells nobody outside of what is restricted', async () => {
    const secret = { ...BOARD, id: 'secret', kind: 'duty', title: 'Hidden', owner: 'kent-police' };
    await harness.record('make-commitment', { ...secret, to: 'kent-pcc', access: 'restricted' });
    expect((await harness.get('/commitments/secret')).status).toBe(404);
    expect((await harness.get('/commitments?area=kent')).json.items).toHaveLength(2);
    expect((await harness.get('/commitments/secret', 'office')).status).toBe(200);
    expect((await anyone.see('/kent/commitments')).words).not.toContain('Hidden');
  });
});
