import { AFI, recordFindings } from '../testing/findings';
import { Harness } from '../testing/harness';
import { Visitor } from './testing/visitor';

let harness: Harness;
let anyone: Visitor;
const kent = { area: 'kent' };
beforeAll(async () => {
  harness = await Harness.start({ at: '2023-03-15T09:00:00.000Z' });
  await recordFindings(harness);
  await harness.record(
    'assure-discharge',
    { ...kent, finding: AFI, effectiveOn: '2023-03-01' },
    { as: 'office' },
  );
  anyone = new Visitor(harness);
});
afterAll(() => harness.close());

/** The links of what needs asking about findings, with the number that each begins with. */
function asked(html: string): (readonly [href: string, count: number, words: string])[] {
  const links = html.matchAll(/<a class="govuk-link" href="(\/kent\/findings\?[^"]+)">(\d+) ([^<]+)<\/a>/g);
  return [...links]
    .map(([, href = '', count, words = '']) => [href.replaceAll('&amp;', '&'), Number(count), words] as const)
    .filter(([href]) => !href.includes('status=any'));
}

describe('the home of an area', () => {
  it.each([
    ['', ['finding overdue', 'date moved and not agreed', 'assured and not closed']],
    ['?as-of=2023-02-28', ['finding overdue', 'date moved and not agreed', 'claim not assured']],
    ['?as-of=2022-06-30', []],
  ])('counts what waits as the tracker behind each link counts it: %s', async (at, words) => {
    const { html } = await anyone.see(`/kent${at}`);
    const found = asked(html);
    expect(found.map(([, , what]) => what)).toEqual(words);
    for (const [href, count] of found)
      expect((await anyone.see(href)).words).toContain(`${count} finding and owner`);
  });

  it('says so where nothing waits, and leads to the inspections and findings on record', async () => {
    const { words, html } = await anyone.see('/kent?as-of=2022-06-01');
    expect(words).toContain('No finding waits for a date or for another party');
    expect(words).toContain('1 inspection , and the grades that they gave');
    expect(words).toContain('3 findings , and what became of them');
    expect(html).toContain('href="/kent/grades?as-of=2022-06-01"');
    expect(html).toContain('href="/kent/findings?status=any&amp;as-of=2022-06-01"');
    const before = await anyone.see('/kent?as-of=2022-04-27');
    expect(before.words).toContain('Nothing was on record about Kent at this position.');
  });

  it('names the clocks that run, and those that ran out with nothing recorded here', async () => {
    const running = await anyone.see('/kent?as-of=2022-06-01');
    expect(running.words).toContain('1 response to be published');
    expect(running.words).toContain('How well the force does , day 35 of 56, the last being 22 June 2022');
    const { words, html } = await anyone.see('/kent');
    expect(words).toContain('1 report with no response recorded here');
    expect(words).toContain('How well the force does , 266 days past the last day, 22 June 2022');
    expect(html).toContain('href="/kent/inspections/kent-peel-2021-22/response"');
  });
});
