import { line, measure, paper } from '../../apps/web/src/testing/sample';
import { accessibilityProblems, describeInBrowser } from '../browser';
import { SiteToVisit } from './site';

describeInBrowser('what changed', (browser) => {
  let site: SiteToVisit;
  beforeAll(async () => {
    site = await SiteToVisit.open();
    const { harness } = site;
    harness.clock.at = '2022-11-20T12:00:00.000Z';
    const { json } = await harness.get(`/figures/kent/${measure.id}/2022-07`);
    await harness.record('correct-figure', {
      ...{ ...line, area: 'kent', paper: paper.id, of: json.item?.id, effectiveOn: '2022-10-31' },
      ...{ value: '13574', severity: 'substantial', reason: 'Two divisions were left out.' },
    });
  });
  afterAll(() => site.close());

  it('the inspector compares two dates, follows one change to its record, and goes back', async () => {
    const page = await browser.open();
    await site.signIn(page, 'Force liaison, HMICFRS');
    await site.visit(page, '/kent');
    await page.getByRole('link', { name: 'What changed between two dates' }).click();
    const main = page.getByRole('main');
    for (const [name, parts] of [
      ['From the position on', ['30', '9', '2022']],
      ['To the position on', ['31', '10', '2022']],
    ] as const) {
      const group = main.getByRole('group', { name });
      for (const [i, part] of ['Day', 'Month', 'Year'].entries())
        await group.getByLabel(part).fill(parts[i] ?? '');
    }
    await main.getByRole('button', { name: 'Compare' }).click();
    expect(new URL(page.url()).search).toBe('?from=2022-09-30&as-of=2022-10-31');
    const said = await main.innerText();
    expect(said).toContain(
      'Between the position on 30 September 2022 and that on 31 October 2022, using the first 6 records: 1 correction.',
    );
    expect(said).toContain('+1,087 (up 1,087)');
    expect(said).toContain('Why: Two divisions were left out.');
    await main.getByRole('link', { name: 'Record 5' }).click();
    expect(await page.getByRole('main').innerText()).toContain('figures.figure-corrected');
    await page.goBack();
    await main.getByRole('link', { name: 'Link to this very answer' }).click();
    expect(new URL(page.url()).search).toBe('?from=2022-09-30&from-basis=6&as-of=2022-10-31&basis=6');
    expect(await main.innerText()).toContain('1 correction.');
  });

  it('between two quiet days nothing changed, and dates the wrong way round are an error of the form', async () => {
    const page = await browser.open();
    await site.visit(page, '/kent/changes?from=2022-09-15&to=2022-10-30');
    expect(await page.getByRole('main').innerText()).toContain('nothing changed.');
    await site.visit(page, '/kent/changes?from=2022-11-01&to=2022-10-31');
    const problem = page.getByRole('alert').getByRole('link');
    expect(await problem.innerText()).toBe('The first date must be the second date or an earlier one');
    expect(await page.title()).toMatch(/^Error: What changed, Kent/);
    expect(await problem.getAttribute('href')).toBe('#from-day');
  });

  it('a measure is stepped through by keyboard, 320 pixels wide, without JavaScript', async () => {
    const page = await browser.open({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
    await site.visit(page, `/kent/replay?measure=${measure.id}`);
    const heading = (): Promise<string> => page.getByRole('heading', { level: 2 }).first().innerText();
    const main = page.getByRole('main');
    const press = async (name: string): Promise<void> => {
      const link = page
        .getByRole('navigation', { name: 'Steps of this history' })
        .getByRole('link', { name });
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press('Tab');
        if (
          (await page
            .locator('*:focus')
            .innerText()
            .catch(() => '')) !== name
        )
          continue;
        expect(await link.count()).toBe(1);
        const before = page.url();
        await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.href !== before);
        return;
      }
      throw new Error(`The keyboard never reached ${name}.`);
    };
    expect(await heading()).toBe('Step 1 of 3');
    expect(await main.innerText()).toContain('No figure of Victim-based crime stood yet.');
    await press('Next step');
    expect(await heading()).toBe('Step 2 of 3');
    expect(await page.getByRole('row', { name: /July 2022 This step/ }).innerText()).toContain('12,487');
    await press('Next step');
    expect(await heading()).toBe('Step 3 of 3');
    expect(await main.innerText()).toContain('13,574: +1,087 (up 1,087)');
    expect(await page.getByRole('link', { name: 'Next step' }).count()).toBe(0);
    await press('Previous step');
    expect(await heading()).toBe('Step 2 of 3');
    await press('Last step');
    expect(await heading()).toBe('Step 3 of 3');
  });

  it('a day is gone to, and the other order keeps the measure; nothing that axe finds wrong', async () => {
    const page = await browser.open({ javaScriptEnabled: true });
    await site.visit(page, `/kent/replay?measure=${measure.id}`);
    await page.getByText('Go to a date').click();
    const group = page.getByRole('group', { name: 'Go to the first event on this date or later' });
    await group.getByLabel('Day').fill('1');
    await group.getByLabel('Month').fill('10');
    await group.getByLabel('Year').fill('2022');
    await page.getByRole('button', { name: 'Go to this date' }).click();
    expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toBe('Step 3 of 3');
    await page
      .getByRole('link', { name: 'Go through them in the order in which they were recorded' })
      .click();
    expect(await page.getByRole('main').innerText()).toContain(
      'in the order in which this ledger recorded them',
    );
    expect(new URL(page.url()).search).toBe(`?measure=${measure.id}&order=recorded`);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
