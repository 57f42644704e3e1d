import { Harness } from '../testing/harness';

const report = {
  ...{ id: 'peel-report-2022', area: 'kent', title: 'A report on the force', issuedBy: 'hmicfrs' },
  dated: '2022-04-28',
};
const read = { area: 'kent', effectiveOn: '2022-04-28', paper: report.id, place: 'page 3' };
const inspection = {
  ...{
    ...read,
    id: 'kent-peel-2021-22',
    kind: 'force',
    inspectorate: 'hmicfrs',
    title: 'How the force does',
  },
  ...{ programme: 'PEEL', cycle: '2021/22', publishedOn: '2022-04-28', scale: 'peel-2021' },
};
const grade = {
  ...{ ...read, inspection: inspection.id, question: 'investigating-crime' },
  ...{ questionTitle: 'Investigating crime', grade: 'adequate' },
};

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
  await harness.record('record-paper', report, { as: 'office' });
  await harness.record('record-inspection', inspection, { as: 'office' });
  await harness.record('give-grade', grade, { as: 'office' });
  const ungraded = { question: 'custody', questionTitle: 'Custody', grade: null };
  await harness.record('give-grade', { ...grade, ...ungraded }, { as: 'office' });
});
afterAll(() => harness.close());

describe('inspections over the API', () => {
  it('are listed, by kind, as JSON and as CSV', async () => {
    const { json } = await harness.get('/inspections?area=kent&kind=force');
    expect(json.items).toMatchObject([{ id: inspection.id, publishedOn: '2022-04-28', scale: 'peel-2021' }]);
    const sheet = await harness.get('/inspections.csv?area=kent');
    expect(sheet.text).toMatch(/^area,id,kind,.*findings\.open,/);
    expect((await harness.get('/inspections?kind=audit')).json).toMatchObject({
      ...{ status: 422, code: 'inspections.unknown-kind' },
      errors: [{ pointer: '/kind' }],
    });
  });

  it('are shown one by one with their grades, at a position', async () => {
    const { json } = await harness.get(`/inspections/${inspection.id}`);
    expect(json.item).toMatchObject({
      ...{ area: 'kent', for: 'hmicfrs', source: { paper: report.id }, secondHand: false },
      grades: [
        { question: 'investigating-crime', grade: 'adequate', effectiveOn: '2022-04-28' },
        { question: 'custody', grade: null },
      ],
    });
    const before = await harness.get(`/inspections/${inspection.id}?asOf=2022-04-27`);
    expect(before.json).toMatchObject({ status: 404, code: 'inspections.inspection-not-on-record' });
    expect((await harness.get(`/inspections/${inspection.id}?area=essex`)).status).toBe(404);
  });

  it('have scales and a history of grades', async () => {
    const scales = await harness.get('/scales?area=kent');
    expect(scales.json.items).toMatchObject([{ id: 'peel-2014', area: null }, { id: 'peel-2021' }]);
    const grades = await harness.get('/grades?area=kent&question=custody');
    expect(grades.json.items).toMatchObject([{ question: 'custody', grade: null, notDrawn: 'first' }]);
    expect((await harness.get('/grades.csv?area=kent')).text).toContain('change.steps');
  });

  it('refuse what conflicts with the record, and what is not the sender’s to say', async () => {
    const again = await harness.command('record-inspection', inspection, { as: 'office' });
    expect(again.json).toMatchObject({ status: 409, code: 'inspections.inspection-exists' });
    const same = await harness.command('give-grade', grade, { as: 'inspector' });
    expect(same.json).toMatchObject({ status: 409, code: 'inspections.grade-stands' });
    const scale = {
      area: 'kent',
      id: 'peel-2021',
      title: 'x',
      grades: ['a', 'b'],
      effectiveOn: '2022-04-28',
    };
    const known = await harness.command('define-scale', scale, { as: 'inspector' });
    expect(known.json).toMatchObject({ status: 409, code: 'inspections.scale-exists' });
    const audit = { ...inspection, id: 'audit', kind: 'internal-audit', inspectorate: 'kent-auditors' };
    const other = await harness.command('record-inspection', audit, { as: 'inspector' });
    expect(other.json).toMatchObject({ status: 403, code: 'inspections.not-yours' });
    expect((await harness.command('give-grade', grade)).json.code).toBe('identity.not-allowed');
  });

  it('refuse a grade of another scale, and name the grades of this one', async () => {
    const { json } = await harness.command('give-grade', { ...grade, grade: 'fair' }, { as: 'inspector' });
    expect(json).toMatchObject({
      ...{ status: 422, code: 'inspections.grade-of-another-scale' },
      errors: [
        { pointer: '/grade', grades: ['outstanding', 'good', 'adequate', expect.anything(), 'inadequate'] },
      ],
    });
  });

  it('take a paper that first published a grade only from the record', async () => {
    const own = {
      ...grade,
      question: 'leadership',
      questionTitle: 'Leadership',
      firstPublishedIn: 'nowhere',
    };
    const unknown = await harness.command('give-grade', own, { as: 'office' });
    expect(unknown.json).toMatchObject({
      code: 'inspections.unknown-paper',
      errors: [{ pointer: '/firstPublishedIn' }],
    });
    await harness.record('give-grade', { ...own, firstPublishedIn: report.id }, { as: 'office' });
    const { json } = await harness.get('/grades?area=kent&question=leadership');
    expect(json.items).toMatchObject([{ firstPublishedIn: report.id }]);
  });
});
