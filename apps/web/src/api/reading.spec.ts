import { Harness } from '../testing/harness';
import { measure, paper, recordSample } from '../testing/sample';

const FIGURE = `/figures/kent/${measure.id}/2022-07`;

let harness: Harness;

// These only read, so that one ledger does for all.
beforeAll(async () => {
  harness = await Harness.start();
  await recordSample(harness);
});
afterAll(() => harness.close());

describe('one thing', () => {
  it.each([
    ['/measures/kent/victim-based-crime', { id: measure.id, unit: 'count' }],
    [FIGURE, { value: '12487', kind: 'first-release' }],
    [`/papers/${paper.id}`, { id: paper.id, issuedBy: 'kent-police' }],
  ])('%s answers with the position and the item', async (path, item) => {
    const { status, json } = await harness.get(path);
    expect(status).toBe(200);
    expect(json).toMatchObject({ asOf: '2024-06-03', basis: 4, item });
    expect(Object.keys(json)).toEqual(['asOf', 'basis', 'item']);
  });

  it.each(['2022-07', '2022-07-01%2F2022-07-31', '2022-07-01--2022-07-31', 'R1-2022-07'])(
    'a period may be spelt %s',
    async (period) => {
      const { json } = await harness.get(`/figures/kent/${measure.id}/${period}`);
      expect(json.item).toMatchObject({ period: '2022-07', value: '12487' });
    },
  );

  it.each([
    ['/figures/kent/victim-based-crime/2022-06', 404, 'figures.not-on-record'],
    [`${FIGURE}?asOf=2022-09-13`, 404, 'figures.not-on-record'],
    [`${FIGURE}?basis=2`, 404, 'figures.not-on-record'],
    [`${FIGURE}?breakdown=district=swale`, 404, 'figures.not-on-record'],
    ['/measures/kent/burglary', 404, 'figures.measure-not-on-record'],
    ['/papers/nothing', 404, 'register.paper-not-on-record'],
    ['/events/4', 404, 'ledger.not-on-record'],
    ['/events/3?basis=2', 404, 'ledger.not-on-record'],
    ['/events/-1', 400, 'request.bad-index'],
    ['/figures/kent/victim-based-crime/lately', 422, 'figures.bad-period'],
    [`${FIGURE}?breakdown=%3D`, 422, 'figures.bad-breakdown'],
    [`${FIGURE}?asOf=2024-06-04`, 422, 'position.future-date'],
    [`${FIGURE}?asOf=2022-02-30`, 422, 'position.bad-date'],
    [`${FIGURE}?basis=5`, 422, 'position.beyond-ledger'],
    [`${FIGURE}?basis=-1`, 422, 'position.bad-basis'],
    [`${FIGURE}?basisAt=2024-06-04`, 422, 'position.future-date'],
    [`${FIGURE}?as-of=2022-09-13`, 400, 'request.unknown-parameter'],
    [`${FIGURE}?asOf=2022-09-13&asOf=2022-09-14`, 400, 'request.repeated-parameter'],
    ['/figures', 400, 'request.parameter-missing'],
    ['/figures?area=', 400, 'request.parameter-missing'],
    ['/figures?area=kent%00', 422, 'request.bad-text'],
    ['/papers/a%00', 422, 'request.bad-text'],
    ['/figures?area=kent&limit=0', 400, 'request.bad-limit'],
    ['/figures?area=kent&limit=1001', 400, 'request.bad-limit'],
    ['/figures?area=kent&limit=ten', 400, 'request.bad-limit'],
    ['/figures?area=kent&after=!', 400, 'request.bad-cursor'],
    ['/figures?area=kent&after=Zg==', 400, 'request.bad-cursor'],
    ['/events?after=eA', 400, 'request.bad-cursor'],
    ['/areas?limit=3', 400, 'request.unknown-parameter'],
    ['/status?asOf=2022-09-13', 400, 'request.unknown-parameter'],
    ['/nothing-here', 404, 'request.no-such-address'],
    ['/papers/', 404, 'request.no-such-address'],
    ['/figures/?area=kent', 404, 'request.no-such-address'],
    ['/papers/%FF', 400, 'request.bad-address'],
  ])('%s is %i %s', async (path, status, code) => {
    expect((await harness.get(path)).json).toMatchObject({ status, code });
  });

  it('an address that does not take the method says which it takes', async () => {
    const sent = await harness.request('DELETE', `/api/v1/papers/${paper.id}`, { as: 'force' });
    expect(sent.json).toMatchObject({ status: 405, code: 'request.wrong-method' });
    expect(sent.headers.allow).toBe('GET, HEAD');
    const get = await harness.get('/commands/submit-return');
    expect([get.status, get.headers.allow]).toEqual([405, 'POST']);
  });

  it('what lies outside /api/v1 but under /api is a problem too', async () => {
    for (const path of ['/api', '/api/', '/api/v2/areas', '/api/%FF']) {
      const { status, json } = await harness.request('GET', path);
      expect([status, json.type]).toEqual([status, expect.stringContaining('urn:daybook:refusal:request.')]);
      expect(status).toBe(path.endsWith('%FF') ? 400 : 404);
    }
  });

  it('HEAD has the headers of GET and no body', async () => {
    const [get, head] = [await harness.get(FIGURE), await harness.request('HEAD', `/api/v1${FIGURE}`)];
    expect(head.text).toBe('');
    expect([head.status, head.headers.etag, head.headers['content-length']]).toEqual([
      200,
      get.headers.etag,
      get.headers['content-length'],
    ]);
  });
});

describe('events', () => {
  it('are the records in their order, with the very text that was hashed', async () => {
    const { json } = await harness.get('/events?limit=2');
    expect(json).toMatchObject({ basis: 4, items: [{ index: 0 }, { index: 1 }] });
    const rest = (await harness.get(`/events?after=${json.next}`)).json;
    expect(rest.items?.map(({ index }) => index)).toEqual([2, 3]);
    expect(rest.next).toBeNull();
    const one = (await harness.get('/events/2')).json.item;
    expect(JSON.parse(String(one?.canonical))).toEqual(one?.record);
  });

  it.each([
    ['type=figures.figure-reported', [3]],
    ['stream=figures-kent', [1, 2, 3]],
    [`about=paper:${paper.id}`, [0, 2, 3]],
    ['by=kent-police', [0, 1, 2, 3]],
    ['by=kent-pcc', []],
    ['date=2022-09-13', []],
    ['date=2022-09-14&type=figures.measure-defined', [1]],
    ['basis=2', [0, 1]],
  ])('can be asked for by %s', async (filter, indexes) => {
    const { json } = await harness.get(`/events?${filter}`);
    expect(json.items?.map(({ index }) => index)).toEqual(indexes);
  });
});
