import { randomUUID } from 'node:crypto';
import { Harness } from '../testing/harness';
import { Visitor } from './testing/visitor';

const OFFICE = { as: 'office' } as const;
const paper = {
  ...{ id: 'peel-report', area: 'kent', title: 'The report', issuedBy: 'hmicfrs', dated: '2022-04-28' },
};
const read = { area: 'kent', effectiveOn: '2022-04-28', paper: paper.id, place: 'page 3' };
const peel = {
  ...{ ...read, id: 'peel', kind: 'force', inspectorate: 'hmicfrs', title: 'How the force does' },
  ...{ programme: 'PEEL', cycle: '2021/22', publishedOn: '2022-04-28', scale: 'peel-2021' },
};
const older = {
  ...{ ...peel, id: 'peel-older', cycle: '2014', scale: 'peel-2014', title: 'An older report' },
  ...{ publishedOn: '2016-02', effectiveOn: '2016-02' },
};
const custody = {
  ...read,
  inspection: 'peel',
  question: 'custody',
  questionTitle: 'Custody',
  grade: 'adequate',
};
const afi = { ...read, inspection: 'peel', kind: 'afi', addressees: ['kent-police'] };

let harness: Harness;
let office: Visitor;
beforeAll(async () => {
  harness = await Harness.start();
  await harness.record('record-paper', paper, OFFICE);
  for (const one of [older, peel]) await harness.record('record-inspection', one, OFFICE);
  const first = { ...custody, inspection: 'peel-older', grade: 'good', effectiveOn: '2016-02' };
  for (const grade of [first, custody]) await harness.record('give-grade', grade, OFFICE);
  await harness.record('raise-finding', { ...afi, id: 'afi-01', title: 'Record crime well' }, OFFICE);
  await harness.record('raise-finding', { ...afi, id: 'afi-02', title: 'Supervise' }, OFFICE);
  const claim = { area: 'kent', effectiveOn: '2022-09-14', finding: 'afi-02', evidence: 'An audit.' };
  await harness.record('claim-discharge', claim);
  office = await Visitor.signedIn(harness, 'demo-kent-pcc');
});
afterAll(() => harness.close());
beforeEach(() => office.see('/kent'));

describe('inspections on pages', () => {
  it('are listed, the newest first, with grades in words, findings by status and the response', async () => {
    const { words, html } = await new Visitor(harness).see('/kent/inspections');
    expect(words).toMatch(/How the force does .* An older report/);
    expect(words).toContain(
      'HMICFRS 28 April 2022 Adequate on 1 question 1 open, 1 claimed None recorded here',
    );
    expect(words).toContain('February 2016 Good on 1 question none on record No clock');
    expect(html).not.toContain('/kent/inspections/new');
    expect((await office.see('/kent/inspections')).html).toContain('/kent/inspections/new');
    const audits = await office.see('/kent/inspections?kind=internal-audit');
    expect(audits.words).toContain('None of this kind is on record.');
  });

  it('ask for no answer where no clock runs, and say no more of recommendations than is on record', async () => {
    const { words } = await office.see('/kent/inspections/peel-older/response');
    expect(words).toContain('No recommendation of it is on record.');
    expect(words).not.toContain('Still to be said');
    expect((await office.see('/kent/inspections/peel/response')).words).toContain('Still to be said');
  });

  it('are shown one by one: grades with their scale, findings by status, the response, the records', async () => {
    const { words, html } = await new Visitor(harness).see('/kent/inspections/peel');
    expect(words).toContain('outstanding, good, adequate, requires improvement, inadequate.');
    expect(words).toContain('Custody Adequate 28 April 2022 The report , page 3');
    expect(words).toMatch(/Open: 1 finding Record crime well .* Claimed: 1 finding Supervise/);
    expect(words).toMatch(/The response None recorded here, [\d,]+ days past the last day, 22 June 2022\./);
    expect(html).toContain('href="/kent/findings/afi-01"');
    expect(html).toContain('href="/kent/inspections/peel/response"');
    expect(html).toContain('href="/kent/changes?from=2022-04-28"');
    expect(words).toMatch(/\d records about this inspection/);
    expect(html).not.toContain('grades/new');
  });

  it('say what was on record at a position, and since when', async () => {
    const then = await office.see('/kent/inspections/peel?as-of=2022-04-30');
    expect(then.words).toContain('Open: 2 findings');
    expect(then.html).not.toContain('grades/new');
    const before = await office.see('/kent/inspections/peel?as-of=2022-04-27');
    expect([before.status, before.words.includes('The first record is of 28 April 2022.')]).toEqual([
      404,
      true,
    ]);
    const none = await office.see('/kent/inspections?as-of=2015-01-01');
    expect(none.words).toContain('No inspection of Kent was on record at this position.');
    const anyone = new Visitor(harness);
    expect((await anyone.see('/essex/inspections')).status).toBe(404);
    expect((await anyone.see('/essex/grades')).status).toBe(404);
  });

  it('have grades side by side, and counts of findings as a chart with its table', async () => {
    const { words } = await office.see('/kent/grades');
    expect(words).toMatch(
      /PEEL 2014 An older report; published: February 2016; scale peel-2014 PEEL 2021\/22/,
    );
    expect(words).toContain('Custody Good Adequate no change drawn: another scale');
    expect(words).toContain('On 28 April 2022: 2 open, 0 claimed, 0 assured, 0 closed. On ');
    expect(words).toContain(': 1 open, 1 claimed, 0 assured, 0 closed, of 2 in all.');
    expect(words).toContain('14 September 2022 1 1 0 0');
  });

  it('stand in the navigation, and are where findings and grades belong', async () => {
    for (const path of ['/kent/inspections/peel', '/kent/findings', '/kent/grades'])
      expect((await office.see(path)).html).toMatch(
        /item--active[^<]*<a[^>]*href="\/kent\/inspections"|href="\/kent\/inspections"[^>]*aria-current="true"/,
      );
  });
});

