import { Harness } from '../testing/harness';
import { line, measure, paper, recordSample, returnOf } from '../testing/sample';
import { Visitor } from './testing/visitor';

const SERIES = '/kent/figures/victim-based-crime';
let harness: Harness;
let anyone: Visitor;

beforeAll(async () => {
  harness = await Harness.start({ at: '2022-11-01T09:00:00.000Z' });
  const { events } = await recordSample(harness);
  await harness.record('define-measure', { ...measure, id: 'robbery', title: 'Robberies' });
  const months = ['11825', '12964', '12672'].map((value, i) => ({
    ...line,
    period: `2022-0${i + 2}`,
    value,
    status: 'P',
  }));
  const before = ['9986', '11224', '12104'].map((value, i) => ({ ...line, period: `2021-0${i + 2}`, value }));
  const missing = { ...line, period: '2022-06', value: null, status: 'O' };
  const robberies = Array.from({ length: 60 }, (_, i) => ({
    ...{ ...line, measure: 'robbery', value: String(100 + i) },
    period: `${2017 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  }));
  await harness.record('submit-return', returnOf(...months, ...before, missing, ...robberies));
  const later = { area: 'kent', effectiveOn: '2022-10-31', paper: paper.id };
  await harness.record('revise-figure', { ...later, ...line, value: '13524', of: events[1] });
  anyone = new Visitor(harness);
});
afterAll(() => harness.close());

const hrefs = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'));

describe('figures found', () => {
  it('says in words what was asked for, and shows what fits', async () => {
    const { words, html } = await anyone.see(
      '/kent/figures?kind=revised&changed-since=2022-09-14&sort=-period',
    );
    expect(html).toContain('<title>Figures found, Kent - Figures - Daybook</title>');
    expect(words).toContain(
      'Only figures of Kent with: how it came: revised changed after 14 September 2022',
    );
    expect(words).toContain('Sorted by period, latest first.');
    expect(words).toContain('1 figure');
    expect(words).toContain('13,524');
    expect(hrefs(html)).toContain('/kent/figures');
  });

  it('sorts by its heads, says which way, and turns about', async () => {
    const { html } = await anyone.see('/kent/figures?measure=victim-based-crime&sort=value');
    expect(html.match(/aria-sort="\w+"/g)).toEqual(['aria-sort="ascending"']);
    expect(hrefs(html)).toContain('/kent/figures?measure=victim-based-crime&sort=-value');
    const down = await anyone.see('/kent/figures?measure=victim-based-crime&sort=-value');
    expect(down.words.indexOf('13,524')).toBeLessThan(down.words.indexOf('9,986'));
    expect(down.html.match(/aria-sort="\w+"/g)).toEqual(['aria-sort="descending"']);
  });

  it('pages, and its downloads are of what is shown: filter, order and page', async () => {
    const first = await anyone.see('/kent/figures?measure=robbery&sort=-value');
    const next = hrefs(first.html).find((href) => href.includes('after='))!;
    const second = await anyone.see(next);
    expect(second.words).toContain('10 figures on this page');
    const csv = hrefs(second.html).find((href) => href.startsWith('/api/v1/figures.csv?'))!;
    const { text } = await harness.request('GET', csv);
    const rows = text.trimEnd().split('\r\n').slice(1);
    expect(rows.map((row) => row.split(',')[3])).toEqual([
      '109',
      '108',
      '107',
      '106',
      '105',
      '104',
      '103',
      '102',
      '101',
      '100',
    ]);
    const cover = hrefs(second.html).find((href) => href.startsWith('/api/v1/figures.csv-metadata.json?'))!;
    expect((await harness.request('GET', cover)).json.notes).toMatchObject([{ rows: 10, next: null }]);
  });

  it('leads from what a form sends to an address that can be kept', async () => {
    const sent =
      'measure=&period=2022-07&status=&kind=&paper=&changed-since-day=31&changed-since-month=8&changed-since-year=2022&sort=measure';
    const { status, headers } = await anyone.see(`/kent/figures?as-of=2022-10-31&${sent}`);
    expect([status, headers.location]).toEqual([
      303,
      '/kent/figures?period=2022-07&sort=measure&changed-since=2022-08-31&as-of=2022-10-31',
    ]);
  });

  it.each([
    ['period=soon', 'Write the period as a day, month, quarter or year: 2022-07.', '#period'],
    ['status=ZZ', 'Choose a status:', '#status'],
    ['changed-since=2022-02-30', 'Write the day as a date of the calendar', '#changed-since-day'],
    [
      'changed-since-day=30&changed-since-month=2&changed-since-year=2022',
      'Write the day as a date',
      '#changed-since-day',
    ],
  ])('asked for with %s says what is wrong, at its field', async (query, message, field) => {
    const { status, words, html } = await anyone.see(`/kent/figures?${query}`);
    expect(status).toBe(422);
    expect(html).toContain('<title>Error: Figures found');
    expect(words).toContain(`There is a problem ${message}`);
    expect(hrefs(html)).toContain(field);
    expect(html).toContain(`id="${field.slice(1)}"`);
  });

  it('of nothing says so, and how to go on', async () => {
    const { status, words } = await anyone.see('/kent/figures?paper=nobody-knows');
    expect([status, words.includes('No figure on record is like that.')]).toEqual([200, true]);
    expect((await anyone.see('/essex/figures?sort=value')).status).toBe(404);
  });

  it('in the past is what stood then, and every link stays there', async () => {
    const { words, html } = await anyone.see('/kent/figures?period=2022-07&as-of=2022-10-30');
    expect(words).toContain('12,487');
    expect(html).toContain('<input type="hidden" name="as-of" value="2022-10-30">');
    expect(hrefs(html)).toContain('/kent/figures?period=2022-07&sort=-measure&as-of=2022-10-30');
  });
});

describe('a measure’s page', () => {
  it('begins with a chart: its subject, a sentence, both drawings, and the same as a table', async () => {
    const { words, html } = await anyone.see(SERIES);
    expect(words).toContain('Victim-based crime, Kent, by month: 2022 and 2021');
    expect(words).toContain(
      'From 11,825 in February 2022 to 13,524 in July 2022; highest 13,524 in July 2022',
    );
    expect(words).toContain('3 provisional, 1 missing.');
    expect(html.match(/<svg [^>]*role="img"/g)).toHaveLength(2);
    expect(html.match(/<desc id="chart-summary-\w+">/g)).toHaveLength(2);
    expect(words).toContain('April 12,672 (provisional) 12,104');
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('where nothing can be drawn says why', async () => {
    const { words } = await anyone.see(`${SERIES}?basis=4`);
    expect(words).toContain('One month has a value: 12,487 in July 2022. A chart takes two at least.');
  });

  it('has the revision triangle beside it: a static address that no period takes', async () => {
    expect(hrefs((await anyone.see(SERIES)).html)).toContain(`${SERIES}/triangle`);
    const { status, words } = await anyone.see(`${SERIES}/triangle`);
    expect(status).toBe(200);
    expect(words).toContain('1 figure changed after being first on record.');
    expect(words).toContain('July 2022 12,487 first on record 13,524 revised +1,037 (up 1,037)');
    expect((await anyone.see(`${SERIES}/triangle?as-of=2022-10-30`)).words).toContain('None of them changed');
    expect((await anyone.see('/kent/figures/burglary/triangle')).status).toBe(404);
  });
});
