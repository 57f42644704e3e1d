import type { Page } from 'playwright-core';
import { accessibilityProblems, describeInBrowser } from '../browser';
import { SiteToVisit } from './site';

const FORCE = 'Performance analyst, Kent Police';
const OFFICE = "Policy officer, Kent Police and Crime Commissioner's office";
const JULY = '/kent/figures/victim-based-crime/2022-07';
const AUGUST = '/kent/figures/victim-based-crime/2022-08';

/** Somebody who has only a keyboard. */
class Keyboard {
  constructor(private readonly page: Page) {}

  /** Goes forwards until something whose id or words begin so has the focus. */
  async reach(name: string): Promise<void> {
    const focused =
      '(({ activeElement: e, body }) => (e === body ? "" : e.id || e.innerText || e.value))(document)';
    for (let presses = 0; presses < 120; presses += 1) {
      await this.page.keyboard.press('Tab');
      if (String(await this.page.evaluate(focused)).startsWith(name)) return;
    }
    throw new Error(`The keyboard never reached ${name}.`);
  }

  async type(name: string, text: string): Promise<void> {
    await this.reach(name);
    await this.page.keyboard.type(text);
  }

  async date(name: string, parts: readonly string[]): Promise<void> {
    await this.reach(`${name}-day`);
    for (const [i, part] of parts.entries()) {
      if (i > 0) await this.page.keyboard.press('Tab');
      await this.page.keyboard.type(part);
    }
  }

  /** Chooses the nth of a group of radios: the arrows move within it, and none may be chosen yet. */
  async choose(first: string, nth = 1): Promise<void> {
    await this.reach(first);
    await this.page.keyboard.press('Space');
    for (let i = 1; i < nth; i += 1) await this.page.keyboard.press('ArrowDown');
  }

  async press(name: string): Promise<void> {
    await this.reach(name);
    await Promise.all([this.page.waitForEvent('load'), this.page.keyboard.press('Enter')]);
  }
}

describeInBrowser('changing a figure from its own page', (browser) => {
  let site: SiteToVisit;
  beforeEach(async () => {
    site = await SiteToVisit.open();
  });
  afterEach(() => site.close());

  it('the force corrects a figure, by the keyboard alone and 320 pixels wide', async () => {
    const page = await browser.open({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
    const keys = new Keyboard(page);
    const main = page.getByRole('main');
    await site.signIn(page, FORCE);
    await site.visit(page, JULY);
    await keys.press('Change this figure');
    await keys.choose('what', 2);
    await keys.press('Continue');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Correct this figure');
    await keys.type('value', '12501');
    await keys.choose('severity');
    await keys.type('reason', 'Two divisions were left out.');
    await keys.date('effectiveOn', ['14', '9', '2022']);
    await keys.press('Continue');
    expect(await main.innerText()).toContain(
      'Kent Police corrects Victim-based crime, July 2022, from 12,487 to 12,501, effective 14 September 2022, ' +
        'a minor error.',
    );
    await keys.press('Record');
    const banner = page.getByRole('alert');
    expect(await banner.innerText()).toContain('It is record 5 of the ledger.');
    expect(await main.innerText()).toContain('From 12,487 to 12,501: +14 (up 14).');
    expect(await main.innerText()).toContain('Why: Two divisions were left out.');
  });

  it('the office records an old paper and writes its figure down; the force disputes; the office answers', async () => {
    const page = await browser.open({ javaScriptEnabled: false });
    const keys = new Keyboard(page);
    const main = page.getByRole('main');
    site.harness.clock.at = '2023-02-01T10:00:00.000Z';

    await site.signIn(page, OFFICE);
    await site.visit(page, '/kent/papers');
    await keys.press('Record a paper');
    await keys.type('title', 'Performance report, autumn 2022');
    await keys.choose('issuedBy');
    await keys.date('dated', ['5', '10', '2022']);
    await keys.press('Continue');
    expect(await main.innerText()).toContain(
      'Kent PCC puts on record the paper “Performance report, autumn 2022” of Kent Police, effective 5 October 2022.',
    );
    await keys.press('Record this paper');
    await keys.press('Submit figures of this paper');
    await keys.type('lines-0-measure', 'Victim');
    await keys.type('lines-0-period', '2022-08');
    await keys.type('lines-0-value', '11092');
    await keys.type('lines-0-place', 'table 2');
    await keys.press('Continue');
    expect(await main.innerText()).toContain(
      'Kent PCC writes down for Kent Police 1 figure of “Performance report, autumn 2022”, effective 5 October 2022.',
    );
    await keys.press('Record this figure');

    await page.context().clearCookies();
    await site.signIn(page, FORCE);
    await site.visit(page, AUGUST);
    expect(await main.innerText()).toContain('by Kent Police, transcribed by Kent PCC');
    await keys.press('Dispute this entry');
    await keys.type('reason', 'Our copy of table 2 has 11,902.');
    await keys.date('effectiveOn', ['20', '1', '2023']);
    await keys.press('Continue');
    await keys.press('Record');
    expect(await main.innerText()).toContain('Disputed by Kent Police');
    expect(await main.innerText()).toContain('Our copy of table 2 has 11,902.');

    await page.context().clearCookies();
    await site.signIn(page, OFFICE);
    await site.visit(page, AUGUST);
    await keys.press('Mark as entered wrongly');
    await keys.choose('right');
    await keys.type('value', '11902');
    await keys.type('reason', 'Two digits were swapped.');
    await keys.press('Continue');
    expect(await main.innerText()).toContain('in the paper, the value is 11,902.');
    await keys.press('Record');
    const history = await main.innerText();
    expect(history).toContain('First release: 11,902');
    expect(history).toContain('Entered wrongly: 11,092');
    expect(history).toContain('Disputed by Kent Police (force), effective 20 January 2023');
    expect(history).toContain('Two digits were swapped.');
  });

  it('every form of a change, with errors too, has nothing that axe finds wrong and fits on 320 pixels', async () => {
    const page = await browser.open({ viewport: { width: 320, height: 640 }, javaScriptEnabled: true });
    await site.signIn(page, OFFICE);
    const { item } = (await site.harness.get('/figures/kent/victim-based-crime/2022-07')).json;
    await site.harness.record(
      'submit-return',
      {
        ...{ area: 'kent', effectiveOn: '2022-09-14', paper: 'kent-performance-2022-09-14' },
        lines: [
          { measure: 'victim-based-crime', period: '2022-06', value: '3', place: 'table 1' },
          {
            ...{ measure: 'victim-based-crime', period: '2022-07', value: '9', place: 'table 2' },
            ...{ kind: 'corrected', of: item?.id },
          },
        ],
      },
      { as: 'office' },
    );
    const check = async (): Promise<void> => {
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    };
    for (const form of ['', '/revised', '/corrected', '/withdrawn', '/entered-wrongly']) {
      await site.visit(page, `${JULY}/change${form}`);
      await check();
      await page.getByRole('button', { name: 'Continue' }).click();
      expect(await page.title()).toMatch(/^Error: /);
      await check();
    }
    await site.visit(page, `${JULY.replace('07', '06')}/change/entered-wrongly`);
    await page.getByRole('radio', { name: 'It has no such figure' }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await check();
    await page.getByRole('button', { name: 'Record' }).click();
    await check();
  });
});
