import { describeInBrowser } from '../browser';
import { SiteToVisit, fillFigure, fillHeading } from './site';

const CRIME = 'Victim-based crime (number)';
const CALLS = '999 calls answered (%)';

describeInBrowser('submitting figures', (browser) => {
  let site: SiteToVisit;
  beforeEach(async () => {
    site = await SiteToVisit.open();
  });
  afterEach(() => site.close());

  it('the force submits two figures, is told that one differs, declares why, sees its history', async () => {
    const page = await browser.open();
    await site.signIn(page, 'Performance analyst, Kent Police');
    await page.getByRole('button', { name: 'Submit figures' }).click();
    await fillHeading(page);
    await fillFigure(page, 'The figure', {
      measure: CRIME,
      period: '2022-07',
      value: '13574',
      place: 'table 1',
    });
    await page.getByRole('button', { name: 'Add another figure' }).click();
    await fillFigure(page, 'Figure 2', {
      measure: CALLS,
      period: '2022-08',
      value: '85.0',
      place: 'table 2',
    });
    await page.getByRole('button', { name: 'Continue' }).click();

    expect(await page.title()).toBe('Check before recording, Kent - Returns - Daybook');
    const main = page.getByRole('main');
    expect(await main.innerText()).toContain(
      'Kent Police puts on record 2 figures of “Delivery and performance report”, effective 14 September',
    );
    expect(await main.innerText()).toContain('85.0%');
    await page.getByRole('button', { name: 'Record these figures' }).click();

    expect(await page.title()).toBe('Error: Submit figures, Kent - Returns - Daybook');
    const summary = page.getByRole('alert');
    expect(await summary.innerText()).toContain(
      '12,487 is on record: first release, effective 14 September 2022.',
    );
    expect(await main.innerText()).toContain('figures.value-differs');
    await summary.getByRole('link').click();
    const first = page.getByRole('group', { name: 'Figure 1', exact: true });
    expect(await first.getByLabel('Value', { exact: true }).getAttribute('id')).toBe(
      new URL(page.url()).hash.slice(1),
    );
    expect(
      await page
        .getByRole('group', { name: 'Figure 2', exact: true })
        .getByLabel('Value', { exact: true })
        .inputValue(),
    ).toBe('85.0');

    await first.getByLabel('What is it?').selectOption({ label: 'Corrected: an error was found' });
    await first.getByLabel('Why').fill('Two divisions were left out.');
    await first.getByLabel('How large was the error?').selectOption({ label: 'Substantial' });
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Record these figures' }).click();

    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Return recorded');
    expect(await main.innerText()).toContain('Records 5 to 7 of the ledger');
    await page.getByRole('link', { name: 'Victim-based crime, July 2022' }).click();
    const history = await main.innerText();
    expect(history).toContain('From 12,487 to 13,574: +1,087 (up 1,087).');
    expect(history).toContain('Why: Two divisions were left out.');
    expect(history).toContain('Substantial error');
    expect(history.indexOf('Corrected: 13,574')).toBeLessThan(history.indexOf('First release: 12,487'));
  });

  it('what is missing is said before anything is sent, and nothing is lost', async () => {
    const page = await browser.open();
    await site.signIn(page, 'Performance analyst, Kent Police');
    await site.visit(page, '/kent/returns/new');
    const figure = page.getByRole('group', { name: 'The figure' });
    await figure.getByLabel('Value', { exact: true }).fill('85.0');
    await page.getByRole('button', { name: 'Continue' }).click();
    expect((await page.getByRole('alert').getByRole('link').allInnerTexts()).length).toBe(4);
    expect(await figure.getByLabel('Value', { exact: true }).inputValue()).toBe('85.0');
    expect(await site.harness.daybook.store.size()).toBe(5);
  });

  it('the office writes down what is the force’s; the record shows both; 320 pixels wide', async () => {
    const page = await browser.open({ viewport: { width: 320, height: 640 }, javaScriptEnabled: true });
    const fits = (): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth <= 320');
    await site.signIn(page, "Policy officer, Kent Police and Crime Commissioner's office");
    expect(await fits()).toBe(true);
    await page.getByRole('button', { name: 'Submit figures' }).click();
    expect(await page.getByRole('radio', { name: 'Kent Police', exact: true }).isChecked()).toBe(true);
    await fillHeading(page);
    await fillFigure(page, 'The figure', {
      measure: CRIME,
      period: '2022-08',
      value: '11902',
      place: 'table 1',
    });
    expect(await fits()).toBe(true);
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.getByRole('main').innerText()).toContain(
      'Kent PCC writes down for Kent Police 1 figure',
    );
    await page.getByRole('button', { name: 'Record this figure' }).click();
    expect(await fits()).toBe(true);
    await page.getByRole('link', { name: 'Victim-based crime, August 2022' }).click();
    expect(await page.getByRole('main').innerText()).toContain(
      'by Kent Police, transcribed by Kent PCC (office of the local policing body)',
    );
    expect(await fits()).toBe(true);
  });

  it('the keyboard alone is enough, and Enter in a field goes on', async () => {
    const page = await browser.open();
    // The document itself has the focus where nothing in it has.
    const focused = (): Promise<string> =>
      page.evaluate('(({ activeElement: e, body }) => (e === body ? "" : e.id || e.innerText))(document)');
    const reach = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press('Tab');
        if ((await focused()).includes(name)) return;
      }
      throw new Error(`The keyboard never reached ${name}.`);
    };
    const enter = async (): Promise<void> => {
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    };
    await site.visit(page, '/sign-in');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await enter();
    await reach('Submit figures');
    await enter();
    await reach('paper');
    await page.keyboard.type('Delivery');
    for (const [name, part] of [
      ['day', '14'],
      ['month', '9'],
      ['year', '2022'],
    ] as const) {
      await reach(`effectiveOn-${name}`);
      await page.keyboard.type(part);
    }
    await reach('lines-0-measure');
    await page.keyboard.type('999');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2022-08');
    await page.keyboard.press('Tab');
    await page.keyboard.type('85.0');
    await page.keyboard.press('Tab');
    await page.keyboard.type('table 2');
    await enter();
    expect(await page.title()).toBe('Check before recording, Kent - Returns - Daybook');
    await reach('Record this figure');
    await enter();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Return recorded');
  });

  it.each([['Force liaison, HMICFRS'], ['Panel support officer, Kent Police and Crime Panel']])(
    '%s: what the rules refuse is said, and nothing is recorded',
    async (who) => {
      const page = await browser.open();
      await site.signIn(page, who);
      await site.visit(page, '/kent/returns/new');
      if (who.startsWith('Panel')) {
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('You cannot do this');
        return;
      }
      await fillHeading(page);
      await fillFigure(page, 'The figure', {
        measure: CALLS,
        period: '2022-08',
        value: '85.0',
        place: 'table 2',
      });
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('button', { name: 'Record this figure' }).click();
      expect(await page.getByRole('alert').innerText()).toContain(
        'An inspectorate records the figures printed in its own papers.',
      );
      expect(await site.harness.daybook.store.size()).toBe(5);
    },
  );
});
