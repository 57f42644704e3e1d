import { PASSED_COLUMNS, READ_COLUMNS } from '@daybook/figures';
import { Harness, type Sent } from '../testing/harness';
import { line, measure, paper, recordSample, returnOf } from '../testing/sample';

const FIGURE = `/figures/kent/${measure.id}/2022-07`;

let harness: Harness;
let receipt: Awaited<ReturnType<typeof recordSample>>;

beforeEach(async () => {
  harness = await Harness.start();
  receipt = await recordSample(harness);
});
afterEach(() => harness.close());

/** A correction recorded later, effective on a day of October 2022: it changes the figure from then on. */
function correct(value = '12480') {
  return harness.record('correct-figure', {
    area: 'kent',
    effectiveOn: '2022-10-01',
    measure: measure.id,
    period: '2022-07',
    of: receipt.events[1],
    value,
    severity: 'minor',
    reason: 'Two stations were counted twice.',
  });
}

async function recordMonths(): Promise<void> {
  const months = Array.from({ length: 12 }, (_, i) => `2021-${String(i + 1).padStart(2, '0')}`);
  await harness.record(
    'submit-return',
    returnOf(...months.map((period, i) => ({ ...line, period, value: String(100 + i) }))),
  );
}

describe('the position', () => {
  it('the same address with its basis answers the same bytes after more records and a restart', async () => {
    const { basis } = (await harness.get(FIGURE)).json;
    const paths = [
      FIGURE,
      `${FIGURE}/history`,
      '/figures?area=kent',
      '/measures',
      '/papers',
      `/papers/${paper.id}`,
      `/papers/${paper.id}/figures`,
      '/returns?area=kent',
      '/returns/2',
      '/expected?area=kent',
      '/unexplained?area=kent',
      '/events',
      '/events/3',
      '/areas',
    ].map((path) => `${path}${path.includes('?') ? '&' : '?'}basis=${basis}`);
    const ask = async (): Promise<Sent[]> => Promise.all(paths.map((path) => harness.get(path)));
    const before = await ask();
    await correct();
    await recordMonths();
    await harness.record('record-paper', { ...paper, id: 'another' });
    const after = await ask();
    await harness.restart();
    const later = await ask();
    expect(after.map(({ text, headers }) => [text, headers.etag])).toEqual(
      before.map(({ text, headers }) => [text, headers.etag]),
    );
    expect(later.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
    expect(before.map(({ headers }) => headers['daybook-latest'])).toEqual(paths.map(() => '4'));
    expect(after.map(({ headers }) => headers['daybook-latest'])).toEqual(paths.map(() => '19'));
  });

  it('without a basis the same address shows what is newer', async () => {
    await correct();
    expect((await harness.get(FIGURE)).json).toMatchObject({
      basis: 5,
      item: { value: '12480', kind: 'corrected' },
    });
    expect((await harness.get(`${FIGURE}?asOf=2022-09-30`)).json).toMatchObject({
      asOf: '2022-09-30',
      item: { value: '12487' },
    });
  });

  it('waits for a ledger that is as large as the reader must have, and answers from one', async () => {
    expect((await harness.get(`${FIGURE}?minBasis=4`)).json).toMatchObject({ basis: 4 });
    const asked = harness.get(`${FIGURE}?minBasis=5`);
    await correct();
    expect((await asked).json).toMatchObject({ basis: 5, item: { value: '12480' } });
    const page = await harness.get('/figures?area=kent&minBasis=4&limit=1');
    expect(page.headers.link ?? '').not.toContain('minBasis');
  });

  it('is refused for now where the ledger does not grow to that', async () => {
    const { status, json, headers } = await harness.get(`${FIGURE}?minBasis=6`);
    expect([status, json.code, json.retryable, headers['retry-after']]).toEqual([
      503,
      'runtime.ledger-behind',
      true,
      '1',
    ]);
  });

  it('is refused where what is asked for contradicts itself, or is no size', async () => {
    const refused = await harness.get(`${FIGURE}?basis=2&minBasis=4`);
    expect([refused.status, refused.json.code]).toEqual([422, 'position.below-minimum']);
    expect((await harness.get(`${FIGURE}?minBasis=-1`)).json).toMatchObject({ code: 'position.bad-basis' });
    expect((await harness.get('/events?minBasis=4')).json).toMatchObject({ basis: 4 });
  });

  it('a basis inside a commit is rounded down to its start, and a header says so', async () => {
    const { json, headers } = await harness.get('/figures?area=kent&basis=3');
    expect([json.basis, headers['daybook-basis'], headers['daybook-basis-rounded-from']]).toEqual([
      2,
      '2',
      '3',
    ]);
    expect(
      (await harness.get('/figures?area=kent&basis=4')).headers['daybook-basis-rounded-from'],
    ).toBeUndefined();
  });

  it('a date for the basis resolves to the size of that day', async () => {
    harness.clock.at = '2024-06-05T09:00:00.000Z';
    await correct();
    expect((await harness.get(`${FIGURE}?basisAt=2024-06-04`)).json).toMatchObject({
      basis: 4,
      item: { value: '12487' },
    });
    expect((await harness.get(`${FIGURE}?basisAt=2024-06-05T09:00:00Z`)).json).toMatchObject({
      basis: 5,
      item: { value: '12480' },
    });
  });
});

describe('caching', () => {
  it('answers 304 to whoever has it already, until it changes', async () => {
    const { headers } = await harness.get(FIGURE);
    const etag = headers.etag ?? '';
    expect(headers).toMatchObject({ 'cache-control': 'private, no-cache', vary: 'Authorization, Accept' });
    const again = await harness.get(FIGURE, 'public', { 'if-none-match': `"other", W/${etag}` });
    expect([again.status, again.text, again.headers.etag, again.headers['daybook-latest']]).toEqual([
      304,
      '',
      etag,
      '4',
    ]);
    await correct();
    expect((await harness.get(FIGURE, 'public', { 'if-none-match': etag })).status).toBe(200);
  });

  it('has another ETag for CSV', async () => {
    const [json, csv] = [await harness.get('/papers'), await harness.get('/papers.csv')];
    expect(json.headers.etag).not.toBe(csv.headers.etag);
  });
});

describe('lists', () => {
  it('next leads through all of it once, at one position, whatever is recorded meanwhile', async () => {
    await recordMonths();
    const whole = (await harness.get('/figures?area=kent')).json;
    const periods: unknown[] = [];
    let link: string | undefined = '/api/v1/figures?area=kent&limit=5';
    const positions = new Set<string>();
    while (link) {
      const { json, headers }: Sent = await harness.request('GET', link);
      periods.push(...(json.items ?? []).map(({ period }) => period));
      positions.add(`${json.asOf} ${json.basis}`);
      expect(json.next === null).toBe(headers.link === undefined);
      link = /^<(.+)>; rel="next"$/.exec(headers.link ?? '')?.[1];
      if (positions.size === 1 && periods.length === 5) await correct();
    }
    expect(periods).toEqual(whole.items?.map(({ period }) => period));
    expect(periods).toHaveLength(13);
    expect([...positions]).toEqual(['2024-06-03 17']);
  });

  it('next is also in the body, for the same question', async () => {
    await recordMonths();
    const page = (await harness.get('/figures?area=kent&limit=12')).json;
    const rest = (await harness.get(`/figures?area=kent&limit=12&basis=${page.basis}&after=${page.next}`))
      .json;
    expect(rest.items).toHaveLength(1);
    expect(rest.next).toBeNull();
  });

  it('can be of one measure', async () => {
    await harness.record('define-measure', { ...measure, id: 'robbery' });
    await harness.record('submit-return', returnOf({ ...line, measure: 'robbery' }));
    expect((await harness.get('/figures?area=kent')).json.items).toHaveLength(2);
    expect((await harness.get('/figures?area=kent&measure=robbery')).json.items).toMatchObject([
      { measure: 'robbery' },
    ]);
    expect((await harness.get('/figures?area=essex')).json.items).toEqual([]);
  });

  it('a history is all entries in order of effective date, with the reasons in clear', async () => {
    await correct();
    expect((await harness.get(`${FIGURE}/history`)).json.items).toMatchObject([
      { value: '12487', kind: 'first-release', stands: false },
      {
        value: '12480',
        kind: 'corrected',
        stands: true,
        difference: '-7',
        reason: 'Two stations were counted twice.',
      },
    ]);
  });
});

describe('CSV', () => {
  it('comes by .csv or by Accept, with one column for each value', async () => {
    const bySuffix = await harness.get('/figures.csv?area=kent');
    const byAccept = await harness.get('/figures?area=kent', 'public', { accept: 'text/csv' });
    const [head, row, end] = bySuffix.text.split('\r\n');
    expect(head?.split(',')).toEqual([...READ_COLUMNS, ...PASSED_COLUMNS]);
    expect(row).toMatch(
      /^victim-based-crime,2022-07,,12487,A,,,table 1,,,,,first-release,Victim-based crime,count,2022-09-14,/,
    );
    expect(end).toBe('');
    expect(byAccept.text).toBe(bySuffix.text);
    expect(
      (await harness.get('/figures?area=kent', 'public', { accept: 'application/json, text/csv' })).json
        .items,
    ).toHaveLength(1);
  });

  it('text cannot become a formula; a negative decimal stays a number', async () => {
    await correct();
    await harness.record('record-paper', {
      ...paper,
      id: 'formula',
      title: '=HYPERLINK("http://example.org","x")',
    });
    const papers = await harness.get('/papers.csv');
    expect(papers.text).toContain(`"'=HYPERLINK(""http://example.org"",""x"")"`);
    const history = await harness.get(`${FIGURE}/history.csv`);
    expect(history.text).toContain(',-7,');
  });

  it('pages like the list, by the header alone', async () => {
    await recordMonths();
    const { text, headers } = await harness.get('/figures.csv?area=kent&limit=12');
    expect(text.trimEnd().split('\r\n')).toHaveLength(13);
    expect(headers.link).toMatch(/^<\/api\/v1\/figures\.csv\?.*basis=17.*>; rel="next", /);
  });
});
