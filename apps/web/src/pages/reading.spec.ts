// Longer than 300 lines: every page that reads, against one small ledger, so that they are seen to agree.
import { Harness } from '../testing/harness';
import { line, measure, paper, recordSample, returnOf } from '../testing/sample';
import { Visitor } from './testing/visitor';

const FIGURE = '/kent/figures/victim-based-crime/2022-07';
const HTML = '<b onmouseover="alert(1)">Crime & disorder</b>';

let harness: Harness;
let anyone: Visitor;
beforeAll(async () => {
  harness = await Harness.start({ at: '2022-11-01T09:00:00.000Z' });
  const { events } = await recordSample(harness);
  harness.clock.at = '2024-06-03T09:00:00.000Z';
  await harness.record('revise-figure', {
    area: 'kent',
    effectiveOn: '2022-10-31',
    ...line,
    paper: paper.id,
    value: '13574',
    of: events[1],
  });
  await harness.record('define-measure', { ...measure, id: 'html', title: HTML });
  anyone = new Visitor(harness);
});
afterAll(() => harness.close());

describe('one figure', () => {
  it('shows what stands, and every entry newest first: dates, change in words, record', async () => {
    const { words, html } = await anyone.see(FIGURE);
    expect(html).toContain('<title>Victim-based crime, July 2022, Kent - Figures - Daybook</title>');
    expect(words).toContain(
      'by Kent Police (force) Effective 31 October 2022. Recorded here at 10:00am on 3 June 2024. Stands',
    );
    expect(words).toContain('From 12,487 to 13,574: +1,087 (up 1,087). Why: not given');
    expect(words.indexOf('Revised: 13,574')).toBeLessThan(words.indexOf('First release: 12,487'));
    expect(words).toContain('table 1 Record 3 , sent in the return of record 2 entry');
  });

  it('on a past date is as it stood then, in both readings', async () => {
    const since = await anyone.see(`${FIGURE}?as-of=2022-10-31`);
    expect(since.words).toContain('The position on 31 October 2022, using everything recorded since');
    expect(since.words).toContain('Revised: 13,574');
    expect(since.html).toContain(
      'position on 31 October 2022, using everything recorded since - Daybook</title>',
    );
    const other = /href="([^"]+)">See the position on 31 October 2022 as this ledger knew it/.exec(
      since.html,
    )?.[1];
    const then = await anyone.see('/kent/figures?as-of=2022-11-01&basis=4');
    expect(then.words).toContain('The position on 1 November 2022, as this ledger knew it on that day');
    expect(other).toBe(`${FIGURE}?as-of=2022-10-31&amp;basis=0`);
  });

  it('that did not exist then is not found, and says since when it does', async () => {
    const { status, words } = await anyone.see(`${FIGURE}?as-of=2022-09-13`);
    expect(status).toBe(404);
    expect(words).toContain(
      'Nothing had been recorded about this by 13 September 2022. The first record is of 14 September 2022.',
    );
    expect((await anyone.see(`${FIGURE}?basis=0`)).words).toContain(
      'Nothing about this was among the first 0 records of this ledger. ' +
        'The first record is of 14 September 2022, entered here on 1 November 2022.',
    );
    expect((await anyone.see('/kent/figures/victim-based-crime/1999-01?as-of=2022-09-13')).words).toContain(
      'Nothing has been recorded about this.',
    );
  });

  it('in any spelling of its period', async () => {
    const { status, words } = await anyone.see('/kent/figures/victim-based-crime/2022-07-01%2F2022-07-31');
    expect([status, words.includes('Victim-based crime, July 2022')]).toEqual([200, true]);
    expect((await anyone.see('/kent/figures/victim-based-crime/soon')).status).toBe(422);
  });
});

