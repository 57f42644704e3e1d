import { AFI, SECOND, recordFindings } from '../testing/findings';
import { Harness } from '../testing/harness';
import { Visitor } from './testing/visitor';

const PAGE = `/kent/findings/${AFI}`;
const BY_INSPECTOR = { as: 'inspector' } as const;
let harness: Harness;
let anyone: Visitor;
beforeAll(async () => {
  harness = await Harness.start({ at: '2023-03-15T09:00:00.000Z' });
  await recordFindings(harness);
  anyone = new Visitor(harness);
});
afterAll(() => harness.close());

const hrefs = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'));

describe('the tracker', () => {
  it('shows what has not ended, each with its date, its drift and what it waits for, in words', async () => {
    const { status, words, html } = await anyone.see('/kent/findings');
    expect(status).toBe(200);
    expect(html).toContain('<title>Findings, Kent - Daybook</title>');
    expect(words).toContain('In all: 3 open , 1 claimed .');
    expect(words).toContain('Every finding that has not ended. Sorted by finding.');
    expect(words).toMatch(
      /Recording of crime Area for improvement 1, How well the force does Kent Police Claimed December 2022 first on record: November 2022 1 Not agreed 31 days later claimed 30 November 2022 not assured, 105 days/,
    );
    expect(hrefs(html)).toEqual(expect.arrayContaining([PAGE, '/kent/findings?status=claimed']));
  });

  it('narrows and sorts by its address, and its downloads are of what is shown', async () => {
    const { words, html } = await anyone.see('/kent/findings?owner=home-office&sort=-gap');
    expect(words).toContain('Only findings with: owner: Home Office. Sorted by gap, longest first.');
    expect(words).toContain('1 finding and owner');
    expect(html.match(/aria-sort="\w+"/g)).toEqual(['aria-sort="descending"']);
    const csv = hrefs(html).find((href) => href.startsWith('/api/v1/findings.csv?'))!;
    const { text } = await harness.request('GET', csv);
    expect(text.trimEnd().split('\r\n')).toHaveLength(2);
    const overdue = await anyone.see('/kent/findings?overdue=yes&as-of=2022-11-29');
    expect(overdue.words).toContain('No finding on record at this position is like that.');
  });

  it('a form leaves out of its address what was left empty', async () => {
    const { status, headers } = await anyone.see('/kent/findings?kind=afi&status=&gap-over=10&owner=');
    expect([status, headers.location]).toEqual([303, '/kent/findings?kind=afi&gap-over=10']);
  });

  it('says at the field what cannot be asked', async () => {
    const { status, html, words } = await anyone.see('/kent/findings?gap-over=long');
    expect(status).toBe(422);
    expect(html).toContain('<title>Error: ');
    expect(hrefs(html)).toContain('#gap-over');
    expect(words).toContain('inspections.bad-number');
  });

  it('says why it is empty, and knows no area that nobody knows', async () => {
    const past = await anyone.see('/kent/findings?as-of=2022-04-27');
    expect(past.words).toContain('No finding about Kent was on record at this position.');
    expect((await anyone.see('/nowhere/findings')).status).toBe(404);
  });
});

