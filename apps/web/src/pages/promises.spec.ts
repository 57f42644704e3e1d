import { ACTION, OF_OFFICE, UNDERTAKING, UNSAID, recordPromises } from '../testing/promises';
import { Harness } from '../testing/harness';
import { dateTyped, fillIn, hrefsIn } from './testing/forms';
import { Visitor, type Answered } from './testing/visitor';

let harness: Harness;
let force: Visitor;
let office: Visitor;
let panel: Visitor;
beforeAll(async () => {
  harness = await Harness.start({ at: '2023-06-27T09:00:00.000Z' });
  await recordPromises(harness);
  [force, office, panel] = (await Promise.all(
    ['demo-kent-police', 'demo-kent-pcc', 'demo-kent-panel'].map((one) => Visitor.signedIn(harness, one)),
  )) as [Visitor, Visitor, Visitor];
});
afterAll(() => harness.close());

const on = dateTyped('effectiveOn', ['2023', '6', '1']);
const form = (commitment: string, deed: string): string => `/kent/commitments/${commitment}/${deed}`;
/** The fields of a form by their labels, and its button, as a reader is told of them. */
const labelsIn = ({ html }: Answered): string[] =>
  [...html.matchAll(/<(?:label|legend)[^>]*>([\s\S]*?)<\/(?:label|legend)>/g)].map(([, label = '']) =>
    label.replace(/<[^>]+>/g, '').trim(),
  );

describe('the form of an act about a commitment', () => {
  it('asks by label what the act needs, and the old date stands until the other side agrees', async () => {
    const asking = form(ACTION, 'ask-commitment-move');
    const seen = await force.see(asking);
    expect(seen.words).toContain('The date that stands: 2023-05-31.');
    expect(labelsIn(seen)).toEqual(
      expect.arrayContaining(['Which date is asked for?', 'Why?', 'On which day was this said or done?']),
    );
    const { check, sent } = await fillIn(force, asking, {
      to: 'September 2023',
      reason: 'A long audit.',
      ...on,
    });
    expect(check.words).toContain('Kent Police asks for another date: September 2023.');
    expect(sent.headers.location).toMatch(new RegExp(`^/kent/commitments/${ACTION}\\?recorded=`));
    expect((await force.see(form(ACTION, 'agree-commitment-move'))).status).toBe(403);
    const agreeing = await fillIn(office, form(ACTION, 'agree-commitment-move'), on);
    expect(agreeing.form.words).toContain('Asked for: 2023-09.');
    expect(agreeing.check.words).toContain('Kent PCC agrees to the date that is asked for.');
    expect(agreeing.sent.status).toBe(303);
    expect((await office.see(form(ACTION, 'agree-commitment-move'))).status).toBe(409);
  });

  it('says at each field what is missing, and what a rule refuses at the field that it is about', async () => {
    const claiming = form(ACTION, 'claim-commitment');
    await force.see(claiming);
    const missing = await force.send(claiming, { action: 'check', evidence: '', ...on });
    expect(missing.status).toBe(422);
    expect(hrefsIn(missing)).toContain('#evidence');
    const figure = await force.send(claiming, { action: 'check', evidence: 'x', period: '2022-07', ...on });
    expect(hrefsIn(figure)).toContain('#cites');
    const asking = form(UNDERTAKING, 'ask-commitment-move');
    const refused = await fillIn(force, asking, { to: '2023-13', reason: 'Later.', ...on });
    expect(refused.sent.status).toBe(422);
    expect(hrefsIn(refused.sent)).toContain('#to');
  });

  it('claims, and is accepted by whoever it was promised to alone', async () => {
    const claimed = await fillIn(force, form(ACTION, 'claim-commitment'), { evidence: 'It is out.', ...on });
    expect(claimed.sent.status).toBe(303);
    for (const visitor of [force, panel, new Visitor(harness)])
      expect((await visitor.see(form(ACTION, 'accept-discharge'))).status).toBe(403);
    expect((await fillIn(office, form(ACTION, 'accept-discharge'), on)).sent.status).toBe(303);
    expect((await office.see(form(UNSAID, 'accept-discharge'))).status).toBe(403);
    expect((await office.see(form(ACTION, 'celebrate'))).status).toBe(404);
  });

  it('of another’s act is written down from a paper, whose it is and what it says of agreement', async () => {
    const asking = await office.see(form(UNDERTAKING, 'ask-commitment-move'));
    expect(asking.words).toContain('You write down an act of Kent Police, from a paper that you name.');
    const paper = { paper: 'panel-minutes', place: 'item 3' };
    const stated = { to: '2023-12', agreement: 'not-given', ...paper, ...on };
    expect((await fillIn(office, form(UNDERTAKING, 'ask-commitment-move'), stated)).sent.status).toBe(303);
    const { json } = await harness.get(`/commitments/${UNDERTAKING}`);
    expect(json.item).toMatchObject({ due: '2023-12', moves: 1 });
    const ending = form(UNDERTAKING, 'withdraw-commitment');
    expect(labelsIn(await office.see(ending))).toEqual(
      expect.arrayContaining(['Whose act is it?', 'In which paper does it stand?']),
    );
    const withdrawn = await fillIn(office, ending, { for: 'kent-panel', ...paper, ...on });
    expect(withdrawn.check.words).toContain('Kent Panel withdraws the commitment.');
    expect(withdrawn.sent.status).toBe(303);
    const own = await office.see(form(OF_OFFICE, 'report-commitment-progress'));
    expect(own.words).not.toContain('You write down an act');
  });

  it('is none in the past', async () => {
    const past = await force.see(`${form(ACTION, 'report-commitment-progress')}?as-of=2023-04-01`);
    expect(past.words).toContain('You are looking at the past, where nothing can be recorded.');
  });
});

describe('the form by which a commitment is recorded', () => {
  it('takes its meeting and item from the address, and a target with its measure', async () => {
    const seen = await force.see('/kent/commitments/new?meeting=kent-board-2023-03-15&item=1');
    expect(seen.html).toContain('value="kent-board-2023-03-15"');
    expect(labelsIn(seen)).toEqual(
      expect.arrayContaining(['What kind of commitment is it?', 'Who promises?', 'To whom? (optional)']),
    );
    const typed = {
      ...{
        kind: 'target',
        title: 'More officers',
        id: 'kent-target-1',
        owner: 'kent-police',
        to: 'kent-pcc',
      },
      ...{ due: 'by the end of March 2024', measure: 'officers', value: '4144.9', sense: 'at-least' },
      ...{ counting: 'yearly', periods: '2024-03', ...on },
    };
    const { check, sent } = await fillIn(force, '/kent/commitments/new', typed);
    expect(check.words).toContain('Kent Police promises Kent PCC: More officers.');
    expect(sent.headers.location).toMatch(/^\/kent\/commitments\/kent-target-1\?recorded=/);
    const { json } = await harness.get('/commitments/kent-target-1');
    expect(json.item).toMatchObject({
      ...{ dueLatest: '2024-03-31', target: { value: '4144.9', periods: ['2024-03'] } },
    });
    const again = await fillIn(force, '/kent/commitments/new', { ...typed, to: 'kent-police', id: 'other' });
    expect(again.sent.status).toBe(422);
    expect(hrefsIn(again.sent)).toContain('#to');
    expect((await panel.see('/kent/commitments/new')).status).toBe(403);
  });
});
