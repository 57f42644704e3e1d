import { AFI, recordFindings } from '../testing/findings';
import { Harness } from '../testing/harness';
import { recordSample } from '../testing/sample';
import { Visitor } from './testing/visitor';

let harness: Harness;
let anyone: Visitor;
const kent = { area: 'kent' };
beforeAll(async () => {
  harness = await Harness.start({ at: '2023-03-15T09:00:00.000Z' });
  await recordSample(harness);
  await recordFindings(harness);
  const about = ['figure:kent/victim-based-crime/2022-07'];
  const raise = { ...kent, inspection: 'kent-peel-2021-22', kind: 'afi', addressees: ['kent-police'] };
  const crime = { ...raise, id: 'afi-03', title: 'Victim-based crime', effectiveOn: '2022-10-01', about };
  await harness.record('raise-finding', crime, { as: 'inspector' });
  const hidden = { ...raise, id: 'afi-04', title: 'Undercover work', effectiveOn: '2022-10-02' };
  await harness.record('raise-finding', { ...hidden, access: 'restricted' }, { as: 'inspector' });
  anyone = new Visitor(harness);
});
afterAll(() => harness.close());

describe('what changed of inspections and findings', () => {
  it('stands under the titles of what changed, counted, each with how it moved the finding', async () => {
    const { words, html } = await anyone.see('/kent/changes?from=2022-04-27&as-of=2022-11-30');
    expect(words).toContain('1 inspection recorded');
    expect(words).toMatch(/1 date moved[^.]*1 claim\b/);
    expect(html).toContain(`<a class="govuk-link" href="/kent/findings/${AFI}?`);
    expect(html).toMatch(/<h2 class="govuk-heading-m"><a [^>]*>Recording of crime<\/a><\/h2>/);
    expect(html).toMatch(/<h2 class="govuk-heading-m"><a [^>]*>How well the force does<\/a><\/h2>/);
    expect(words).toContain('to be complete: December 2022, before: November 2022');
    expect(words).toContain('Kent Police: open before, claimed after.');
  });

  it('shows nothing restricted to whoever reads from outside', async () => {
    const path = '/kent/changes?from=2022-10-01&as-of=2022-10-30';
    expect((await anyone.see(path)).words).toContain('nothing changed');
    const office = await Visitor.signedIn(harness, 'demo-kent-pcc');
    const { words } = await office.see(path);
    expect(words).toContain('1 finding raised');
    expect(words).toContain('Undercover work');
  });
});

it('a figure tells of a finding about it, and its records go by their titles', async () => {
  const { words, html } = await anyone.see('/kent/figures/victim-based-crime/2022-07');
  expect(words).toContain('2 records about this figure');
  const href = /href="(\/ledger\?about=[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const ledger = await anyone.see(href);
  expect(ledger.words).toMatch(/Finding raised Victim-based crime/);
  expect(ledger.html).toContain('href="/kent/findings/afi-03"');
  const record = /href="(\/ledger\/\d+)[^"]*"[^>]*>(?:(?!<a ).)*Finding raised/s.exec(ledger.html)?.[1] ?? '';
  expect((await anyone.see(record)).words).toContain('Victim-based crime');
});
