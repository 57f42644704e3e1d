import { AFI, SECOND, recordFindings } from '../testing/findings';
import { Harness } from '../testing/harness';
import { paper } from '../testing/sample';
import { dateTyped, fillIn, hrefsIn } from './testing/forms';
import { Visitor } from './testing/visitor';

const INSPECTION = '/kent/inspections/kent-peel-2021-22';
const PUBLISHED = dateTyped('effectiveOn', ['2022', '4', '28']);

let harness: Harness;
let force: Visitor;
let office: Visitor;
let inspector: Visitor;
beforeAll(async () => {
  harness = await Harness.start({ at: '2023-03-15T09:00:00.000Z' });
  await recordFindings(harness);
  await harness.record('record-paper', paper, { as: 'office' });
  [force, office, inspector] = (await Promise.all(
    ['demo-kent-police', 'demo-kent-pcc', 'demo-hmicfrs'].map((one) => Visitor.signedIn(harness, one)),
  )) as [Visitor, Visitor, Visitor];
});
afterAll(() => harness.close());

describe('raising a finding', () => {
  const path = `${INSPECTION}/findings/new`;

  it('is offered with its inspection to who may, and shows what was raised', async () => {
    const tracker = '/kent/findings?inspection=kent-peel-2021-22';
    for (const page of [tracker, INSPECTION]) expect(hrefsIn(await inspector.see(page))).toContain(path);
    expect(hrefsIn(await force.see(tracker))).not.toContain(path);
    expect((await force.see(path)).status).toBe(403);
    const typed = {
      kind: 'recommendation',
      title: 'Keep records',
      id: 'kent-rec-1',
      number: '1',
      ...PUBLISHED,
    };
    const to = { 'addressees.kent-police': 'kent-police', others: 'home-office, college-of-policing' };
    const { check, shown } = await fillIn(inspector, path, { ...typed, ...to, completeBy: 'November 2022' });
    expect(check.words).toContain('HMICFRS makes a finding: Keep records.');
    expect(shown.words).toContain('Your record is below, in the history of this finding.');
    expect(shown.words).toContain('Recommendation 1');
    expect(shown.words).toContain('College Of Policing: where it stands');
    expect(shown.words).toContain('Set to be complete by November 2022');
  });

  it('offers a cause of concern the recommendations that it carries, published before its report', async () => {
    const typed = { kind: 'cause-of-concern', title: 'Custody', id: 'kent-concern', ...PUBLISHED };
    const early = dateTyped('accelerated', ['2022', '2', '1']);
    const to = { 'addressees.kent-police': 'kent-police' };
    const alone = await fillIn(inspector, path, { ...typed, ...to });
    expect(hrefsIn(alone.shown)).toContain('#recommendations');
    const carried = { 'recommendations.national-rec-01': 'national-rec-01' };
    const { shown } = await fillIn(inspector, path, { ...typed, ...to, ...carried, ...early });
    expect(shown.words).toContain('Published before its report 1 February 2022');
    expect(hrefsIn(shown)).toContain('/kent/findings/national-rec-01');
  });

  it('says at the field what a rule refuses', async () => {
    const typed = { kind: 'afi', title: 'Twice', id: AFI, ...PUBLISHED };
    const nobody = await fillIn(inspector, path, { ...typed, id: 'kent-afi-9' });
    expect(hrefsIn(nobody.shown)).toContain('#addressees');
    const bad = await fillIn(inspector, path, { ...typed, id: 'Kent 9', others: 'Home Office' });
    expect(hrefsIn(bad.shown)).toEqual(expect.arrayContaining(['#id', '#addressees']));
    expect((await inspector.see('/kent/inspections/none/findings/new')).status).toBe(404);
  });
});

