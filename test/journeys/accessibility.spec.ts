import type { BrowserContext } from 'playwright-core';
import { recordCommitments } from '../../apps/web/src/testing/commitments';
import { recordFindings } from '../../apps/web/src/testing/findings';
import { accessibilityProblems, describeInBrowser } from '../browser';
import { question } from '../../apps/web/src/testing/questions';
import { recordMeetings } from '../../apps/web/src/testing/meetings';
import { recordReport, respondTo } from '../../apps/web/src/testing/report';
import { SiteToVisit } from './site';

const PAGES = [
  '/',
  '/kent',
  '/kent/figures',
  '/kent/figures?sort=-value&status=A',
  '/kent/figures?period=soon',
  '/kent/figures?measure=calls-answered',
  '/kent/figures/victim-based-crime',
  '/kent/figures/victim-based-crime/triangle',
  '/kent/figures/calls-answered/triangle',
  '/kent/figures/victim-based-crime/2022-07',
  '/kent/figures/victim-based-crime/2022-07?recorded=3',
  '/kent/figures/victim-based-crime/2022-07/change',
  '/kent/figures/victim-based-crime/2022-07/change?chosen=yes',
  '/kent/figures/victim-based-crime/2022-07/change/revised',
  '/kent/figures/victim-based-crime/2022-07/change/corrected',
  '/kent/figures/victim-based-crime/2022-07/change/withdrawn',
  '/kent/figures/victim-based-crime/2022-07/change/entered-wrongly',
  '/kent/figures/victim-based-crime/2022-07/change?as-of=2022-09-14&basis=4',
  '/kent/changes',
  '/kent/changes?from=2022-09-13',
  '/kent/changes?from=2022-09-14',
  '/kent/changes?from=2022-09-14&as-of=2022-09-13',
  '/kent/replay',
  '/kent/replay?measure=victim-based-crime&step=2',
  '/kent/replay?measure=victim-based-crime&order=recorded&from=2030-01-01',
  '/kent/replay?as-of=2022-09-13',
  '/kent/papers',
  '/kent/figures/victim-based-crime/start-earlier',
  '/kent/papers/new',
  '/kent/papers/new?as-of=2022-09-13',
  '/kent/papers/kent-performance-2022-09-14',
  '/kent/returns/new',
  '/kent/papers/kent-performance-2022-09-14?became=stands',
  '/kent/unexplained',
  '/kent/returns',
  '/kent/returns?body=kent-pcc',
  '/kent/returns/expected',
  '/kent/returns/expected/new',
  '/kent/returns/expected/new?as-of=2022-09-13',
  '/kent/returns/file',
  '/kent/returns/file?as-of=2022-09-13',
  '/kent/returns/2',
  '/kent/returns/drafts',
  '/kent/returns/drafts?as-of=2022-09-13',
  '/kent/figures?as-of=2022-09-14&basis=0',
  '/kent/figures/victim-based-crime/2022-07?as-of=2022-09-13',
  '/kent/figures?as-of=2030-01-01',
  '/kent/returns/new?as-of=2022-09-13',
  '/kent/inspections',
  '/kent/inspections?kind=force',
  '/kent/inspections?as-of=2022-04-27',
  '/kent/inspections/kent-peel-2021-22',
  '/kent/grades',
  '/kent/grades?as-of=2022-04-27',
  '/kent/findings',
  '/kent/findings?status=any&sort=-gap',
  '/kent/findings?gap-over=long',
  '/kent/findings?as-of=2022-04-27',
  '/kent/findings/kent-peel-2021-22-afi-01',
  '/kent/findings/kent-peel-2021-22-afi-01?as-of=2022-09-14',
  '/kent/inspections/kent-report/response',
  '/kent/inspections/kent-report/response?as-of=2022-05-09',
  '/kent/inspections/kent-report/response/record-comments',
  '/kent/findings/kent-peel-2021-22-afi-01/report-progress',
  '/kent/findings/kent-peel-2021-22-afi-01/report-progress?as-of=2022-09-14',
  '/kent/inspections/kent-peel-2021-22/group',
  '/kent/questions',
  '/kent/questions?status=nobody',
  '/kent/questions/kent-question-1',
  '/kent/questions/kent-question-1/answer',
  '/kent/questions/kent-question-1?as-of=2022-09-19',
  '/kent/leaning',
  '/kent/tallies',
  '/kent/tallies/new',
  '/kent/meetings',
  '/kent/meetings/kent-board-2023-03-15',
  '/kent/commitments',
  '/kent/commitments?overdue=perhaps',
  '/kent/commitments/kent-board-2023-03-15-vetting-plan',
  '/kent/commitments/kent-officers-2023',
  '/kent/plan',
  '/kent/plan?as-of=2016-01-01',
  '/kent/plan/making-kent-safer/road-danger',
  '/kent/plan/making-kent-safer/road-danger?as-of=2022-09-14',
  '/ledger',
  '/ledger/3',
  '/ledger?about=measure:kent/victim-based-crime&order=oldest',
  '/ledger?type=none',
  '/ledger/3?role=force',
  '/status',
  '/sign-in',
  '/nowhere/at/all',
];