describe('the time bar', () => {
  it('now says so, and every link stays now', async () => {
    const { words, html } = await anyone.see('/kent/figures');
    expect(words).toContain('Position today, using everything recorded. See a past date');
    expect(html.match(/href="[^"]*as-of=[^"]*">([^<]*)/g)).toEqual([
      expect.stringContaining('Link to this very answer'),
    ]);
  });

  it('in the past is kept by every link within the site but those to now and to the account', async () => {
    const { html } = await anyone.see('/kent/figures?as-of=2022-10-31');
    const inside = [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, href]) => href ?? '');
    const stray = inside.filter(
      (href) => !/as-of=2022-10-31|asOf=2022-10-31|^\/assets\/|^\/sign-in/.test(href),
    );
    expect(stray).toEqual(['/kent/figures']);
  });

  it('takes a date from its form and leads to it', async () => {
    const { status, headers } = await anyone.see(`${FIGURE}?as-of-day=31&as-of-month=10&as-of-year=2022`);
    expect([status, headers.location]).toEqual([302, `${FIGURE}?as-of=2022-10-31`]);
  });

  it.each([
    ['as-of-day=30&as-of-month=2&as-of-year=2022', 'Enter a real date'],
    ['as-of-day=&as-of-month=&as-of-year=', 'Enter a date'],
    ['as-of=2022-02-30', 'Enter a real date'],
    ['as-of=2030-01-01', 'The date must be today or in the past'],
    ['basis=99', 'The ledger holds 6 records; it has no size 99 yet.'],
  ])('says what is wrong with %s, in its own form, over the page of today', async (query, message) => {
    const { status, words, html } = await anyone.see(`/kent/figures?${query}`);
    expect(status).toBe(422);
    expect(html).toContain('<title>Error: Figures, Kent - Daybook</title>');
    expect(words).toContain(`There is a problem ${message}`);
    expect(words).toContain('Position today, using everything recorded.');
  });
});

it.each([[FIGURE], ['/kent/figures/victim-based-crime'], ['/kent']])(
  '%s is read at one ledger size, whatever is recorded meanwhile',
  async (path) => {
    const asked = jest.spyOn(harness.daybook.positions, 'resolve');
    await anyone.see(path);
    const [first, ...rest] = asked.mock.calls.map(([at]) => at);
    asked.mockRestore();
    expect(first).toEqual({});
    expect(rest.length).toBeGreaterThan(0);
    expect(rest).toEqual(rest.map(() => ({ asOf: '2024-06-03', basis: '6' })));
  },
);

describe('text that people wrote', () => {
  it.each([['/kent/figures'], ['/kent/figures/html'], ['/ledger/5'], ['/kent']])(
    'is text on %s, whatever it holds',
    async (path) => {
      const { html, words } = await anyone.see(path);
      expect(words).toContain('Crime & disorder');
      expect(html).not.toContain('<b onmouseover');
    },
  );

  it('in an address is text too', async () => {
    for (const path of [
      '/%3Cb%3Ex',
      '/kent/figures/%3Cb%3Ex',
      '/ledger?about=%3Cb%3Ex',
      '/kent/figures?after=%3Cb%3Ex',
    ])
      expect((await anyone.see(path)).html).not.toContain('<b>x');
  });
});

describe('the ledger', () => {
  it('lists records newest first, and only those of the position', async () => {
    const { words } = await anyone.see('/ledger');
    expect(words.indexOf('5 Measure defined')).toBeLessThan(words.indexOf('0 Paper recorded'));
    expect((await anyone.see('/ledger?basis=4')).words).not.toContain('Figure revised');
    expect((await anyone.see('/ledger/4?basis=4')).status).toBe(404);
    expect((await anyone.see('/ledger/99')).status).toBe(404);
  });

  it('shows the bytes of a record and their hash', async () => {
    const { words } = await anyone.see('/ledger/0');
    const { json } = await harness.get('/events/0');
    expect(words).toContain(String((json.item ?? json).hash));
    expect(words).toContain('"type": "register.paper-recorded"');
  });

  it('tells the records about one thing', async () => {
    const { words } = await anyone.see('/ledger?about=figure:kent/victim-based-crime/2022-07');
    expect(words).toContain('3 Figure reported');
    expect(words).not.toMatch(/\d Paper recorded/);
  });
});