describe('grouping findings', () => {
  it('makes one item of the plan of those that are ticked', async () => {
    const typed = { id: 'afi-01-02', title: 'Recording and supervision' };
    const chosen = { [`findings.${AFI}`]: AFI, [`findings.${SECOND}`]: SECOND };
    const on = dateTyped('effectiveOn', ['2023', '3', '1']);
    const { check, shown } = await fillIn(force, `${INSPECTION}/group`, { ...typed, ...chosen, ...on });
    expect(check.words).toContain('Which findings? Recording of crime, Supervision');
    expect(shown.words).toContain('Shares its plan Recording and supervision, with Supervision');
    const none = await fillIn(force, `${INSPECTION}/group`, { ...typed, ...on });
    expect(hrefsIn(none.check)).toContain('#findings');
    expect((await inspector.see(`${INSPECTION}/group`)).status).toBe(403);
  });
});

describe('marking an entry as entered wrongly', () => {
  it('is offered at the own entries of a body; the entry stays and says so', async () => {
    const page = `/kent/findings/${AFI}`;
    const marks = hrefsIn(await force.see(page)).filter((href) => href.includes('/mark?of='));
    expect(hrefsIn(await inspector.see(page)).filter((href) => href.includes('/mark?of='))).toHaveLength(1);
    const [claimed = ''] = marks.slice(marks.length > 3 ? 1 : 0);
    expect((await inspector.see(claimed)).status).toBe(403);
    const { form, shown } = await fillIn(force, claimed, { reason: 'Of another finding.', says: 'Nothing.' });
    expect(form.words).toContain('The entry: Claimed to be discharged, effective 30 November 2022');
    expect(shown.words).toContain('Your record is below, in the history of this finding.');
    expect(shown.words).toContain('Marked as entered wrongly by Kent Police (force)');
    expect(shown.words).toContain('Not claimed');
    expect((await force.see(claimed)).status).toBe(409);
    const { words } = (await fillIn(force, marks[0] ?? '', { reason: 'Of others.' })).shown;
    expect(words).toMatch(/Grouped by Kent Police \(force\)[^.]*\.[^.]*\. Entered wrongly/);
    expect((await force.see(`${page}/mark?of=none`)).status).toBe(422);
  });
});

describe('what boards were told', () => {
  const part = (n: number, words: string, number: number, more: Readonly<Record<string, string>>) => ({
    [`parts-${n}-words`]: words,
    [`parts-${n}-number`]: String(number),
    ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`parts-${n}-${name}`, value])),
  });

  it('is recorded as it was said, and stands beside what the ledger counts', async () => {
    expect(hrefsIn(await force.see('/kent/findings'))).toContain('/kent/tallies');
    const { check, shown } = await fillIn(office, '/kent/tallies/new', {
      ...{ occasion: 'Performance board', for: 'kent-police', paper: paper.id, place: 'item 4' },
      ...dateTyped('effectiveOn', ['2023', '3', '14']),
      ...part(0, 'AFIs', 3, { kind: 'afi', sum: 'plus' }),
      ...part(1, 'Discharged', 1, { standing: 'closed', sum: 'minus' }),
      'parts-3-words': 'Signed off',
      ...part(2, 'Remain', 2, { kind: 'afi', standing: 'live', sum: 'equals' }),
    });
    expect(check.words).not.toContain('Number 5');
    expect(shown.words).toContain('What was said is below, beside what the ledger counts.');
    expect(shown.words).toContain('Said by Kent Police, transcribed by Kent PCC');
    expect(shown.words).toContain('AFIs 3 2 1 fewer in the ledger');
    expect(shown.words).toContain('Remain 2 2 the same');
    expect(shown.words).toMatch(/Signed off not said \d nothing to compare/);
    expect(shown.words).toContain('3 − 1 = 2, as it was said.');
    expect((await force.see('/kent/tallies?as-of=2023-03-13')).words).toContain(
      'was on record at this position',
    );
  });

  it('needs a number for its words, and a result for its sum', async () => {
    const typed = { occasion: 'Board', ...dateTyped('effectiveOn', ['2023', '3', '14']) };
    const some = { 'parts-0-words': 'AFIs', 'parts-0-sum': 'plus', 'parts-1-number': '4' };
    const { check } = await fillIn(force, '/kent/tallies/new', { ...typed, ...some });
    expect(hrefsIn(check)).toEqual(
      expect.arrayContaining(['#parts-0-number', '#parts-1-words', '#parts-0-sum']),
    );
    expect((await inspector.see('/kent/tallies/new')).status).toBe(403);
  });
});
