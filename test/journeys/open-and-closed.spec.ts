import { measure, paper } from '../../apps/web/src/testing/sample';
import { describeInBrowser } from '../browser';
import { SiteToVisit } from './site';

const HTML = '<img src=x onerror="document.title=1">Crime & disorder';
const TITLE = 'Unannounced tactics';

describeInBrowser('what is shown as it is, and what is not shown', (browser) => {
  let site: SiteToVisit;
  beforeAll(async () => {
    site = await SiteToVisit.open();
    await site.harness.record('define-measure', { ...measure, id: 'html', title: HTML });
    const hidden = { ...paper, id: 'hidden', title: TITLE, access: 'restricted' };
    await site.harness.record('record-paper', hidden);
  });
  afterAll(() => site.close());

  it('HTML in a title is text, even where scripts could run', async () => {
    const page = await browser.open({ javaScriptEnabled: true });
    await site.visit(page, '/kent/figures');
    await page.getByRole('link', { name: HTML, exact: true }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(HTML);
    expect(await page.getByRole('img').count()).toBe(0);
    expect(await page.title()).toBe(`${HTML}, Kent - Figures - Daybook`);
  });

  it.each([[undefined], ['Panel support officer, Kent Police and Crime Panel']])(
    'a restricted paper is not there for %s, but for its place in the ledger',
    async (who) => {
      const page = await browser.open();
      if (who) await site.signIn(page, who);
      for (const path of [
        '/',
        '/kent',
        '/kent/papers',
        '/kent/papers/hidden',
        '/ledger',
        '/ledger/6',
        '/status',
      ]) {
        await site.visit(page, path);
        expect(await page.getByText(TITLE).count()).toBe(0);
      }
      await site.visit(page, '/ledger');
      expect(await page.getByRole('row', { name: /^6 Restricted\. SHA-256 [0-9a-f]{64}$/ }).count()).toBe(1);
    },
  );

  it('the area’s inspectorate reads it', async () => {
    const page = await browser.open();
    await site.signIn(page, 'Force liaison, HMICFRS');
    await site.visit(page, '/kent/papers');
    await page.getByRole('link', { name: TITLE }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(TITLE);
  });
});
