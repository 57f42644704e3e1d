import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';
const MISSING = `No Chromium at ${CHROMIUM}. Install it, or set CHROMIUM to where it is.`;

/** What a test in a browser is given. */
export interface InBrowser {
  /** A page in a window of its own, with its own cookies. JavaScript is off unless a test asks for it. */
  open(options?: BrowserContextOptions): Promise<Page>;
}

/**
 * A `describe` that runs in a real browser. Where no Chromium is found it is skipped, and says so; with
 * CI=true it fails instead, because there a skipped test would pass for a good one.
 */
export function describeInBrowser(name: string, tests: (browser: InBrowser) => void): void {
  if (existsSync(CHROMIUM)) return describe(name, () => tests(lent()));
  if (process.env.CI === 'true')
    return describe(name, () => {
      it('needs a browser', () => {
        throw new Error(MISSING);
      });
    });
  process.stderr.write(`\nSKIPPED: ${name}. ${MISSING}\n`);
  describe.skip(name, () => tests(lent()));
}

function lent(): InBrowser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    });
  });
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
  });
  afterAll(async () => browser?.close());
  return {
    async open(options = {}) {
      if (!browser) throw new Error('A page is opened in a test, not before it.');
      const context = await browser.newContext({ javaScriptEnabled: false, ...options });
      return context.newPage();
    },
  };
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe-core finds wrong with the page as it stands, one line for each. The page's window needs
 * JavaScript.
 */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await checker.run();
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((n) => n.html).join(' ')}`);
  });
}