/** Forms of what the force does not record. */
const OF_THE_OFFICE = [
  ...['/kent/inspections/new', '/kent/inspections/kent-peel-2021-22/grades/new'],
  ...['/kent/meetings/new', '/kent/meetings/kent-board-2023-06-07/hold'],
  '/kent/meetings/kent-board-2023-03-15/agree-notes',
  ...['/kent/plan/new', '/kent/plan/making-kent-safer/vary'],
  ...['place', 'take'].map((form) => `/kent/plan/making-kent-safer/road-danger/${form}`),
];

/** A plan in force, from whose one priority hang a measure and a finding. */
async function recordPlan({ harness }: SiteToVisit): Promise<void> {
  const road = { id: 'road-danger', title: 'Less danger on the roads' };
  const plan = { id: 'making-kent-safer', title: 'Making Kent Safer', from: '2022-04' };
  const adopted = { area: 'kent', effectiveOn: '2022-04-01', ...plan, priorities: [{ number: 1, ...road }] };
  await harness.record('adopt-plan', adopted, { as: 'office' });
  const references = ['measure:kent/victim-based-crime', 'finding:kent/kent-peel-2021-22-afi-01'];
  const place = { plan: plan.id, priority: road.id, references };
  await harness.record(
    'place-under-priority',
    { area: 'kent', effectiveOn: '2022-09-14', ...place },
    { as: 'office' },
  );
}

/** Two questions of the inspection: one graded, one explicitly not. */
async function recordGrades({ harness }: SiteToVisit): Promise<void> {
  const grade = { area: 'kent', inspection: 'kent-peel-2021-22', effectiveOn: '2022-04-28' };
  for (const [question, given] of [
    ['custody', 'adequate'],
    ['leadership', null],
  ] as const)
    await harness.record(
      'give-grade',
      { ...grade, question, questionTitle: question, grade: given },
      { as: 'inspector' },
    );
}

describeInBrowser('every page', (browser) => {
  let site: SiteToVisit;
  let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;
  beforeAll(async () => {
    site = await SiteToVisit.open();
    await recordReport(site.harness);
    await respondTo(site.harness);
    site.harness.clock.at = '2023-03-15T09:00:00.000Z';
    await recordFindings(site.harness);
    await recordGrades(site);
    await site.harness.record('ask-question', question, { as: 'office' });
    site.harness.clock.at = '2023-08-01T09:00:00.000Z';
    await recordCommitments(site.harness);
    await recordMeetings(site.harness);
    await recordPlan(site);
    const page = await browser.open();
    await site.signIn(page, 'Performance analyst, Kent Police');
    signedIn = await page.context().storageState();
  });
  afterAll(() => site.close());

  async function check(path: string, as: typeof signedIn): Promise<void> {
    const viewport = { width: 320, height: 640 };
    const page = await browser.open({ javaScriptEnabled: true, viewport, storageState: as });
    await site.visit(page, path);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  }

  it.each(PAGES)('%s has nothing that axe finds wrong, one first heading, and fits on 320 pixels', (path) =>
    check(path, signedIn),
  );

  it('nor have the forms of the office', async () => {
    const page = await browser.open();
    await site.signIn(page, "Policy officer, Kent Police and Crime Commissioner's office");
    const office = await page.context().storageState();
    for (const path of OF_THE_OFFICE) await check(path, office);
  });

  it('a form with errors has nothing that axe finds wrong', async () => {
    const page = await browser.open({ javaScriptEnabled: true, storageState: signedIn });
    await site.visit(page, '/kent/returns/new');
    await page.getByRole('button', { name: 'Add another figure' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.getByRole('alert').count()).toBe(1);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
