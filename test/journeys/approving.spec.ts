import type { Page } from 'playwright-core';
import { accessibilityProblems, describeInBrowser } from '../browser';
import { SiteToVisit, fillFigure, fillHeading, press } from './site';

const SMALL = { viewport: { width: 320, height: 640 } };

describeInBrowser('four eyes', (browser) => {
  let site: SiteToVisit;
  beforeEach(async () => {
    site = await SiteToVisit.open();
  });
  afterEach(() => site.close());

  const arrive = async (as: string, options = {}): Promise<Page> => {
    const page = await browser.open({ ...SMALL, ...options });
    await site.signIn(page, as);
    return page;
  };
  const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();
  const fits = async (page: Page): Promise<void> =>
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);

  it('one person writes and another approves, by keyboard, on 320 pixels', async () => {
    const analyst = await arrive('Performance analyst, Kent Police');
    const head = await arrive('Head of performance, Kent Police');
    await site.visit(analyst, '/kent');
    await press(analyst, 'Drafts and four eyes');
    await press(analyst, 'Switch four eyes on');
    expect(await analyst.getByRole('main').innerText()).toContain('Four eyes are on for Kent Police');
    await fits(analyst);

    await site.visit(analyst, '/kent/returns/new');
    await fillHeading(analyst);
    await fillFigure(analyst, 'The figure', {
      measure: 'Victim-based crime (number)',
      period: '2022-08',
      value: '13574',
      place: 'table 1',
    });
    await analyst.getByRole('button', { name: 'Continue' }).last().focus();
    await Promise.all([analyst.waitForEvent('load'), analyst.keyboard.press('Enter')]);
    await press(analyst, 'Send for approval');
    expect(await heading(analyst)).toBe('Return: awaits approval');
    expect(await analyst.title()).toBe('Return, awaits approval, Kent - Returns - Daybook');
    expect(await analyst.getByRole('button', { name: 'Approve and record' }).count()).toBe(0);
    await fits(analyst);

    await site.visit(head, '/kent');
    await press(head, '1 draft awaits approval');
    await press(head, 'Return of 1 figure');
    expect(await head.getByRole('main').innerText()).toContain('13,574');
    await fits(head);
    await press(head, 'Approve and record');
    expect(await heading(head)).toBe('Return recorded');
    expect(await head.getByRole('main').innerText()).toContain('approved by demo-kent-police-head');

    await analyst.reload();
    expect(await heading(analyst)).toBe('Return: approved');
    await press(analyst, 'record ');
    expect(await analyst.getByRole('main').innerText()).toContain('approvedBy');
  });

  it('what is sent, refused and ended has nothing that axe finds wrong', async () => {
    const analyst = await arrive('Performance analyst, Kent Police', { javaScriptEnabled: true });
    const head = await arrive('Head of performance, Kent Police', { javaScriptEnabled: true });
    await site.visit(analyst, '/kent/returns/drafts');
    await analyst.getByRole('button', { name: 'Switch four eyes on' }).click();
    await analyst.getByRole('button', { name: 'Ask to switch four eyes off' }).click();
    expect(await accessibilityProblems(analyst)).toEqual([]);
    await head.goto(analyst.url());
    await head.getByRole('button', { name: 'Reject' }).click();
    expect(await head.getByRole('alert').innerText()).toContain('Say why it should not be recorded.');
    expect(await accessibilityProblems(head)).toEqual([]);
    await head.getByLabel('Or say why').fill('We keep them.');
    await head.getByRole('button', { name: 'Reject' }).click();
    expect(await heading(head)).toBe('Switching four eyes off: rejected');
    for (const path of ['', '/kent/returns/drafts']) {
      if (path) await site.visit(head, path);
      expect(await accessibilityProblems(head)).toEqual([]);
      await fits(head);
    }
  });
});