const day = (name: string, [d = '', m = '', y = '']: readonly string[]) => ({
  ...{ [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y },
});

describe('the form for an inspection', () => {
  const FORM = '/kent/inspections/new';
  const fields = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
    ...{ 'command-id': randomUUID(), id: 'audit-2023', title: 'An audit', kind: 'internal-audit' },
    ...{ inspectorate: 'kent-auditors', scale: 'none', forceInspected: 'yes', relatesToForce: 'no' },
    ...{ paper: paper.id, place: 'page 1', ...day('effectiveOn', ['', '2', '2023']) },
    ...more,
  });

  it('says in words what will be recorded, and shows it once it is', async () => {
    expect((await office.see(FORM)).html).toContain('name="inspectorate"');
    const sent = fields();
    const checked = await office.send(FORM, { ...sent, action: 'check' });
    expect(checked.words).toContain(
      'Kent PCC puts on record “An audit” of Kent Auditors, effective February 2023.',
    );
    const recorded = await office.send(FORM, { ...sent, action: 'submit' });
    expect(recorded.status).toBe(303);
    const shown = await office.see(String(recorded.headers.location));
    expect(shown.words).toContain('It is part of this inspection now.');
    expect(shown.words).toContain('It gives no grades.');
    const again = await office.send(FORM, { ...sent, action: 'submit' });
    expect(again.headers.location).toBe(recorded.headers.location);
  });

  it.each<[what: string, more: Record<string, string>, action: string, field: string]>([
    ['no title', { title: '' }, 'check', 'title'],
    ['no paper', { paper: '' }, 'check', 'paper'],
    ['no real date', day('publishedOn', ['31', '2', '2023']), 'check', 'publishedOn-day'],
    ['an id that is taken', { id: 'peel' }, 'submit', 'id'],
    ['a day to come', day('publishedOn', ['1', '1', '2030']), 'submit', 'publishedOn-day'],
  ])('%s is said at its field', async (_what, more, action, field) => {
    await office.see(FORM);
    const refused = await office.send(FORM, fields({ id: 'audit-2024', ...more, action }));
    expect([refused.status, refused.html.includes(`href="#${field}"`)]).toEqual([422, true]);
  });

  it('is for those who may record here, now', async () => {
    const force = await Visitor.signedIn(harness, 'demo-kent-police');
    expect((await force.see(FORM)).status).toBe(403);
    expect((await new Visitor(harness).see(FORM)).status).toBe(403);
    expect((await office.see(`${FORM}?as-of=2022-09-14`)).words).toContain('looking at the past');
  });
});

describe('the form for a grade', () => {
  const FORM = '/kent/inspections/peel/grades/new';
  const fields = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
    ...{ 'command-id': randomUUID(), question: 'leadership', questionTitle: 'Leadership', grade: 'good' },
    ...{ paper: paper.id, place: 'page 9', ...day('effectiveOn', ['28', '4', '2022']) },
    ...more,
  });

  it('offers the grades of the inspection’s own scale, says what will be recorded, and shows it', async () => {
    const form = await office.see(FORM);
    expect(form.words).toContain('Outstanding Good Adequate Requires improvement Inadequate Not graded');
    const sent = fields();
    const checked = await office.send(FORM, { ...sent, action: 'check' });
    expect(checked.words).toContain('HMICFRS says in “How the force does” that “Leadership” is graded good.');
    const recorded = await office.send(FORM, { ...sent, action: 'submit' });
    expect((await office.see(String(recorded.headers.location))).words).toContain('Leadership Good');
    const again = await office.send(FORM, { ...fields(), action: 'submit' });
    expect(again.words).toContain('inspections.grade-stands');
  });

  it('records that a question was not graded', async () => {
    await office.see(FORM);
    const sent = fields({ question: 'culture', questionTitle: 'Culture', grade: 'not-graded' });
    expect((await office.send(FORM, { ...sent, action: 'submit' })).status).toBe(303);
    const { json } = await harness.get('/grades?area=kent&question=culture');
    expect(json.items).toMatchObject([{ grade: null }]);
  });

  it('is not there for an inspection that gives no grades', async () => {
    const bare = { ...peel, id: 'bare', scale: null };
    await harness.record('record-inspection', bare, OFFICE);
    expect((await office.see('/kent/inspections/bare/grades/new')).words).toContain('without a scale');
    expect((await office.see('/kent/inspections/bare')).html).not.toContain('grades/new');
  });
});
