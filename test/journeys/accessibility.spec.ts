import type { BrowserContext } from 'playwright-core';
import { accessibilityProblems, describeInBrowser } from '../browser';
import { SiteToVisit } from './site';

const PAGES = [
  '/',
  '/kent',
  '/kent/figures',
  '/kent/figures/victim-based-crime',
  '/kent/figures/victim-based-crime/2022-07',
  '/kent/papers',
  '/kent/papers/kent-performance-2022-09-14',
  '/kent/returns/new',
  '/kent/returns/file',
  '/kent/returns/file?as-of=2022-09-13',
  '/kent/returns/2',
  '/kent/figures?as-of=2022-09-14&basis=0',
  '/kent/figures/victim-based-crime/2022-07?as-of=2022-09-13',
  '/kent/figures?as-of=2030-01-01',
  '/kent/returns/new?as-of=2022-09-13',
  '/ledger',
  '/ledger/3',
  '/status',
  '/sign-in',
  '/nowhere/at/all',
];

describeInBrowser('every page', (browser) => {
  let site: SiteToVisit;
  let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;
  beforeAll(async () => {
    site = await SiteToVisit.open();
    const page = await browser.open();
    await site.signIn(page, 'Performance analyst, Kent Police');
    signedIn = await page.context().storageState();
  });
  afterAll(() => site.close());

  it.each(PAGES)(
    '%s has nothing that axe finds wrong, one first heading, and fits on 320 pixels',
    async (path) => {
      const page = await browser.open({
        javaScriptEnabled: true,
        viewport: { width: 320, height: 640 },
        storageState: signedIn,
      });
      await site.visit(page, path);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    },
  );

  it('a form with errors has nothing that axe finds wrong', async () => {
    const page = await browser.open({ javaScriptEnabled: true, storageState: signedIn });
    await site.visit(page, '/kent/returns/new');
    await page.getByRole('button', { name: 'Add another figure' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.getByRole('alert').count()).toBe(1);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
