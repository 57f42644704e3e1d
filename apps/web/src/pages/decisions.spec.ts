import { Harness } from '../testing/harness';
import { line, measure, paper, recordSample, returnOf } from '../testing/sample';
import { dateTyped, fillIn, hrefsIn } from './testing/forms';
import { Visitor, type Answered } from './testing/visitor';

const LIST = '/kent/decisions';
const PAGE = `${LIST}/kent-budget`;
const PANEL_PAPER = { ...paper, id: 'kent-panel-minutes', title: 'Minutes', issuedBy: 'kent-panel' };
const decision = {
  ...{ area: 'kent', id: 'kent-budget', office: 'kent-pcc', title: 'Set the budget', number: '7/2022' },
  ...{
    reasons: 'Crime rose.',
    effectiveOn: '2022-09-27',
    takesEffectOn: '2023-04-01',
    cites: [{ measure: measure.id, period: '2022-07' }],
  },
  exempt: ['Annex B: commercial interests'],
};

let harness: Harness;
let force: Visitor;
let office: Visitor;
let panel: Visitor;
let anyone: Visitor;
beforeAll(async () => {
  harness = await Harness.start({ at: '2023-03-15T09:00:00.000Z' });
  await recordSample(harness);
  await harness.record('record-paper', PANEL_PAPER, { as: 'office' });
  await harness.record('record-decision', decision, { as: 'office' });
  [force, office, panel] = (await Promise.all(
    ['demo-kent-police', 'demo-kent-pcc', 'demo-kent-panel'].map((one) => Visitor.signedIn(harness, one)),
  )) as [Visitor, Visitor, Visitor];
  anyone = new Visitor(harness);
});
afterAll(() => harness.close());

const offered = (answered: Answered, at = PAGE): string[] =>
  hrefsIn(answered).flatMap((href) =>
    href.startsWith(`${at}/`) && !href.includes('?') ? [href.slice(at.length + 1)] : [],
  );
const marks = (answered: Answered): string[] =>
  hrefsIn(answered).filter((href) => href.includes('/mark?of='));
const on = (...day: [string, string, string]) => dateTyped('effectiveOn', day);

describe('decisions', () => {
  it('are listed, the latest first, and each tells its reasons, its exempt parts and what it rests on', async () => {
    const list = await anyone.see(LIST);
    expect(list.words).toContain('In all: 1 standing');
    expect(list.words).toContain(
      'Set the budget Number 7/2022 Kent PCC 27 September 2022 1 April 2023 Standing',
    );
    const page = await anyone.see(PAGE);
    expect(page.words).toContain('Reasons Crime rose.');
    expect(page.words).toContain('Exempt Annex B: commercial interests');
    expect(page.words).toContain('quoted as 12,487. It still stands.');
    expect((await anyone.see(`${LIST}?office=kent-police`)).words).toContain(
      'No decision on record is like that.',
    );
    expect((await anyone.see(`${PAGE}?as-of=2022-09-26`)).status).toBe(404);
  });

  it('are offered to each body by its part', async () => {
    expect(offered(await office.see(PAGE))).toEqual(['amend', 'rescind', 'supersede', 'call-in', 'review']);
    expect(offered(await panel.see(PAGE))).toEqual(['call-in', 'review']);
    for (const other of [force, anyone]) expect(offered(await other.see(PAGE))).toEqual([]);
    expect(offered(await office.see(LIST), LIST)).toContain('new');
    expect(offered(await panel.see(LIST), LIST)).not.toContain('new');
    expect((await panel.see(`${PAGE}/amend`)).status).toBe(403);
  });

  it('are recorded and amended by the office', async () => {
    const typed = { ...on('2022', '10', '3'), office: 'kent-pcc', id: 'site', title: 'Close a site' };
    const without = await fillIn(office, `${LIST}/new`, typed);
    expect(without.sent.words).toContain('scrutiny.reason-missing');
    const { shown } = await fillIn(office, `${LIST}/new`, {
      ...typed,
      reasons: 'It is too large.',
    });
    expect(shown.words).toContain('Your record is below, in the history of this decision.');
    const change = { ...on('2022', '10', '4'), title: 'Close two sites', reasons: 'Both are too large.' };
    const amended = await fillIn(office, `${LIST}/site/amend`, {
      ...change,
      exempt: 'Annex A: personal data',
    });
    expect(amended.shown.words).toContain('First recorded as Close a site');
    expect(amended.shown.words).toContain(
      'Its title is “Close two sites” now. Exempt: Annex A: personal data.',
    );
  });

  it('are called in and reviewed by the panel, which the office writes down from its paper', async () => {
    const why = { ...on('2022', '10', '5'), reason: 'The costs are not said.' };
    const called = await fillIn(panel, `${PAGE}/call-in`, why);
    expect(called.shown.words).toContain('Called in 5 October 2022');
    expect(offered(await panel.see(PAGE))).toEqual(['review']);
    const read = { ...on('2022', '10', '6'), outcome: 'supported', place: 'item 4' };
    const ours = await fillIn(office, `${PAGE}/review`, { ...read, paper: paper.id });
    expect(ours.sent.words).toContain('scrutiny.not-its-paper');
    const { shown } = await fillIn(office, `${PAGE}/review`, { ...read, paper: PANEL_PAPER.id });
    expect(shown.words).toContain('Review Supported by the panel, 6 October 2022');
  });

  it('tell what was entered wrongly by mistake, which whoever wrote it or whose act it was marks', async () => {
    expect(marks(await office.see(PAGE))).toHaveLength(2);
    expect(marks(await panel.see(PAGE))).toHaveLength(2);
    expect(marks(await force.see(PAGE))).toEqual([]);
    const [review = ''] = marks(await panel.see(PAGE));
    expect((await force.see(review)).status).toBe(403);
    const { shown } = await fillIn(panel, review, { reason: 'A wrong line.', says: 'It was noted.' });
    expect(shown.words).toContain('What the paper really says: It was noted.');
    expect(shown.words).not.toContain('Review Supported');
  });

  it('are told by the API, with what changed of the figures they rest on, and between two positions', async () => {
    const { json: figure } = await harness.get(`/figures/kent/${measure.id}/2022-07`);
    const changed = { ...line, value: '12500', kind: 'revised', of: figure.item?.id };
    await harness.record('submit-return', { ...returnOf(changed), effectiveOn: '2022-10-10' });
    const { json } = await harness.get('/decisions?area=kent&status=standing');
    expect(json.items?.map(({ id, citesRevised }) => [id, citesRevised])).toEqual([
      ['site', 0],
      ['kent-budget', 1],
    ]);
    const one = (await harness.get('/decisions/kent-budget')).json.item;
    expect(one).toMatchObject({ calledIn: '2022-10-05', review: null, takesEffectOn: '2023-04-01' });
    expect((await harness.get('/decisions/none')).status).toBe(404);
    expect((await harness.get('/decisions?status=x')).json.code).toBe('scrutiny.unknown-status');
    const changes = await harness.get('/changes?area=kent&from=2022-10-03&to=2022-10-05&limit=1');
    expect(changes.json.items?.map(({ kind }) => kind)).toEqual(['decision-called-in']);
    const page = await anyone.see('/kent/changes?from=2022-10-03&as-of=2022-10-05');
    expect(page.words).toContain('1 decision amended, 1 decision called in');
    expect(hrefsIn(page)).toContain(`${PAGE}?as-of=2022-10-05`);
  });
});
