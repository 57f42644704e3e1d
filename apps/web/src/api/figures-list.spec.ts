import { FIGURE_SORTS, PASSED_COLUMNS, READ_COLUMNS } from '@daybook/figures';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { Harness } from '../testing/harness';
import { line, measure, paper, recordSample, returnOf } from '../testing/sample';

let harness: Harness;
const other = { ...paper, id: 'kent-peel-2022-10-31', title: 'A later paper', dated: '2022-10-31' };

/** A ledger with two papers, two measures, values of every shape, one revision and one later confirmation. */
beforeAll(async () => {
  harness = await Harness.start();
  const { events } = await recordSample(harness);
  await harness.record('record-paper', other);
  const share = { ...measure, id: 'answered', title: 'Answered', unit: 'percent', decimals: 2 };
  await harness.record('define-measure', share);
  const shares = ['71.8', '-0.5', '~60', '9.50', '9.5', '>=70', '5..6', '100'].map((value, i) => ({
    measure: 'answered',
    period: `2021-${String(i + 1).padStart(2, '0')}`,
    value,
    place: ['=1+1', "'+44"][i] ?? `table ${i}`,
  }));
  const counts = ['11825', '12964', '12672'].map((value, i) => ({
    ...line,
    period: `2022-0${i + 2}`,
    value,
    status: 'P',
  }));
  const missing = { ...line, period: '2022-06', value: null, status: 'O' };
  await harness.record('submit-return', returnOf(...shares, ...counts, missing));
  const later = { area: 'kent', paper: other.id, effectiveOn: '2022-10-31' };
  await harness.record('revise-figure', { ...later, ...line, value: '13524', of: events[1] });
  const again = [{ ...line, period: '2022-02', value: '11825', status: 'P' }];
  await harness.record('submit-return', { ...later, lines: again });
});
afterAll(() => harness.close());

async function list(query: string): Promise<string[]> {
  const { json, status } = await harness.get(`/figures?area=kent&${query}`);
  expect(status).toBe(200);
  return (json.items ?? []).map(({ measure: id, period }) => `${String(id)} ${String(period)}`);
}

describe('a list of figures', () => {
  it.each([
    ['measure=answered&status=A&period=2021-01', ['answered 2021-01']],
    ['period=2022-07-01/2022-07-31', ['victim-based-crime 2022-07']],
    ['status=P', ['victim-based-crime 2022-02', 'victim-based-crime 2022-03', 'victim-based-crime 2022-04']],
    ['kind=revised', ['victim-based-crime 2022-07']],
    ['kind=missing', ['victim-based-crime 2022-06']],
    [`paper=${other.id}`, ['victim-based-crime 2022-07']],
    ['changedSince=2022-09-14', ['victim-based-crime 2022-07']],
    ['changedSince=2022-09-14&asOf=2022-10-30', []],
    ['changedSince=2022-09-13&kind=revised&status=P', []],
    ['measure=nobody-knows', []],
    ['paper=nobody-knows', []],
  ])('is narrowed by %s', async (query, found) => {
    expect(await list(query)).toEqual(found);
  });

  it.each([
    ['period=soon', 422, 'figures.bad-period'],
    ['status=Z', 422, 'figures.unknown-status'],
    ['kind=constructor', 422, 'figures.unknown-kind'],
    ['changedSince=2022-02-30', 422, 'figures.bad-date'],
    ['sort=colour', 422, 'figures.unknown-sort'],
    ['sort=colour&kind=x', 422, 'figures.bad-filter'],
    ['sort=value&after=eA', 400, 'request.bad-cursor'],
    ['colour=red', 400, 'request.unknown-parameter'],
  ])('asked for with %s is %i %s', async (query, status, code) => {
    expect((await harness.get(`/figures?area=kent&${query}`)).json).toMatchObject({ status, code });
  });

  it('gives a page that another area cannot open with a figure of its own', async () => {
    const after = Buffer.from('figure:kent/answered/2021-01').toString('base64url');
    const { json } = await harness.get(`/figures?area=essex&sort=value&after=${after}`);
    expect(json.code).toBe('request.bad-cursor');
  });

  it.each(FIGURE_SORTS)(
    'sorted by %s is the same figures, each once, however it is cut into pages',
    async (sort) => {
      const all = await list(`sort=${sort}&limit=1000`);
      expect([...all].sort()).toEqual((await list('limit=1000')).sort());
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 14 }),
          fc.constantFrom('', '&status=A', '&changedSince=2022-09-13'),
          async (limit, filter) => {
            const found: unknown[] = [];
            let address: string | undefined = `/figures?area=kent&sort=${sort}&limit=${limit}${filter}`;
            while (address) {
              const { json, headers } = await harness.get(address);
              expect(json.items?.length).toBeLessThanOrEqual(limit);
              found.push(...(json.items ?? []).map(({ id }) => id));
              address = /<\/api\/v1([^>]+)>; rel="next"/.exec(headers.link ?? '')?.[1];
            }
            const whole = (await harness.get(`/figures?area=kent&sort=${sort}&limit=1000${filter}`)).json
              .items;
            expect(found).toEqual(whole?.map(({ id }) => id));
          },
        ),
        { numRuns: 12 },
      );
    },
  );

  it('sorts values as decimals, whatever is recorded of them, and those without one last', async () => {
    const values = async (sort: string): Promise<unknown[]> =>
      ((await harness.get(`/figures?area=kent&sort=${sort}`)).json.items ?? []).map(({ value }) => value);
    expect((await values('value')).slice(0, 5)).toEqual(['-0.5', '5..6', '9.50', '9.5', '~60']);
    expect((await values('-value')).slice(0, 2)).toEqual(['13524', '12964']);
    expect([(await values('value')).at(-1), (await values('-value')).at(-1)]).toEqual([null, null]);
  });
});

