import { Harness, type Sent } from '../testing/harness';
import { line, measure, paper, recordSample, returnOf } from '../testing/sample';

let harness: Harness;
let first: string;

beforeAll(async () => {
  harness = await Harness.start();
  first = (await recordSample(harness)).events[1] ?? '';
  await harness.record('record-paper', { ...paper, id: 'october', dated: '2022-10-31' });
  const change = { area: 'kent', measure: measure.id, period: '2022-07', effectiveOn: '2022-10-31' };
  await harness.record('correct-figure', {
    ...{ ...change, of: first, value: '13574', severity: 'minor', reason: 'Two divisions were left out.' },
    ...{ paper: 'october', place: 'table 2' },
  });
  const december = { ...returnOf({ ...line, period: '2021-12', value: '9000' }), effectiveOn: '2022-11-30' };
  await harness.record('submit-return', december);
});
afterAll(() => harness.close());

const kinds = ({ json }: Sent): unknown[] => (json.items ?? []).map(({ kind }) => kind);
const changes = (query: string): Promise<Sent> => harness.get(`/changes?area=kent&${query}`);

describe('/changes', () => {
  it('says what changed between two dates, each change with its event, its values, its reason and its place', async () => {
    const { json } = await changes('from=2022-09-14&to=2022-10-31');
    expect(json).toMatchObject({
      asOf: '2022-10-31',
      basis: 8,
      from: { asOf: '2022-09-14', basis: 8 },
      next: null,
    });
    expect(json.items).toHaveLength(1);
    expect(json.items?.[0]).toMatchObject({
      ...{ area: 'kent', measure: measure.id, period: '2022-07', breakdown: '', unit: 'count' },
      ...{ kind: 'corrected', index: 5, of: first, severity: 'minor', difference: '1087' },
      before: { id: first, value: '12487', status: 'A', kind: 'first-release' },
      after: { value: '13574', kind: 'corrected' },
      entry: { value: '13574', kindBefore: null, kind: 'corrected' },
      ...{ effectiveOn: '2022-10-31', reason: 'Two divisions were left out.', standingDiffers: true },
      ...{ source: { paper: 'october', place: 'table 2' }, by: { body: 'kent-police' }, for: null },
    });
  });

  it('counts a first release and a definition; a measure can be asked for by itself', async () => {
    expect(kinds(await changes('from=2022-09-13&to=2022-09-14'))).toEqual(['defined', 'first-release']);
    expect(kinds(await changes(`from=2022-09-13&measure=${measure.id}`))).toHaveLength(4);
    expect(kinds(await changes('from=2022-09-13&measure=none'))).toEqual([]);
  });

  it('compares two ledger sizes, or a date and a size; what is not said is the same on both sides', async () => {
    expect((await changes('fromBasis=4&toBasis=6')).json).toMatchObject({
      ...{ asOf: '2024-06-03', basis: 6, from: { asOf: '2024-06-03', basis: 4 } },
      items: [{ kind: 'corrected' }],
    });
    expect(kinds(await changes('fromBasis=4&to=2022-10-30'))).toEqual([]);
    expect(kinds(await changes('from=2022-09-13&fromBasis=0&to=2022-11-30&toBasis=8'))).toHaveLength(4);
  });

  it('has a cover that leads to its file at both positions', async () => {
    const cover = await changes('from=2022-09-14&to=2022-10-31').then(() =>
      harness.get('/changes.csv-metadata.json?area=kent&from=2022-09-14&to=2022-10-31'),
    );
    const { url, notes } = cover.json as unknown as { url: string; notes: object[] };
    expect(notes[0]).toMatchObject({ asOf: '2022-10-31', basis: 8, from: { asOf: '2022-09-14', basis: 8 } });
    const file = await harness.get(`/${url}`);
    expect([file.status, file.text]).toEqual([
      200,
      (await harness.get('/changes.csv?area=kent&from=2022-09-14&to=2022-10-31')).text,
    ]);
    expect(file.headers.link).toContain('fromBasis=8');
  });

  it('is empty where nothing changed', async () => {
    for (const query of ['from=2022-09-15&to=2022-10-30', 'fromBasis=8', 'from=2024-06-03'])
      expect((await changes(query)).json).toMatchObject({ items: [], next: null });
  });

  it('repeats byte for byte at its own address, whatever is recorded later', async () => {
    const own = await Harness.start();
    await recordSample(own);
    const asked = await own.get('/changes?area=kent&from=2022-09-13');
    const address = /<\/api\/v1([^>]+)>; rel="canonical"/.exec(asked.headers.link ?? '')?.[1] ?? '';
    expect(address).toBe('/changes?area=kent&from=2022-09-13&fromBasis=4&to=2024-06-03&toBasis=4');
    await own.record('submit-return', returnOf({ ...line, period: '2021-11', value: '1' }));
    own.clock.at = '2024-07-01T09:00:00.000Z';
    const again = await own.get(address);
    expect([again.text, again.headers.etag]).toEqual([asked.text, asked.headers.etag]);
    expect((await own.get('/changes?area=kent&from=2022-09-13')).text).not.toBe(asked.text);
    const unchanged = await own.get(address, 'public', { 'if-none-match': asked.headers.etag ?? '' });
    expect(unchanged.status).toBe(304);
    await own.close();
  });

  it('goes on page by page at the same two positions', async () => {
    const found: unknown[] = [];
    let next: string | undefined = '/changes?area=kent&from=2022-09-13&limit=1';
    while (next) {
      const page: Sent = await harness.get(next);
      found.push(...(page.json.items ?? []));
      next = /<\/api\/v1([^>]+)>; rel="next"/.exec(page.headers.link ?? '')?.[1];
      if (next) expect(next).toContain('from=2022-09-13&limit=1&fromBasis=8&to=2024-06-03&toBasis=8');
    }
    expect(found).toEqual((await changes('from=2022-09-13')).json.items);
    const bad = await changes('from=2022-09-13&after=bm8');
    expect([bad.status, bad.json.code]).toEqual([400, 'request.bad-cursor']);
  });

  it('is a CSV file too', async () => {
    const { text } = await harness.get('/changes.csv?area=kent&from=2022-09-14&to=2022-10-31');
    const [head = '', row = ''] = text.split('\r\n');
    expect(head).toContain('kind,before.id,before.kind,before.value');
    expect(row).toContain('Two divisions were left out.');
  });

  it.each([
    ['neither a date nor a size to begin at', 'to=2022-10-31', 'changes.no-start', '/from'],
    ['a first date after the second', 'from=2022-11-01&to=2022-10-31', 'changes.backwards', '/from'],
    ['a first size beyond the second', 'fromBasis=6&toBasis=4', 'changes.backwards', '/fromBasis'],
    [
      'dates in order and sizes that are not',
      'from=2022-09-13&fromBasis=6&toBasis=4',
      'changes.backwards',
      '/fromBasis',
    ],
    ['a date in the future', 'from=2022-09-13&to=2030-01-01', 'position.future-date', '/to'],
    ['a first date in the future', 'from=2030-01-01', 'position.future-date', '/from'],
    ['no date', 'from=September', 'position.bad-date', '/from'],
    ['a size beyond the ledger', 'fromBasis=0&toBasis=99', 'position.beyond-ledger', undefined],
    ['no size', 'fromBasis=all', 'position.bad-basis', '/fromBasis'],
  ])('refuses %s', async (_, query, code, pointer) => {
    const { status, json } = await changes(query);
    expect([status, json.code, json.retryable]).toEqual([422, code, false]);
    if (pointer) expect(json.errors?.[0]?.pointer).toBe(pointer);
    expect(json.detail).toMatch(/\.$/);
  });

  it('a size inside a return is rounded down to its start, on either side', async () => {
    expect((await changes('fromBasis=3&toBasis=7')).json).toMatchObject({ basis: 6, from: { basis: 2 } });
  });
});

