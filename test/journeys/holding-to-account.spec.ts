import type { Page } from 'playwright-core';
import { Harness } from '../../apps/web/src/testing/harness';
import { MEETING, recordMeetings } from '../../apps/web/src/testing/meetings';
import { accessibilityProblems, describeInBrowser } from '../browser';
import { SiteToVisit, press } from './site';

const PROGRAMME = 'kent-programme';
const AUDIT = 'kent-audit';

/** A promise of the force to its commissioner, made at the board in March. */
const promise = (id: string, title: string, due: string): object => ({
  ...{ area: 'kent', id, kind: 'undertaking', title, owner: 'kent-police', to: 'kent-pcc', due },
  ...{ meeting: MEETING, item: '1', effectiveOn: '2023-03-15' },
});

describeInBrowser('holding to account', (browser) => {
  let site: SiteToVisit;
  beforeAll(async () => {
    const harness = await Harness.start({ at: '2023-06-27T09:00:00.000Z' });
    await recordMeetings(harness);
    await harness.record('make-commitment', promise(PROGRAMME, 'The new model is staffed', '2023-12-31'));
    await harness.record('make-commitment', promise(AUDIT, 'An audit of vetting', '2023-06-07'));
    // The panel's paper states another date, and not whether anybody agreed.
    const moved = { area: 'kent', commitment: PROGRAMME, to: 'September 2024', agreement: 'not-given' };
    const read = { paper: 'panel-minutes', place: 'item 1', for: 'kent-police', effectiveOn: '2023-06-19' };
    await harness.record('ask-commitment-move', { ...moved, ...read }, { as: 'office' });
    site = await SiteToVisit.on(harness);
  });
  afterAll(() => site.close());

  const arrive = async (as: string, options = {}): Promise<Page> => {
    const page = await browser.open(options);
    await site.signIn(page, as);
    return page;
  };
  const said = (page: Page): Promise<string> => page.getByRole('main').innerText();
  /** Opens a form from the page of a commitment, answers its questions, and records it by the keyboard. */
  const give = async (
    page: Page,
    form: string,
    answers: Readonly<Record<string, string>>,
    button: string,
  ) => {
    await site.visit(page, `/kent/commitments/${AUDIT}`);
    await page.getByRole('link', { name: form, exact: true }).click();
    for (const [label, text] of Object.entries(answers)) await page.getByLabel(label).fill(text);
    await page.getByRole('button', { name: 'Continue' }).click();
    await press(page, button);
    expect(await page.getByRole('alert').innerText()).toContain('Keep this number.');
  };

  it('lets the force ask for another date and claim, and the office prepare a meeting from what waits', async () => {
    const force = await arrive('Performance analyst, Kent Police');
    const asked = { 'Which date is asked for?': 'September 2023', 'Why?': 'The auditor is late.' };
    await give(force, 'Ask for another date', asked, 'Record that it is asked for');
    expect(await said(force)).toContain('7 June 2023');
    const evidence = { 'What shows that it is kept?': 'The report of the audit.' };
    await give(force, 'Claim that it is kept', evidence, 'Record this claim');
    await site.visit(force, `/kent/commitments/${AUDIT}/accept-discharge`);
    expect(await said(force)).toContain('identity.not-allowed');

    const office = await arrive('Policy officer', { javaScriptEnabled: true });
    await site.visit(office, '/kent');
    expect(await said(office)).toContain('2 claims awaiting acceptance');
    await office.getByRole('link', { name: 'the pack for today' }).or(office.getByText('its pack')).click();
    expect(await office.getByRole('heading', { level: 1 }).innerText()).toContain('27 June 2023');
    expect(await accessibilityProblems(office)).toEqual([]);
    const claimed = office.getByRole('region', { name: 'Claimed as kept, awaiting acceptance', exact: true });
    await claimed.getByRole('link', { name: 'An audit of vetting' }).click();
    await give(office, 'Agree to the date asked for', {}, 'Record that it is agreed');
    await give(
      office,
      'Refuse the claim',
      { 'Why is it not accepted?': 'A draft.' },
      'Record that it is refused',
    );
    const again = await said(office);
    expect(again).toContain('Refused');
    expect(again).toContain('September 2023');
    await site.visit(office, '/kent/pack');
    const waiting = office.getByRole('region', { name: 'Claimed as kept, awaiting acceptance', exact: true });
    expect(await waiting.innerText()).not.toContain('An audit of vetting');
  });

  it('lets an inspector see what was promised on a day, and what moved by another', async () => {
    const inspector = await arrive('Force liaison, HMICFRS', { javaScriptEnabled: true });
    await site.visit(inspector, `/kent/commitments/${PROGRAMME}?as-of=2023-05-01`);
    const then = await said(inspector);
    expect(then).toContain('31 December 2023');
    expect(then).not.toContain('September 2024');
    await site.visit(inspector, '/kent/changes?from=2023-05-01&to=2023-06-26');
    const changed = await said(inspector);
    expect(changed).toContain('The new model is staffed');
    expect(changed).toContain('September 2024');
    expect(await accessibilityProblems(inspector)).toEqual([]);
    await site.visit(inspector, `/kent/commitments/${PROGRAMME}?as-of=2023-06-26`);
    expect(await said(inspector)).toContain('274 days');
  });
});
