import type { Page } from 'playwright-core';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { line, paper, returnOf } from '../../apps/web/src/testing/sample';
import { accessibilityProblems, describeInBrowser } from '../browser';
import { SiteToVisit } from './site';

describeInBrowser('browsing the ledger', (browser) => {
  let site: SiteToVisit;
  beforeAll(async () => {
    site = await SiteToVisit.open();
    for (let month = 1; month <= 9; month += 1)
      for (const year of [2015, 2016, 2017, 2018, 2019, 2020])
        await site.harness.record('submit-return', returnOf({ ...line, period: `${year}-0${month}` }));
  });
  afterAll(() => site.close());

  const focused = (page: Page): Promise<string> =>
    page.evaluate(
      '(({ activeElement: e, body }) => (e === body ? "" : e.id || e.innerText.trim()))(document)',
    );
  const reach = async (page: Page, name: string): Promise<void> => {
    for (let presses = 0; presses < 200; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await focused(page)) === name) return;
    }
    throw new Error(`The keyboard never reached ${name}.`);
  };
  const enter = async (page: Page): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  };

  it('an inspector filters, pages, opens a record and comes back to its place, by keyboard, 320 pixels wide', async () => {
    const page = await browser.open({ viewport: { width: 320, height: 640 } });
    await site.signIn(page, 'Force liaison, HMICFRS');
    await site.visit(page, '/ledger');
    await reach(page, 'Filter the records');
    await page.keyboard.press('Enter');
    await reach(page, 'type');
    await page.keyboard.type('Figure reported');
    await reach(page, 'about');
    await page.keyboard.type('measure:kent/victim-based-crime');
    await enter(page);
    const main = page.getByRole('main');
    expect(await main.innerText()).toContain('55 records, newest first.');
    await page.getByRole('link', { name: 'Earlier records' }).focus();
    await enter(page);
    expect(await page.getByRole('row').count()).toBe(1 + 5);
    const place = page.url();
    const index = await page.getByRole('rowheader').last().innerText();
    await page.getByRole('rowheader').last().getByRole('link').focus();
    await enter(page);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      `Record ${index}: Figure reported`,
    );
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await reach(page, 'Back to the records');
    await enter(page);
    expect(page.url()).toBe(`${place}#record-${index}`);
    expect(await page.getByRole('row').count()).toBe(1 + 5);
    await page.getByRole('link', { name: 'Later records' }).focus();
    await enter(page);
    expect(await page.getByRole('row').count()).toBe(1 + 50);
  });

  it('what is on record about a figure is one link away from it', async () => {
    const page = await browser.open();
    await site.visit(page, '/kent/figures/victim-based-crime/2022-07');
    await page.getByRole('link', { name: '1 record about this figure' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'Records about Victim-based crime, July 2022',
    );
    expect(await page.getByRole('row').count()).toBe(2);
    await site.visit(page, '/kent/figures/victim-based-crime');
    await page.getByRole('link', { name: '56 records about this measure and its figures' }).click();
    expect(await page.getByRole('main').innerText()).toContain('56 records');
    await site.visit(page, `/kent/papers/${paper.id}`);
    await page.getByRole('link', { name: /^\d+ records about this paper$/ }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'Records about Delivery and performance report',
    );
  });

  it('the bytes of a record are downloaded as they were hashed', async () => {
    const page = await browser.open({ acceptDownloads: true });
    await site.visit(page, '/ledger/3');
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the exact bytes (record-3.json)' }).click();
    const bytes = readFileSync((await (await coming).path()) ?? '');
    const hash = createHash('sha256').update(Buffer.of(0)).update(bytes).digest('hex');
    expect(await page.getByRole('main').innerText()).toContain(`It prints ${hash}`);
  });

  it('a date that is none is said at its field, and nothing that was chosen is lost', async () => {
    const page = await browser.open({ javaScriptEnabled: true });
    await site.visit(page, '/ledger?role=force&date-day=31&date-month=2&date-year=2022');
    expect(await page.getByRole('alert').innerText()).toContain('Enter a real date, or leave it empty');
    expect(await page.getByLabel('Written by somebody in the role').inputValue()).toBe('force');
    expect(await accessibilityProblems(page)).toEqual([]);
    await site.visit(page, '/ledger?role=force&date-day=14&date-month=9&date-year=2022');
    expect(new URL(page.url()).searchParams.get('date')).toBe('2022-09-14');
  });
});
