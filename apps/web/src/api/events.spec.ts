import { Harness, type As } from '../testing/harness';
import { line, measure, paper, recordSample, returnOf } from '../testing/sample';

let harness: Harness;
/** 0 paper, 1 measure, 2 return, 3 figure, 4 paper of the office, 5 and 6 restricted, 7 and 8 a correction's. */
beforeAll(async () => {
  harness = await Harness.start();
  await recordSample(harness);
  await harness.record(
    'record-paper',
    { ...paper, id: 'office-paper', issuedBy: 'kent-pcc' },
    { as: 'office' },
  );
  await harness.record('submit-return', {
    ...returnOf({ ...line, period: '2022-06' }),
    access: 'restricted',
  });
  await harness.record('submit-return', returnOf({ ...line, period: '2022-05' }));
});
afterAll(() => harness.close());

async function found(query: string, as: As = 'public'): Promise<unknown[] | undefined> {
  return (await harness.get(`/events?${query}`, as)).json.items?.map(({ index }) => index);
}

it.each<[string, number[], As?]>([
  ['paper=office-paper', [4]],
  [`paper=${paper.id}`, [0, 2, 3, 7, 8]],
  [`paper=${paper.id}`, [0, 2, 3, 5, 6, 7, 8], 'force'],
  [`paper=${paper.id}`, [0, 2, 3, 7, 8], 'stranger'],
  ['role=office', [4]],
  ['role=force&type=figures.figure-reported', [3, 8]],
  ['role=force&type=figures.figure-reported', [3, 6, 8], 'inspector'],
  [`about=measure:kent/${measure.id}&stream=figures-kent&by=kent-police&date=2022-09-14`, [1, 3, 8]],
  ['role=office&by=kent-police', []],
  ['type=figures.figure-reported&order=newest', [8, 3]],
  ['type=figures.figure-reported&order=newest&basis=7', [6, 3], 'office'],
  ['type=figures.figure-reported&basis=7', [3]],
  ['order=newest&limit=3', [8, 7, 6]],
])('%s are %j', async (query, indexes, as = 'public') => {
  expect(await found(query, as)).toEqual(indexes);
});

it.each<[string, As]>([
  ['', 'public'],
  ['type=figures.figure-reported', 'public'],
  ['type=figures.figure-reported', 'force'],
  ['by=force', 'public'],
])('pages of "%s" for %s fit together both ways, whatever is recorded meanwhile', async (filter, as) => {
  const all = (await found(filter, as)) ?? [];
  const { basis } = (await harness.get('/events')).json;
  for (const order of ['oldest', 'newest']) {
    const pages: unknown[] = [];
    let next: string | null | undefined;
    do {
      const after = next ? `&after=${next}` : '';
      const { json } = await harness.get(
        `/events?${filter}&order=${order}&basis=${basis}&limit=1${after}`,
        as,
      );
      expect(json.items).toHaveLength(1);
      pages.push(json.items?.[0]?.index);
      next = json.next;
    } while (next);
    expect(pages).toEqual(order === 'newest' ? [...all].reverse() : all);
  }
});

it('a page that shows all there is for this reader has no next, whatever is hidden after it', async () => {
  const { json } = await harness.get('/events?type=figures.figure-reported&basis=7&limit=1');
  expect([json.items?.length, json.next]).toEqual([1, null]);
});

it('an order that is none is refused', async () => {
  expect((await harness.get('/events?order=upwards')).json).toMatchObject({
    status: 400,
    code: 'request.bad-order',
  });
});

describe('neighbours', () => {
  const beside = async (index: number, as: As = 'public', query = ''): Promise<unknown> =>
    (await harness.get(`/events/${index}/neighbours${query}`, as)).json.item;

  it('stand in the ledger, in the stream and in the commit', async () => {
    expect(await beside(2)).toEqual({
      index: 2,
      inLedger: { previous: 1, next: 3 },
      inStream: { previous: 1, next: 3 },
      commit: { first: 2, last: 3 },
    });
  });

  it('in the stream are those that the reader may read; of a closed record nothing is told', async () => {
    expect(await beside(3)).toMatchObject({ inStream: { previous: 2, next: 7 } });
    expect(await beside(3, 'force')).toMatchObject({ inStream: { previous: 2, next: 5 } });
    expect(await beside(5)).toEqual({
      index: 5,
      inLedger: { previous: 4, next: 6 },
      inStream: { previous: null, next: null },
      commit: null,
    });
  });

  it('end where the basis does', async () => {
    expect(await beside(3, 'public', '?basis=4')).toMatchObject({
      inLedger: { next: null },
      inStream: { next: null },
    });
    expect((await harness.get('/events/4/neighbours?basis=4')).json).toMatchObject({
      code: 'ledger.not-on-record',
    });
  });
});
