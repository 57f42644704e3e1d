import type { Page } from 'playwright-core';
import { line, paper, returnOf } from '../../apps/web/src/testing/sample';
import { describeInBrowser } from '../browser';
import { SiteToVisit } from './site';

describeInBrowser('new records', (browser) => {
  let site: SiteToVisit;
  beforeEach(async () => {
    site = await SiteToVisit.open();
  });
  afterEach(() => site.close());

  /** The page listens once the server has a stream for it. */
  const openAndListening = async (page: Page, path: string): Promise<void> => {
    const stream = page.waitForResponse((response) => response.url().includes('/api/v1/events/stream'));
    await site.visit(page, path);
    expect((await stream).status()).toBe(200);
  };
  const record = (period: string, more = {}) =>
    site.harness.record('submit-return', { ...returnOf({ ...line, period }), ...more });

  it('are told on an open page, restricted ones too, and shown by its link', async () => {
    const page = await browser.open({ javaScriptEnabled: true });
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await openAndListening(page, '/kent/figures/victim-based-crime');
    await record('2022-08');
    await page.getByText('2 new records since you opened this page.').waitFor();
    await record('2022-06', { access: 'restricted' });
    await page.getByText('4 new records since you opened this page.').waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('August 2022');
    await page.getByRole('link', { name: 'Show the page with them' }).click();
    await page.getByRole('link', { name: 'August 2022' }).waitFor();
    expect(await page.getByText('since you opened this page').count()).toBe(0);
    expect(await page.getByRole('main').innerText()).not.toContain('June 2022');
    expect(problems).toEqual([]);
  });

  it('are counted from where the page was when its stream is cut and comes again', async () => {
    const page = await browser.open({ javaScriptEnabled: true });
    await openAndListening(page, '/ledger');
    await record('2022-08');
    await page.getByText('2 new records since you opened this page.').waitFor();
    await page.evaluate("window.dispatchEvent(new Event('pagehide'))");
    await record('2022-06');
    const again = page.waitForResponse((response) => response.url().endsWith('/stream?from=7'));
    await page.evaluate("window.dispatchEvent(new Event('pageshow'))");
    await again;
    await page.getByText('4 new records since you opened this page.').waitFor();
  });

  it('are told on no page of the past, and a page without JavaScript has nothing of it', async () => {
    const page = await browser.open({ javaScriptEnabled: true });
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    await site.visit(page, '/ledger?basis=4');
    await site.visit(page, `/kent/papers/${paper.id}?as-of=2022-09-13`);
    expect(asked.filter((path) => path.includes('stream') || path.endsWith('.js'))).toEqual([]);
    const plain = await browser.open();
    await site.visit(plain, '/ledger');
    expect(await plain.getByText('since you opened this page').count()).toBe(0);
    expect(await plain.getByRole('heading', { level: 1 }).innerText()).toBe('Ledger');
  });
});
