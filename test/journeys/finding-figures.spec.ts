import { measure, paper, returnOf, line } from '../../apps/web/src/testing/sample';
import { accessibilityProblems, describeInBrowser } from '../browser';
import { SiteToVisit } from './site';

describeInBrowser('the office finds figures', (browser) => {
  let site: SiteToVisit;
  beforeAll(async () => {
    site = await SiteToVisit.open();
    const values = ['11825', '12964', '12672', '12942', '13548'];
    const months = values.map((value, i) => ({
      ...line,
      period: `2022-0${i + 2}`,
      value,
      status: i > 2 ? 'P' : 'A',
    }));
    await site.harness.record('submit-return', returnOf(...months));
    site.harness.clock.at = '2022-11-01T09:00:00.000Z';
    const of = (await site.harness.get(`/figures/kent/${measure.id}/2022-07`)).json.item?.id;
    const later = { area: 'kent', effectiveOn: '2022-10-31', paper: paper.id };
    await site.harness.record('revise-figure', { ...later, ...line, value: '13524', of });
  });
  afterAll(() => site.close());

  it('by a form, with the keyboard alone, and takes away exactly what is shown', async () => {
    const page = await browser.open({ viewport: { width: 320, height: 640 } });
    await site.signIn(page, "Policy officer, Kent Police and Crime Commissioner's office");
    await site.visit(page, '/kent/figures');
    await page.locator('summary', { hasText: 'Find figures' }).focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('main');
    await form.getByLabel('Status').selectOption({ label: 'P: Provisional value' });
    await form.getByLabel('Sort by').selectOption({ label: 'Value, largest first' });
    await form.getByRole('button', { name: 'Show figures' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Figures found' }).waitFor();
    expect(new URL(page.url()).search).toBe('?status=P&sort=-value');
    expect(await page.getByText('status: provisional value').count()).toBe(1);
    expect(await page.getByRole('columnheader', { name: 'Value' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    const rows = page.getByRole('region', { name: 'Figures found' }).getByRole('row');
    expect((await rows.allInnerTexts()).slice(1).map((text) => /1[23],\d{3}/.exec(text)?.[0])).toEqual([
      '13,548',
      '12,942',
    ]);
    const file = await page.getByRole('link', { name: 'Download (CSV)' }).getAttribute('href');
    const { text } = await site.harness.request('GET', file ?? '');
    expect(
      text
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(',')[3]),
    ).toEqual(['13548', '12942']);
    await page.getByRole('columnheader', { name: 'Value' }).getByRole('link').click();
    expect(await page.getByRole('columnheader', { name: 'Value' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    await page.getByRole('link', { name: 'Clear the filter' }).click();
    expect(await page.getByRole('region', { name: 'Measures of Kent' }).count()).toBe(1);
  });

  it('reads a chart as a picture, a sentence and a table, and goes on to what was revised', async () => {
    const page = await browser.open({ javaScriptEnabled: true, viewport: { width: 320, height: 640 } });
    await site.visit(page, `/kent/figures/${measure.id}`);
    const picture = page.getByRole('img', { name: 'Victim-based crime, Kent, by month' });
    expect(await picture.count()).toBe(1);
    const box = await picture.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
    const sentence = 'From 11,825 in February 2022 to 13,524 in July 2022';
    expect(await page.getByRole('main').getByText(sentence).first().isVisible()).toBe(true);
    await page.locator('summary', { hasText: 'The chart as a table' }).focus();
    await page.keyboard.press('Enter');
    const table = page.getByRole('region', { name: 'The chart as a table' });
    expect(await table.getByRole('row', { name: 'June 2022 13,548 (provisional)' }).count()).toBe(1);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('link', { name: 'How these figures changed from paper to paper' }).click();
    const july = page.getByRole('row', { name: /^July 2022/ });
    expect(await july.innerText()).toContain('revised +1,037 (up 1,037)');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });
});