it('every link on every page leads somewhere, the API’s too, now and in the past', async () => {
  const seen = new Set<string>();
  const waiting = [
    '/',
    '/kent?as-of=2022-10-31',
    '/kent/figures/victim-based-crime?as-of=2022-11-01&basis=4',
  ];
  const broken: string[] = [];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const { status, html, headers } = await anyone.see(at);
    // The other reading of a page may be that there was nothing yet: that is an answer.
    const nothingThen = status === 404 && /^\/(kent|ledger)\/.*[?&]basis=[04]$/.test(at);
    if (status !== 200 && !nothingThen) broken.push(`${at} is ${status}`);
    if (!headers['content-type']?.startsWith('text/html')) continue;
    const links = [...html.matchAll(/href="(\/[^"#]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    waiting.push(...links.filter((href) => !href.startsWith('/assets/')));
  }
  expect(broken).toEqual([]);
  expect(seen.size).toBeGreaterThan(60);
  expect([...seen].some((path) => path.startsWith('/api/v1/figures.csv'))).toBe(true);
});

describe('what is not there', () => {
  it.each([
    ['/essex', 404],
    ['/essex/figures', 404],
    ['/essex/papers', 404],
    ['/kent/figures/nothing', 404],
    ['/kent/papers/nothing', 404],
    ['/essex/papers/kent-performance-2022-09-14', 404],
    ['/kent/returns/0', 404],
    ['/kent/returns/x', 404],
    ['/nowhere/at/all', 404],
    ['/kent/returns/new', 403],
  ])('%s is %i, with a sentence and a code', async (path, status) => {
    const answered = await anyone.see(path);
    expect([answered.status, answered.words.includes('Code:')]).toEqual([status, true]);
  });

  it('an empty ledger says what to do next', async () => {
    const empty = await Harness.start();
    try {
      const { words } = await new Visitor(empty).see('/');
      expect(words).toContain('The ledger is empty. What to do next Record a paper');
      const force = await Visitor.signedIn(empty, 'demo-kent-police');
      expect((await force.see('/kent')).words).toContain(
        'Nothing is on record about Kent yet. Begin with a paper',
      );
      for (const own of ['/kent/figures', '/kent/papers']) expect((await force.see(own)).status).toBe(200);
    } finally {
      await empty.close();
    }
  });
});

it('a page that breaks says so without its words', async () => {
  jest.spyOn(harness.daybook.store, 'size').mockRejectedValue(new Error('disk gone at sector 7'));
  const { status, words } = await anyone.see('/kent');
  jest.restoreAllMocks();
  expect([status, words.includes('Something broke here'), words.includes('sector')]).toEqual([
    500,
    true,
    false,
  ]);
});

describe('a restricted paper and its figures', () => {
  const TITLE = 'Unannounced tactics';
  let first: number;
  beforeAll(async () => {
    const receipt = await harness.record('record-paper', {
      ...paper,
      id: 'hidden',
      title: TITLE,
      access: 'restricted',
    });
    first = receipt.indexes[0] ?? 0;
    await harness.record('define-measure', {
      ...measure,
      id: 'hidden-measure',
      title: `${TITLE} counted`,
      access: 'restricted',
    });
    await harness.record('submit-return', {
      ...returnOf(
        { ...line, measure: 'hidden-measure', value: '424242' },
        { ...line, period: '2022-08', value: '424243' },
      ),
      paper: 'hidden',
      access: 'restricted',
    });
  });

  const paths = (): string[] => [
    '/',
    '/kent',
    '/kent/figures',
    '/kent/figures/hidden-measure',
    '/kent/figures/hidden-measure/2022-07',
    '/kent/figures/victim-based-crime',
    '/kent/figures/victim-based-crime/2022-08',
    '/kent/papers',
    '/kent/papers/hidden',
    `/kent/returns/${first + 2}`,
    '/ledger',
    '/ledger?about=paper:hidden',
    ...[0, 1, 2, 3, 4].map((n) => `/ledger/${first + n}`),
    '/status',
  ];
  const tells = /Unannounced|hidden-measure|424,?24[23]/;

  it.each([['public'], ['demo-kent-panel']])(
    'is nowhere for %s: only that records stand there',
    async (who) => {
      const visitor = who === 'public' ? anyone : await Visitor.signedIn(harness, who);
      for (const path of paths()) {
        const { words } = await visitor.see(path);
        // What a visitor typed into the address comes back to them, in links; what is on record does not.
        expect([path, tells.exec(words)?.[0]]).toEqual([path, undefined]);
      }
      expect((await visitor.see(`/ledger/${first}`)).words).toContain('A record stands here');
      expect((await visitor.see('/kent/papers/hidden')).status).toBe(404);
    },
  );

  it.each([['demo-kent-police'], ['demo-kent-pcc'], ['demo-hmicfrs']])('is read by %s', async (who) => {
    const visitor = await Visitor.signedIn(harness, who);
    expect((await visitor.see('/kent/papers/hidden')).words).toContain(TITLE);
    expect((await visitor.see('/kent/figures/hidden-measure/2022-07')).words).toContain('424,242');
    expect((await visitor.see(`/ledger/${first}`)).words).toContain(TITLE);
  });
});
