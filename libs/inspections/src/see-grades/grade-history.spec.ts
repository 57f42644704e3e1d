import type { Fact } from '@daybook/ledger';
import type { Audience } from '@daybook/read-model';
import { ViewsOn } from '@daybook/read-model/testing';
import type { InspectionContent, InspectionsEvent } from '../inspections.events';
import { inspectionsViews } from '../inspections.module';
import { inspected } from '../testing/facts';
import { graded, scaleDefined } from '../testing/reports';
import { GradesHandler, GradesQuery } from './grades.query';
import type { GradeInHistory } from './grade-history';

const open: ViewsOn[] = [];
afterEach(() => open.splice(0).forEach((views) => views.close()));

async function grades(
  facts: readonly Fact[],
  at: { asOf?: string; basis?: number; audience?: Audience; question?: string } = {},
): Promise<GradeInHistory[]> {
  const views = await ViewsOn.facts(inspectionsViews, facts);
  open.push(views);
  const { asOf = '2025-12-31', basis = views.size, audience = 'outside', question } = at;
  const looking = { position: { asOf, basis }, audienceIn: () => audience };
  return new GradesHandler(views.rows).execute(new GradesQuery({ area: 'kent', question }, looking));
}

/** A report and one grade of it, both of the day of its publication. */
function report(
  inspection: string,
  publishedOn: string,
  grade: string | null,
  more: Partial<InspectionContent> & {
    readonly comparableGrade?: boolean;
    readonly firstPublishedIn?: string;
  } = {},
): InspectionsEvent[] {
  const { comparableGrade, firstPublishedIn = null, ...content } = more;
  const when = { effectiveOn: publishedOn, paper: `${inspection}-report` };
  const said =
    comparableGrade === undefined ? {} : { comparable: comparableGrade, comparability: 'New method.' };
  return [
    inspected({ inspection, publishedOn, ...content }, when),
    graded({ inspection, grade, firstPublishedIn, ...said }, when),
  ];
}
const drawn = (items: readonly GradeInHistory[]) =>
  items.map(({ inspection, change, notDrawn }) => [inspection, change?.steps ?? notDrawn]);

describe('the grade history of an area', () => {
  it('17. draws a change within one scale, in steps towards its best grade', async () => {
    const history = await grades([
      ...report('third', '2025-02-01', 'adequate'),
      ...report('first', '2021-02-01', 'requires improvement'),
      ...report('second', '2023-02-01', 'outstanding'),
      ...report('fourth', '2025-10-01', 'adequate'),
    ]);
    expect(drawn(history)).toEqual([
      ['first', 'first'],
      ['second', 3],
      ['third', -2],
      ['fourth', 0],
    ]);
    expect(history[1]).toMatchObject({ change: { from: 'requires improvement', fromInspection: 'first' } });
  });

  it('17. draws none across scales, from another question, or where either was not graded', async () => {
    const [before, now] = [report('first', '2021-02-01', 'good'), report('second', '2023-02-01', 'good')];
    const older = report('first', '2021-02-01', 'good', { scale: 'peel-2014' });
    expect(drawn(await grades([...older, ...now]))[1]).toEqual(['second', 'another-scale']);
    const other = graded({ inspection: 'second', question: 'custody' }, { effectiveOn: '2023-02-01' });
    expect(drawn(await grades([...before, now[0]!, other], { question: 'custody' }))).toEqual([
      ['second', 'first'],
    ]);
    const [none, noneBefore] = [report('second', '2023-02-01', null), report('first', '2021-02-01', null)];
    expect(drawn(await grades([...before, ...none]))[1]).toEqual(['second', 'not-graded']);
    expect(drawn(await grades([...noneBefore, ...now]))[1]).toEqual(['second', 'not-graded']);
  });

  it('17. draws none where the inspectorate said so of the report or the grade, and shows what it said', async () => {
    const before = report('first', '2021-02-01', 'good');
    const said = { comparable: false, comparability: 'Not to be compared.' };
    const [, ofReport] = await grades([...before, ...report('second', '2023-02-01', 'good', said)]);
    expect(ofReport).toMatchObject({
      ...{ change: null, notDrawn: 'said-not-comparable' },
      inspectionComparability: 'Not to be compared.',
    });
    const [, ofGrade] = await grades([
      ...before,
      ...report('second', '2023-02-01', 'good', { comparableGrade: false }),
    ]);
    expect(ofGrade).toMatchObject({ notDrawn: 'said-not-comparable', comparability: 'New method.' });
    const allowed = report('second', '2023-02-01', 'good', { comparable: true, comparableGrade: true });
    expect(drawn(await grades([...before, ...allowed]))[1]).toEqual(['second', 0]);
  });

  it('17. draws none to the same judgment, printed once more', async () => {
    const before = report('first', '2021-02-01', 'good');
    const again = report('second', '2023-02-01', 'good', { firstPublishedIn: 'first-report' });
    expect(drawn(await grades([...before, ...again]))[1]).toEqual(['second', 'same-judgment']);
    const other = report('second', '2023-02-01', 'good', { firstPublishedIn: 'another-report' });
    expect(drawn(await grades([...before, ...other]))[1]).toEqual(['second', 0]);
  });

  it('17. counts a month of publication as its last day, and steps of scales that an area defined', async () => {
    const audit = { scale: 'audit-3' };
    const history = await grades([
      scaleDefined({}, { effectiveOn: '2020-01-01' }),
      ...report('later', '2022-04-29', 'none', audit),
      inspected({ inspection: 'month', publishedOn: '2022-04', ...audit }, { effectiveOn: '2022-04-30' }),
      graded({ inspection: 'month', grade: 'substantial' }, { effectiveOn: '2022-04-30' }),
    ]);
    expect(drawn(history)).toEqual([
      ['later', 'first'],
      ['month', 2],
    ]);
  });

  it('14. is as at its position: a grade that comes late counts from its own date on', async () => {
    const facts = [
      ...report('first', '2022-04-28', null),
      graded({ inspection: 'first', grade: 'good' }, { effectiveOn: '2022-12-15' }),
    ];
    const at = async (asOf: string, basis?: number) => (await grades(facts, { asOf, basis }))[0]?.grade;
    expect(await at('2022-12-14')).toBeNull();
    expect(await at('2022-12-15')).toBe('good');
    expect(await at('2022-12-15', 2)).toBeNull();
    expect(await grades(facts, { asOf: '2022-04-27' })).toEqual([]);
  });
});