describe('a file of figures', () => {
  const rows = (text: string): Record<string, string>[] =>
    parse(text, { columns: true, bom: false, record_delimiter: '\r\n' });

  it('has the columns that an import reads, and after them those that it passes by', async () => {
    const { text } = await harness.get('/figures.csv?area=kent');
    expect(text.split('\r\n')[0]?.split(',')).toEqual([...READ_COLUMNS, ...PASSED_COLUMNS]);
    const [first] = rows(text);
    expect(first).toMatchObject({
      ...{ measure: 'answered', period: '2021-01', value: '71.8', place: "'=1+1", title: 'Answered' },
      ...{ kind: '', reason: '', of: '', severity: '', recordedKind: 'first-release', paper: paper.id },
    });
    expect(rows(text).find(({ period }) => period === '2021-02')?.value).toBe('-0.5');
    expect(rows(text).find(({ period }) => period === '2021-02')?.place).toBe("''+44");
  });

  it('is exactly what the list shows: the same filter, order and page', async () => {
    const query = 'area=kent&sort=-value&limit=3&status=A';
    const first = await harness.get(`/figures?${query}`);
    const second = `${query}&after=${first.json.next}`;
    for (const page of [query, second]) {
      const [json, csv] = [await harness.get(`/figures?${page}`), await harness.get(`/figures.csv?${page}`)];
      expect(rows(csv.text).map(({ id }) => id)).toEqual(json.json.items?.map(({ id }) => id));
    }
  });

  it('read back says of each figure what stands', async () => {
    const { text } = await harness.get('/figures.csv?area=kent');
    const lines = rows(text).map(({ measure: id, period, breakdown, value, status, place }) => ({
      ...{ measure: id, period, breakdown, value: value === '' ? null : value, status },
      place: place?.replace(/^'(?=[=+\-@])/, ''),
    }));
    const late = { area: 'kent', paper: other.id, effectiveOn: '2022-10-31', lines };
    const before = (await harness.get('/figures?area=kent')).json.items;
    await harness.record('submit-return', late);
    const after = (await harness.get('/figures?area=kent')).json.items;
    const told = (items: typeof after) => items?.map(({ id, value, kind }) => [id, value, kind]);
    expect(told(after)).toEqual(told(before));
  });
});

describe('the cover of a file', () => {
  it('is found from the file, leads back to it, and says where it comes from', async () => {
    const csv = await harness.get(
      '/figures.csv?area=kent&sort=-period&limit=2&basisAt=2024-06-03&asOf=2022-10-30',
    );
    const address = /<\/api\/v1([^>]+)>; rel="describedby"; type="application\/csvm\+json"/.exec(
      csv.headers.link ?? '',
    )?.[1];
    const { status, json, headers } = await harness.get(address ?? '');
    expect([status, headers['content-type']]).toEqual([200, 'application/csvm+json; charset=utf-8']);
    const basis = Number(csv.headers['daybook-basis']);
    expect(json).toMatchObject({
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
      notes: [
        {
          type: 'provenance',
          asOf: '2022-10-30',
          basis,
          ledgerSize: basis,
          query: { path: '/api/v1/figures', parameters: { area: 'kent', sort: '-period', limit: '2' } },
          rows: 2,
          sha256: createHash('sha256').update(csv.text).digest('hex'),
        },
      ],
    });
    const back = new URL(String(json.url), `http://x/api/v1${address}`);
    expect((await harness.request('GET', `${back.pathname}${back.search}`)).text).toBe(csv.text);
    const columns = (json.tableSchema as { columns: { titles: string; datatype: unknown }[] }).columns;
    expect(columns.map(({ titles }) => titles)).toEqual([...READ_COLUMNS, ...PASSED_COLUMNS]);
    expect(columns.find(({ titles }) => titles === 'effectiveOn')?.datatype).toEqual({
      base: 'date',
      format: 'yyyy-MM-dd',
    });
  });

  it('repeats byte for byte at its position, whatever is recorded and whenever it is asked', async () => {
    const { headers } = await harness.get('/papers.csv');
    const address = `/papers.csv-metadata.json?basis=${headers['daybook-basis']}&asOf=2022-12-01`;
    const before = await harness.get(address);
    await harness.record('record-paper', { ...paper, id: 'one-more' });
    harness.clock.at = '2024-06-09T09:00:00.000Z';
    const after = await harness.get(address);
    expect([after.text, after.headers.etag]).toEqual([before.text, before.headers.etag]);
    const again = await harness.get(address, 'public', { 'if-none-match': String(after.headers.etag) });
    expect(again.status).toBe(304);
  });

  it.each([
    '/areas',
    '/measures',
    '/papers',
    '/events',
    '/figures/kent/answered/2021-01/history',
    '/measures/kent/answered/triangle',
  ])('of %s names each column of its file', async (path) => {
    const [file, { json }] = [
      await harness.get(`${path}.csv`),
      await harness.get(`${path}.csv-metadata.json`),
    ];
    const { columns } = json.tableSchema as { columns: { titles: string; name: string }[] };
    expect(columns.map(({ titles }) => titles)).toEqual(file.text.split('\r\n')[0]?.split(','));
    for (const { name } of columns) expect(name).toMatch(/^([A-Za-z0-9_.]|%[0-9a-f]{2})+$/);
  });
});

describe('a revision triangle', () => {
  it('has a row for each figure, and in it what stood after each day', async () => {
    const { json } = await harness.get('/measures/kent/victim-based-crime/triangle');
    const july = json.items?.find(({ period }) => period === '2022-07');
    expect(july?.cells).toMatchObject([
      { effectiveOn: '2022-09-14', value: '12487', change: 'first', kind: 'first-release' },
      { effectiveOn: '2022-10-31', value: '13524', change: 'changed', kind: 'revised', difference: '1037' },
    ]);
    const { text } = await harness.get('/measures/kent/victim-based-crime/triangle.csv');
    expect(text.split('\r\n')[0]).toBe('area,measure,period,breakdown,2022-09-14,2022-10-31');
    expect(text).toContain('kent,victim-based-crime,2022-07,,12487,13524');
  });

  it('of a measure that is not on record is not found', async () => {
    const { json } = await harness.get('/measures/kent/burglary/triangle');
    expect(json).toMatchObject({ status: 404, code: 'figures.measure-not-on-record' });
  });
});
