import type { Page } from 'playwright-core';
import { line, measure, paper, returnOf } from '../../apps/web/src/testing/sample';
import { accessibilityProblems, describeInBrowser } from '../browser';
import { SiteToVisit } from './site';

const DECEMBER = {
  ...paper,
  id: 'kent-performance-2022-12-01',
  title: 'December report',
  dated: '2022-12-01',
};

/** A later paper gives another value for July and does not say why; nothing after August has come. */
async function recordDecember({ harness }: SiteToVisit): Promise<void> {
  harness.clock.at = '2022-12-20T10:00:00.000Z';
  await harness.record('record-paper', DECEMBER);
  const lines = [
    { ...line, value: '12501', kind: 'unexplained', place: 'table 4' },
    { ...line, period: '2022-08', value: '11902', place: 'table 4' },
  ];
  const later = { ...returnOf(...lines), paper: DECEMBER.id, effectiveOn: '2022-12-01' };
  await harness.record('submit-return', later, { as: 'office' });
}

describeInBrowser('returns, papers and what is expected', (browser) => {
  let site: SiteToVisit;
  beforeEach(async () => {
    site = await SiteToVisit.open();
    await recordDecember(site);
  });
  afterEach(() => site.close());

  const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();
  // A table's box has the focus too, and all the words of its rows.
  const focused = (page: Page): Promise<string> =>
    page.evaluate('((e) => (e.tagName === "A" ? e.innerText : ""))(document.activeElement)');
  /** Goes on by the keyboard alone until something with this name has the focus. */
  async function reach(page: Page, name: string): Promise<void> {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await focused(page)).includes(name)) return;
    }
    throw new Error(`The keyboard never reached ${name}.`);
  }
  async function follow(page: Page, name: string): Promise<void> {
    await reach(page, name);
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  }

  it('an auditor starts from a paper and finds a change that nobody explained', async () => {
    const page = await browser.open();
    await site.signIn(page, 'Force liaison, HMICFRS');
    await site.visit(page, '/kent/papers');
    await page.getByRole('link', { name: 'Delivery and performance report' }).click();
    const main = page.getByRole('main');
    expect(await main.innerText()).toContain('1 figure. Of it, at this position:');
    await page.getByRole('link', { name: '1 changed without explanation' }).click();
    const row = page.getByRole('row', { name: /Victim-based crime, July 2022/ });
    expect(await row.innerText()).toContain('12,501, effective 1 December 2022, in December report');
    await row.getByRole('link', { name: 'Victim-based crime, July 2022' }).click();
    expect(await main.innerText()).toContain('From 12,487 to 12,501: +14 (up 14).');
    expect(await main.innerText()).toContain('Why: not given');

    await site.visit(page, '/kent');
    await page.getByRole('link', { name: '1 unexplained change' }).click();
    expect(await heading(page)).toBe('Unexplained changes');
    expect(await page.getByRole('row', { name: /July 2022/ }).innerText()).toContain('19 days');
  });

  it('the force sees by the keyboard alone what of its returns changed, and on the day before that it stood', async () => {
    const page = await browser.open();
    await site.signIn(page, 'Performance analyst, Kent Police');
    await site.visit(page, '/kent');
    await follow(page, 'Returns, and what became of them');
    expect(await heading(page)).toBe('Returns');
    await follow(page, '14 September 2022');
    expect(await heading(page)).toBe('Return of 14 September 2022');
    expect(await page.getByRole('main').innerText()).toContain('1 changed without explanation');
    await site.visit(page, `${new URL(page.url()).pathname}?as-of=2022-11-30`);
    expect(await page.getByRole('main').innerText()).toContain('1 still stands');
  });

  it('the force sets when figures are expected and sees what has not come, 320 pixels wide', async () => {
    const page = await browser.open({ viewport: { width: 320, height: 640 }, javaScriptEnabled: true });
    const fits = (): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth <= 320');
    await site.signIn(page, 'Performance analyst, Kent Police');
    await site.visit(page, '/kent/returns/expected');
    const main = page.getByRole('main');
    expect(await main.innerText()).toContain('No reporting calendar of Kent is on record');
    await page.getByRole('link', { name: 'Set when a measure is expected' }).click();
    await page.getByRole('button', { name: 'Record this calendar' }).click();
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(5);
    expect(await accessibilityProblems(page)).toEqual([]);
    await main.getByLabel('Which measure is expected?').selectOption(measure.id);
    await main.getByLabel('How often?').selectOption('month');
    await main.getByLabel('How many days after a period ends is it due?').fill('45');
    await main.getByLabel('First period that is expected').fill('2022-07');
    await main.getByLabel('Day', { exact: true }).fill('14');
    await main.getByLabel('Month', { exact: true }).fill('9');
    await main.getByLabel('Year', { exact: true }).fill('2022');
    expect(await fits()).toBe(true);
    await page.getByRole('button', { name: 'Record this calendar' }).click();
    expect(await heading(page)).toBe('What is expected');
    const row = (period: string): Promise<string> =>
      page.getByRole('row', { name: new RegExp(`ends ${period}`) }).innerText();
    expect(await row('July 2022')).toContain('Received');
    expect(await row('August 2022')).toContain('on 1 December 2022, 47 days late');
    expect(await row('September 2022')).toContain('36 days after it was due');
    expect(await row('November 2022')).toContain('Due');
    expect(await fits()).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('link', { name: '2 periods have not come' }).click();
    expect(await page.getByRole('row').count()).toBe(3);
  });
});
