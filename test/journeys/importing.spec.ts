import { accessibilityProblems, describeInBrowser } from '../browser';
import { SiteToVisit, fillHeading } from './site';

const HEADER = 'measure,period,value,place,kind,reason,severity';
const FORCE = 'Performance analyst, Kent Police';

const file = (...lines: readonly string[]) => ({
  name: 'september figures.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`${[HEADER, ...lines].join('\r\n')}\r\n`),
});

describeInBrowser('submitting a file of figures', (browser) => {
  let site: SiteToVisit;
  beforeEach(async () => {
    site = await SiteToVisit.open();
  });
  afterEach(() => site.close());

  it('the force is told of a line that differs, mends the file, sees all of it in words, and records it', async () => {
    const page = await browser.open();
    await site.signIn(page, FORCE);
    await site.visit(page, '/kent/figures');
    await page.getByRole('link', { name: 'Submit a file of figures' }).click();
    await fillHeading(page);
    const differs = 'victim-based-crime,2022-07,13574,table 1';
    await page
      .getByLabel('The file of figures')
      .setInputFiles(file(`${differs},,,`, 'calls-answered,2022-08,85.0,table 2,,,'));
    await page.getByRole('button', { name: 'Check the file' }).click();

    const main = page.getByRole('main');
    expect(await page.title()).toBe('Error: This file cannot be recorded yet, Kent - Returns - Daybook');
    expect(await page.getByRole('alert').innerText()).toContain('Nothing was recorded.');
    await page.getByRole('alert').getByRole('link', { name: 'Line 2' }).click();
    expect(new URL(page.url()).hash).toBe('#line-2');
    expect(await main.innerText()).toContain(
      '12,487 is on record since 14 September 2022. If the figure has changed',
    );
    await page.getByRole('link', { name: 'Choose the mended file' }).click();
    await fillHeading(page);
    const mended = `${differs},corrected,Two divisions were left out.,substantial`;
    await page
      .getByLabel('The file of figures')
      .setInputFiles(file(mended, 'calls-answered,2022-08,85.0,table 2,,,'));
    await page.getByRole('button', { name: 'Check the file' }).click();

    expect(await page.title()).toBe('Check before recording, Kent - Returns - Daybook');
    expect(await main.innerText()).toContain(
      'Kent Police puts on record 2 figures of “Delivery and performance report”, effective 14 September 2022, from the file “september figures.csv”.',
    );
    const row = page.getByRole('row', { name: 'Victim-based crime' });
    expect(await row.innerText()).toContain(
      'Changes 12,487, on record since 14 September 2022. +1,087 (up 1,087).',
    );
    await page.getByRole('button', { name: 'Record 2 figures' }).click();

    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Return recorded');
    expect(await main.innerText()).toContain('It came as the file “september figures.csv”');
    await page.getByRole('link', { name: 'Victim-based crime, July 2022' }).click();
    expect(await main.innerText()).toContain('Why: Two divisions were left out.');
  });

  it('the template comes with the measures in it', async () => {
    const page = await browser.open();
    await site.signIn(page, FORCE);
    await site.visit(page, '/kent/returns/file');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download a template' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('figures-kent.csv');
  });

  it('nothing that axe finds wrong, on 320 pixels and by the keyboard alone, also where lines are refused', async () => {
    const page = await browser.open({ javaScriptEnabled: true, viewport: { width: 320, height: 640 } });
    const sound = async (): Promise<void> => {
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    };
    await site.signIn(page, FORCE);
    await site.visit(page, '/kent/returns/file');
    await sound();
    const send = async (...lines: readonly string[]): Promise<void> => {
      await fillHeading(page);
      await page.getByLabel('The file of figures').setInputFiles(file(...lines));
      await page.getByRole('main').getByLabel('Year').focus();
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      await sound();
    };
    await send('victim-based-crime,2022-07,=1,table 1,,,');
    expect(await page.getByRole('main').innerText()).toContain('figures.file-formula');
    await send('victim-based-crime,2022-07,1,table 1,,,', 'victim-based-crime,2022-06,3,table 1,,,');
    expect(await page.getByRole('main').innerText()).toContain('Look twice.');
    await site.visit(page, '/kent/returns/file');
    await send('victim-based-crime,2022-06,3,table 1,,,');
    await page.getByRole('button', { name: 'Record 1 figure' }).focus();
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    await sound();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Return recorded');
  });
});

describeInBrowser('importing a tracker of findings', (browser) => {
  let site: SiteToVisit;
  beforeEach(async () => {
    site = await SiteToVisit.open();
    const said = { area: 'kent', effectiveOn: '2022-04-28' };
    const inspection = {
      id: 'kent-peel-2021-22',
      kind: 'force',
      inspectorate: 'hmicfrs',
      title: 'The force',
    };
    const afi = { id: 'afi-01', kind: 'afi', title: 'Recording of crime', addressees: ['kent-police'] };
    const as = 'inspector';
    await site.harness.record('record-inspection', { ...said, ...inspection }, { as });
    await site.harness.record('raise-finding', { ...said, inspection: inspection.id, ...afi }, { as });
  });
  afterEach(() => site.close());

  it('the force mends a line, sees what comes of it in words, and records it; on 320 pixels axe finds nothing wrong', async () => {
    const page = await browser.open({ javaScriptEnabled: true, viewport: { width: 320, height: 640 } });
    const main = page.getByRole('main');
    const sound = async (): Promise<void> => {
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    };
    const send = async (line: string): Promise<void> => {
      await main.getByLabel('Day').fill('1');
      await main.getByLabel('Month').fill('9');
      await main.getByLabel('Year').fill('2022');
      const buffer = Buffer.from(`finding,anticipated,progress\n${line}\n`);
      const tracker = { name: 'tracker.csv', mimeType: 'text/csv', buffer };
      await main.getByLabel('The tracker').setInputFiles(tracker);
      await main.getByRole('button', { name: 'Check the file' }).click();
      await sound();
    };
    await site.signIn(page, FORCE);
    await site.visit(page, '/kent/findings/import');
    await sound();
    await send('afi-01,2022-13,');
    expect(await page.title()).toBe('Error: This file cannot be recorded yet, Kent - Findings - Daybook');
    await page.getByRole('alert').getByRole('link', { name: 'Line 2' }).click();
    await main.getByRole('link', { name: 'Choose the mended file' }).click();
    await send('afi-01,November 2022,Half of it is done.');
    const row = main.getByRole('row', { name: 'Recording of crime' });
    expect(await row.innerText()).toContain('To be complete: November 2022, the first date on record.');
    await main.getByRole('button', { name: 'Record 1 line' }).click();
    await sound();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Tracker imported');
    expect(await main.innerText()).toContain('2 acts came of it.');
  });
});