describe('a finding', () => {
  it('shows the three parties side by side with the gap in days', async () => {
    const { words, html } = await anyone.see(PAGE);
    expect(html).toContain('<title>Recording of crime, Kent - Findings - Daybook</title>');
    expect(words).toContain(
      'Kent Police Says that it is done Claimed 30 November 2022 Evidence: Audited twice.',
    );
    expect(words).toContain('Kent PCC Is satisfied that it is done Not assured, 105 days after the claim');
    expect(words).toContain('HMICFRS Closes it Not closed, 105 days after the claim');
    expect(words).toContain('Shares its plan Recording');
  });

  it('shows how its date moved', async () => {
    const { words } = await anyone.see(PAGE);
    expect(words).toContain('1 move (not agreed), 31 days later in all.');
  });

  it('tells its history newest first, with both dates and what was said', async () => {
    const { words } = await anyone.see(PAGE);
    const titles = ['Claimed to be discharged by Kent Police', 'Date moved by', 'Date given by', 'Raised by'];
    const places = titles.map((title) => words.indexOf(title));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(words).toContain('From November 2022 to December 2022. Asked for by Kent Police.');
    expect(words).toContain('Why: A later audit.');
    expect(words).toMatch(/Effective 30 November 2022\. Recorded here at 9:00am on 15 March 2023/);
    expect(words).toContain('records about this finding');
  });

  it('is as at any position; before it was raised it says since when it is', async () => {
    const { words, html } = await anyone.see(`${PAGE}?as-of=2022-11-29`);
    expect(words).toContain('Not claimed');
    expect(words).toContain('Nothing can be recorded in the past.');
    expect(hrefs(html)).toContain(`/kent/findings?as-of=2022-11-29`);
    const before = await anyone.see(`${PAGE}?as-of=2022-04-27`);
    expect(before.status).toBe(404);
    expect(before.words).toContain('The first record is of 28 April 2022.');
  });

  it('for several bodies shows each of them, a national one without an assurance', async () => {
    const { words } = await anyone.see('/kent/findings/national-rec-01');
    expect(words).toContain('Home Office: where it stands');
    expect(words).toContain('Kent Chief Constable: where it stands');
    expect(words.match(/Is satisfied that it is done/g)).toHaveLength(1);
  });

  it('shows what it was closed without, and what was entered wrongly or does not fit', async () => {
    const of = { area: 'kent', finding: 'afi-03' };
    const raised = { kind: 'afi', title: 'Custody', addressees: ['kent-police'], effectiveOn: '2022-04-28' };
    const inspection = 'kent-peel-2021-22';
    await harness.record(
      'raise-finding',
      { area: 'kent', inspection, id: of.finding, ...raised },
      BY_INSPECTOR,
    );
    const { events } = await harness.record('dispute-finding', {
      ...{ ...of, effectiveOn: '2022-06-01', reason: 'It was another force.' },
    });
    const wrong = { area: 'kent', of: events[0], reason: 'Of another finding.' };
    await harness.record('mark-inspection-entry-wrong', wrong);
    await harness.record('close-finding', { ...of, effectiveOn: '2022-07-01' }, BY_INSPECTOR);
    const { words } = await anyone.see('/kent/findings/afi-03');
    expect(words).toContain('Closed 1 July 2022 Closed without claim and assurance on record.');
    expect(words).toContain('It was closed without an assurance on record.');
    expect(words).toMatch(/Disputed by Kent Police \(force\) .* Entered wrongly .*it counts for nothing\./);
    expect((await anyone.see('/kent/findings')).words).not.toContain('Custody');
    expect((await anyone.see('/kent/findings?status=closed')).words).toContain('closed 1 July 2022');
  });

  it('is shown to everybody as its records allow', async () => {
    const said = 'What only insiders know.';
    const claim = { area: 'kent', finding: SECOND, effectiveOn: '2023-01-10', evidence: said };
    await harness.record('claim-discharge', { ...claim, access: 'restricted' });
    for (const [person, inside] of [
      ...[['demo-kent-police', true] as const, ['demo-kent-pcc', true] as const],
      ...[['demo-hmicfrs', true] as const, ['demo-kent-panel', false] as const, [undefined, false] as const],
    ]) {
      const visitor = person === undefined ? anyone : await Visitor.signedIn(harness, person);
      const { words } = await visitor.see(`/kent/findings/${SECOND}`);
      expect([words.includes(said), words.includes('Claimed 10 January 2023')]).toEqual([inside, inside]);
      const tracker = await visitor.see(`/kent/findings?sort=-id`);
      expect(tracker.words.includes('10 January 2023')).toBe(inside);
    }
  });
});

describe('the ledger', () => {
  it('names inspections and findings by their titles, with the way to their pages', async () => {
    const { words, html } = await anyone.see('/ledger?order=oldest');
    expect(words).toContain('Inspection recorded');
    expect(words).toContain('How well the force does');
    expect(words).toMatch(/Finding raised .*Recording of crime/);
    expect(hrefs(html)).toEqual(expect.arrayContaining([PAGE, '/kent/inspections/kent-peel-2021-22']));
    const one = await anyone.see(`/ledger?about=finding:kent/${AFI}`);
    expect(one.words).toContain('Recording of crime');
    const unknown = await anyone.see('/ledger?about=toString:kent/nothing');
    expect(unknown.status).toBe(200);
  });
});
