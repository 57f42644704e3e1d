import type { Page } from 'playwright-core';
import { SECOND, recordFindings } from '../../apps/web/src/testing/findings';
import { Harness, type As } from '../../apps/web/src/testing/harness';
import { accessibilityProblems, describeInBrowser } from '../browser';
import { SiteToVisit, press } from './site';

const FINDING = `/kent/findings/${SECOND}`;

describeInBrowser('closing a finding', (browser) => {
  let site: SiteToVisit;
  beforeAll(async () => {
    const harness = await Harness.start({ at: '2023-03-15T09:00:00.000Z' });
    await recordFindings(harness);
    site = await SiteToVisit.on(harness);
  });
  afterAll(() => site.close());

  const arrive = async (as: string, options = {}): Promise<Page> => {
    const page = await browser.open(options);
    await site.signIn(page, as);
    return page;
  };
  const said = (page: Page): Promise<string> => page.getByRole('main').innerText();
  /** Opens a form from the finding's page, fills it in, and answers its questions. */
  const fill = async (page: Page, form: string, answers: Readonly<Record<string, string>>): Promise<void> => {
    await site.visit(page, FINDING);
    await page.getByRole('link', { name: form, exact: true }).click();
    for (const [label, text] of Object.entries(answers)) await page.getByLabel(label).fill(text);
    await page.getByRole('button', { name: 'Continue' }).click();
  };
  const record = async (page: Page, button: string): Promise<string> => {
    await page.getByRole('button', { name: button }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Keep this number.');
    return said(page);
  };
  /** Nobody does another's part: neither by its page nor by the API. */
  const refused = async (page: Page, as: As, command: string): Promise<void> => {
    await site.visit(page, FINDING);
    expect(await page.locator(`a[href*="${command}"]`).count()).toBe(0);
    await site.visit(page, `${FINDING}/${command}`);
    expect(await said(page)).toContain('identity.not-allowed');
    const body = { area: 'kent', finding: SECOND, effectiveOn: '2023-03-15', reason: 'x', evidence: 'x' };
    const { status, json } = await site.harness.command(command, body, { as });
    expect([status, json.code]).toEqual([403, 'identity.not-allowed']);
  };

  it('takes the force, its local policing body and the inspectorate, each by itself', async () => {
    const force = await arrive('Performance analyst, Kent Police');
    const office = await arrive('Policy officer', { javaScriptEnabled: true });
    const inspector = await arrive('Force liaison, HMICFRS');

    await fill(force, 'Move the date', { 'To when?': 'January 2023', 'Why does it move?': 'Staff left.' });
    expect(await record(force, 'Record this move')).toContain('From November 2022 to January 2023.');
    await refused(inspector, 'inspector', 'claim-discharge');
    await fill(force, 'Claim that it is done', { 'What shows that it is done?': 'An audit.' });
    await press(force, 'Record this claim');
    expect(await said(force)).toContain('Claimed 15 March 2023');
    await refused(force, 'force', 'assure-discharge');
    await refused(inspector, 'inspector', 'decline-discharge');

    await fill(office, 'Decline the claim', {});
    expect(await accessibilityProblems(office)).toEqual([]);
    await office.getByRole('link', { name: 'Say why the claim is declined' }).click();
    expect(await office.locator(':focus').getAttribute('id')).toBe('reason');
    await office.getByLabel('Why is it declined?').fill('One audit is not enough.');
    await office.getByRole('button', { name: 'Continue' }).click();
    expect(await accessibilityProblems(office)).toEqual([]);
    expect(await record(office, 'Record that it is declined')).toContain('Why: One audit is not enough.');
    expect(await accessibilityProblems(office)).toEqual([]);
    await fill(office, 'Assure the claim', {});
    expect(await record(office, 'Record this assurance')).toContain('Assured 15 March 2023, 0 days after');

    await refused(force, 'force', 'close-finding');
    const letter = { area: 'kent', finding: SECOND, effectiveOn: '2023-03-15' };
    const { status, json } = await site.harness.command('close-finding', letter, { as: 'office' });
    expect([status, json.code]).toEqual([422, 'inspections.paper-missing']);
    await fill(inspector, 'Close this finding', {});
    const closed = await record(inspector, 'Record that it is closed');
    expect(closed).toContain('Closed 15 March 2023, 0 days after the assurance');
    expect(closed).not.toContain('Closed without');
    await refused(force, 'force', 'reopen-finding');
  });
});