describe('/replay', () => {
  const replay = (query = ''): Promise<Sent> => harness.get(`/replay?area=kent${query}`);
  const steps = ({ json }: Sent): unknown[] =>
    (json.items ?? []).map(({ n, index, kind, before, after }) => [
      ...[
        n,
        index,
        kind,
        (before as { value: string } | null)?.value,
        (after as { value: string } | null)?.value,
      ],
    ]);

  it('is every step, in order of effective date or as it was recorded', async () => {
    const all = [
      [1, 1, 'defined', undefined, undefined],
      [2, 3, 'first-release', undefined, '12487'],
      [3, 5, 'corrected', '12487', '13574'],
      [4, 7, 'first-release', undefined, '9000'],
    ];
    expect(steps(await replay())).toEqual(all);
    expect(steps(await replay('&order=recorded'))).toEqual(all);
    expect((await replay()).json).toMatchObject({
      basis: 8,
      items: [{ type: 'figures.measure-defined' }, {}, {}, {}],
    });
  });

  it('begins at a day, keeps its numbers, and goes on page by page', async () => {
    const page = await replay(`&measure=${measure.id}&from=2022-10-01&limit=1`);
    expect(steps(page)).toEqual([[3, 5, 'corrected', '12487', '13574']]);
    const next = /<\/api\/v1([^>]+)>; rel="next"/.exec(page.headers.link ?? '')?.[1] ?? '';
    expect(steps(await harness.get(next))).toEqual([[4, 7, 'first-release', undefined, '9000']]);
    expect(steps(await replay('&from=2023-01-01'))).toEqual([]);
    expect(steps(await replay('&from=2024-06-04&order=recorded'))).toEqual([]);
  });

  it('ends at the position asked for', async () => {
    expect(steps(await replay('&asOf=2022-10-30'))).toHaveLength(2);
    expect(steps(await replay('&basis=4'))).toHaveLength(2);
    expect(steps(await replay('&basis=0'))).toEqual([]);
  });

  it('refuses an order and a date that are none', async () => {
    expect((await replay('&order=backwards')).json).toMatchObject({ status: 422, code: 'replay.bad-order' });
    expect((await replay('&from=1 May')).json).toMatchObject({ status: 422, code: 'position.bad-date' });
    expect((await replay('&after=bm8')).json).toMatchObject({ status: 400, code: 'request.bad-cursor' });
  });
});
