import { line, paper } from '../../apps/web/src/testing/sample';
import { describeInBrowser } from '../browser';
import { SiteToVisit } from './site';

describeInBrowser('reading the past', (browser) => {
  let site: SiteToVisit;
  beforeAll(async () => {
    site = await SiteToVisit.open();
    const { harness } = site;
    harness.clock.at = '2022-11-20T12:00:00.000Z';
    const { json } = await harness.get('/figures/kent/victim-based-crime/2022-07');
    const change = {
      ...line,
      area: 'kent',
      paper: paper.id,
      value: '13574',
      of: json.item?.id,
      effectiveOn: '2022-10-31',
    };
    await harness.record('revise-figure', change);
    harness.clock.at = '2024-06-03T09:00:00.000Z';
  });
  afterAll(() => site.close());

  it('the inspector sees a past date in both readings, and comes back to now', async () => {
    const page = await browser.open();
    await site.signIn(page, 'Force liaison, HMICFRS');
    await site.visit(page, '/kent/figures/victim-based-crime/2022-07');
    const bar = page.getByRole('region', { name: 'Position in time' });
    expect(await bar.innerText()).toContain('Position today, using everything recorded.');
    expect(await page.getByRole('link', { name: 'Change this figure' }).count()).toBe(1);

    await bar.getByText('See a past date').click();
    await bar.getByLabel('Day').fill('31');
    await bar.getByLabel('Month').fill('10');
    await bar.getByLabel('Year').fill('2022');
    await bar.getByRole('button', { name: 'See this date' }).click();
    expect(await bar.innerText()).toContain(
      'The position on 31 October 2022, using everything recorded since',
    );
    expect(await bar.innerText()).toContain('nothing can be recorded from here');
    expect(await page.getByRole('main').innerText()).toContain('Revised: 13,574');
    expect(await page.getByRole('link', { name: 'Change this figure' }).count()).toBe(0);

    await bar.getByRole('link', { name: 'as this ledger knew it on that day' }).click();
    expect(await bar.innerText()).toContain(
      'The position on 31 October 2022, as this ledger knew it on that day',
    );
    expect(await page.getByRole('main').innerText()).not.toContain('13,574');
    expect(await page.getByRole('main').innerText()).toContain('First release: 12,487');

    await page.getByRole('link', { name: 'Papers', exact: true }).click();
    expect(await bar.innerText()).toContain('as this ledger knew it on that day');
    await bar.getByRole('link', { name: 'Back to now' }).click();
    expect(await bar.innerText()).toContain('Position today, using everything recorded.');
    expect(new URL(page.url()).search).toBe('');
  });

  it('the form for figures is closed in the past', async () => {
    const page = await browser.open();
    await site.signIn(page, 'Performance analyst, Kent Police');
    await site.visit(page, '/kent?as-of=2022-10-31');
    expect(await page.getByRole('button', { name: 'Submit figures' }).count()).toBe(0);
    await site.visit(page, '/kent/returns/new?as-of=2022-10-31');
    expect(await page.getByRole('button', { name: 'Continue' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Go back to now to submit figures' }).click();
    expect(await page.getByRole('button', { name: 'Continue' }).count()).toBe(1);
  });

  it('a future date is an error of the date’s own form', async () => {
    const page = await browser.open();
    await site.visit(page, '/kent/figures?as-of=2030-01-01');
    await page
      .getByRole('alert')
      .getByRole('link', { name: 'The date must be today or in the past' })
      .click();
    const bar = page.getByRole('region', { name: 'Position in time' });
    expect(await bar.getByLabel('Day').getAttribute('id')).toBe(new URL(page.url()).hash.slice(1));
    expect(await bar.getByLabel('Year').inputValue()).toBe('2030');
  });
});
