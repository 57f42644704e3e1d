import { Harness } from '../testing/harness';
import { answer, question, recordQuestion, reviseCited } from '../testing/questions';
import { paper } from '../testing/sample';
import { dateTyped, fillIn, hrefsIn } from './testing/forms';
import { Visitor, type Answered } from './testing/visitor';

const LIST = '/kent/questions';
const PAGE = `${LIST}/${question.id}`;
const FIGURE = '/kent/figures/victim-based-crime/2022-07';
const PANEL_PAPER = { ...paper, id: 'kent-panel-minutes', title: 'Minutes', issuedBy: 'kent-panel' };

let harness: Harness;
let force: Visitor;
let office: Visitor;
let panel: Visitor;
let anyone: Visitor;
beforeAll(async () => {
  harness = await Harness.start({ at: '2023-03-15T09:00:00.000Z' });
  await recordQuestion(harness);
  await harness.record('record-paper', PANEL_PAPER, { as: 'office' });
  [force, office, panel] = (await Promise.all(
    ['demo-kent-police', 'demo-kent-pcc', 'demo-kent-panel'].map((one) => Visitor.signedIn(harness, one)),
  )) as [Visitor, Visitor, Visitor];
  anyone = new Visitor(harness);
});
afterAll(() => harness.close());

const offered = (answered: Answered, at = PAGE): string[] =>
  hrefsIn(answered).flatMap((href) =>
    href.startsWith(`${at}/`) && !href.includes('/mark?') ? [href.slice(at.length + 1)] : [],
  );
const on = dateTyped('effectiveOn', ['2022', '9', '27']);

