import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { Harness } from '../../apps/web/src/testing/harness';
import { measure, recordSample } from '../../apps/web/src/testing/sample';

/** A site to visit: a paper, two measures, and the figure of July 2022, 12487, recorded in September 2022. */
export class SiteToVisit {
  private constructor(
    readonly harness: Harness,
    readonly address: string,
  ) {}

  static async open(): Promise<SiteToVisit> {
    const harness = await Harness.start({ at: '2022-09-14T15:05:00.000Z' });
    await recordSample(harness);
    await harness.record('define-measure', {
      ...measure,
      id: 'calls-answered',
      title: '999 calls answered',
      unit: 'percent',
      decimals: 1,
    });
    return SiteToVisit.on(harness);
  }

  /** The site of a ledger that a test has filled itself. */
  static async on(harness: Harness): Promise<SiteToVisit> {
    await harness.app.listen(0, '127.0.0.1');
    const { port } = harness.app.getHttpServer().address() as AddressInfo;
    return new SiteToVisit(harness, `http://127.0.0.1:${port}`);
  }

  close(): Promise<void> {
    return this.harness.close();
  }

  async visit(page: Page, path: string): Promise<void> {
    await page.goto(`${this.address}${path}`);
  }

  async signIn(page: Page, as: string): Promise<void> {
    await this.visit(page, '/sign-in');
    await page.getByRole('radio', { name: as }).check();
    await page.getByRole('button', { name: 'Sign in' }).click();
  }
}

/** Moves on by the Tab key until that button or link has the focus, and presses Enter. */
export async function press(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) > 0 && (await focused.innerText()).trim().startsWith(name)) {
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      return;
    }
  }
  throw new Error(`The Tab key never reached "${name}".`);
}

/** The form's fields for the paper and its day, which every return needs. */
export async function fillHeading(page: Page): Promise<void> {
  const main = page.getByRole('main');
  await main
    .getByLabel('Which paper do they stand in?')
    .selectOption({ label: 'Delivery and performance report' });
  await main.getByLabel('Day').fill('14');
  await main.getByLabel('Month').fill('9');
  await main.getByLabel('Year').fill('2022');
}

/** One figure of the form, by its legend: "The figure", or "Figure 2". */
export async function fillFigure(
  page: Page,
  legend: string,
  figure: Readonly<{ measure: string; period: string; value: string; place: string }>,
): Promise<void> {
  const group = page.getByRole('group', { name: legend, exact: true });
  await group.getByLabel('Measure').selectOption({ label: figure.measure });
  await group.getByLabel('Period').fill(figure.period);
  await group.getByLabel('Value', { exact: true }).fill(figure.value);
  await group.getByLabel('Place in the paper').fill(figure.place);
}