describe('questions', () => {
  it('are listed with their age, the longest waiting first, and are chosen by where they stand', async () => {
    const all = await anyone.see(LIST);
    expect(all.words).toContain('In all: 1 open');
    expect(all.words).toContain('Why crime rose Kent Chief Constable Kent PCC 20 September 2022 Open');
    expect(all.words).toContain('Waiting for 176 days');
    const none = await anyone.see(`${LIST}?status=answered`);
    expect(none.words).toContain('No question on record is like that.');
    const wrong = await anyone.see(`${LIST}?status=nobody`);
    expect([wrong.status, hrefsIn(wrong).includes('#status')]).toEqual([422, true]);
    const before = await anyone.see(`${LIST}?as-of=2022-09-19`);
    expect(before.words).toContain('No question about Kent was on record at this position.');
  });

  it('to a body are those to its offices, as they are registered', async () => {
    const deputy = { id: 'kent-deputy-chief-constable', kind: 'office', within: 'kent-police' };
    const from = { area: 'kent', effectiveOn: '2023-03-14' };
    await harness.record('register-body', { ...from, ...deputy, title: 'Deputy' }, { as: 'office' });
    const asked = { ...question, ...from, id: 'to-the-deputy', to: deputy.id };
    await harness.record('ask-question', asked, { as: 'office' });
    const { json } = await harness.get('/questions?area=kent&to=kent-police');
    expect(json.items?.map(({ id }) => id)).toEqual([question.id, 'to-the-deputy']);
    const { items } = (await harness.get(`/questions?area=kent&to=${deputy.id}`)).json;
    expect(items).toHaveLength(1);
  });

  it('are offered to each body by its part', async () => {
    expect(offered(await office.see(PAGE))).toEqual(['answer', 'follow-up', 'settle']);
    expect(offered(await force.see(PAGE))).toEqual(['answer']);
    for (const other of [panel, anyone]) expect(offered(await other.see(PAGE))).toEqual([]);
    for (const one of [office, panel]) expect(offered(await one.see(LIST), LIST)).toContain('new');
    expect(offered(await force.see(LIST), LIST)).not.toContain('new');
    const past = await office.see(`${PAGE}?as-of=2022-09-20`);
    expect([offered(past), past.words]).toEqual([[], expect.stringContaining('Nothing can be recorded')]);
    expect((await force.see(`${PAGE}/settle`)).status).toBe(403);
  });

  it('are answered by the force, which cites a figure as it stood that day', async () => {
    const typed = { ...on, extent: 'full', answer: 'More of it was reported.', cites: 'victim-based-crime' };
    const unfinished = await fillIn(force, `${PAGE}/answer`, typed);
    expect(hrefsIn(unfinished.check)).toContain('#period');
    const unknown = await fillIn(force, `${PAGE}/answer`, { ...typed, period: '2022-08' });
    expect(hrefsIn(unknown.sent)).toContain('#cites');
    expect(unknown.sent.words).toContain('scrutiny.unknown-figure');
    const { check, shown } = await fillIn(force, `${PAGE}/answer`, { ...typed, period: '2022-07' });
    expect(check.words).toContain('Kent Police answers it.');
    expect(shown.words).toContain('Your record is below, in the history of this question.');
    expect(shown.words).toContain('Victim-based crime, July 2022 , quoted as 12,487. It still stands.');
    expect((await anyone.see(FIGURE)).words).toContain('Said with this figure Answer: Why crime rose');
    expect((await anyone.see('/kent/leaning')).words).toContain(
      'Nothing that is on record rests on a figure',
    );
  });

  it('say when a figure that was quoted has been revised since', async () => {
    await reviseCited(harness);
    const now = await anyone.see(PAGE);
    expect(now.words).toContain('1 figure cited, revised since');
    expect(now.words).toContain(
      'quoted as 12,487. Revised since It stands no longer: revised; 12,500 stands, since 10 October 2022.',
    );
    expect((await anyone.see(`${PAGE}?as-of=2022-10-09`)).words).toContain('It still stands.');
    const leaning = await anyone.see('/kent/leaning');
    expect(leaning.words).toContain('Why crime rose Answer, 27 September 2022');
    expect((await anyone.see(FIGURE)).words).toContain('quoted as 12,487 Revised since');
    const { json } = await harness.get('/leaning?area=kent&measure=victim-based-crime&period=2022-07');
    expect(json.items).toMatchObject([
      {
        ...{ kind: 'answer', about: `question:kent/${question.id}`, title: question.title },
        cites: { value: '12487', stands: false, became: 'revised', now: { value: '12500' } },
      },
    ]);
    for (const other of ['period=2022-08', 'measure=robbery', 'asOf=2022-10-09'])
      expect((await harness.get(`/leaning?area=kent&${other}`)).json.items).toEqual([]);
    const listed = await harness.get('/questions?area=kent&unanswered=no');
    expect(listed.json.items).toMatchObject([{ id: question.id, status: 'answered', citesRevised: 1 }]);
  });

  it('are settled and followed up by the office, which asked', async () => {
    const settled = await fillIn(office, `${PAGE}/settle`, { ...on, reason: '' });
    expect(settled.shown.words).toContain('Question settled');
    expect((await force.see(`${PAGE}/answer`)).status).toBe(409);
    const late = await harness.command('answer-question', { ...answer, extent: 'part' });
    expect(late.json).toMatchObject({ status: 409, code: 'scrutiny.question-settled' });
    const again = await fillIn(office, `${PAGE}/follow-up`, { ...on, words: 'And what of August?' });
    expect(again.shown.words).toContain('And what of August?');
    const { json } = await harness.get(`/questions/${question.id}`, 'office');
    expect(json.item).toMatchObject({
      ...{ status: 'open', citesRevised: 1, asked: { words: question.words } },
      answers: [{ words: 'More of it was reported.', cites: [{ value: '12487', stands: false }] }],
      followUps: [{ words: 'And what of August?' }],
      history: [{ fits: true }, { extent: 'full' }, {}, {}],
    });
  });

  it('are put by the panel, and written down by the office from a paper of the panel', async () => {
    const typed = { ...on, title: 'Is it permanent', to: 'kent-pcc', mode: 'oral', id: 'panel-1' };
    const put = await fillIn(panel, `${LIST}/new`, typed);
    expect(put.shown.words).toContain('Put by Kent Panel');
    const noPaper = await fillIn(office, `${LIST}/new`, { ...typed, id: 'panel-2', for: 'kent-panel' });
    expect(noPaper.sent.words).toContain('scrutiny.paper-missing');
    const source = { paper: PANEL_PAPER.id, place: 'p. 1' };
    const written = await fillIn(office, `${LIST}/new`, {
      ...typed,
      ...source,
      id: 'panel-2',
      for: 'kent-panel',
    });
    expect(written.shown.words).toContain('by Kent Panel, transcribed by Kent PCC');
    const { json } = await harness.get('/questions?area=kent&askedBy=kent-panel&sort=-age&limit=1');
    expect(json).toMatchObject({ items: [{ id: 'panel-1', askedBy: 'kent-panel' }] });
    expect(json.next).toBeTruthy();
    expect((await harness.get('/questions/nobody-asked')).status).toBe(404);
  });
});
