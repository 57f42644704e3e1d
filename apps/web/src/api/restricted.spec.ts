import type { Receipt } from '@daybook/ledger';
import { Harness, type As } from '../testing/harness';
import { line, measure, paper, recordSample, returnOf } from '../testing/sample';

/*
 * A restricted paper, measure and figures, asked for by everyone at every door. Each carries words that
 * stand nowhere else, so that a leak through any list, count, download or refusal shows.
 */
const SECRETS = [
  'secret-paper',
  'Secret title',
  'secret-measure',
  'Secret measure',
  '77123',
  'Secret reason',
  '2022-05',
];
const insiders: As[] = ['force', 'office', 'inspector'];
const outsiders: As[] = ['public', 'panel', 'stranger'];

let harness: Harness;
let publicSize: number;
let secretReturn: Receipt;

beforeAll(async () => {
  harness = await Harness.start();
  publicSize = (await recordSample(harness)).ledgerSize;
  const access = 'restricted';
  await harness.record('record-paper', { ...paper, id: 'secret-paper', title: 'Secret title', access });
  await harness.record('define-measure', {
    ...measure,
    id: 'secret-measure',
    title: 'Secret measure',
    access,
  });
  const secret = { ...line, place: 'annex', value: '77123', reason: 'Secret reason' };
  secretReturn = await harness.record('submit-return', {
    ...returnOf({ ...secret, measure: 'secret-measure' }, { ...secret, period: '2022-05' }),
    paper: 'secret-paper',
    file: { name: 'Secret title.csv', sha256: '77123'.padEnd(64, '0') },
    access,
  });
  // The public figure of July, corrected behind closed doors: outsiders go on seeing what is public.
  const of = (await harness.get('/figures/kent/victim-based-crime/2022-07')).json.item?.id;
  await harness.record('correct-figure', {
    area: 'kent',
    effectiveOn: '2022-10-01',
    measure: measure.id,
    period: '2022-07',
    of,
    value: '77123',
    severity: 'minor',
    reason: 'Secret reason',
    access,
  });
});
afterAll(() => harness.close());

it('the receipt of a closed return, and its file, are there for insiders alone', async () => {
  const addresses = [`/receipts/${secretReturn.commandId}`, `/returns/${secretReturn.indexes[0]}/file`];
  for (const address of addresses) {
    for (const as of insiders) expect((await harness.get(address, as)).status).toBe(200);
    for (const as of outsiders)
      expect(await harness.get(address, as)).toMatchObject({
        status: 404,
        json: { code: 'ledger.not-on-record' },
      });
  }
});

const lists = [
  '/areas',
  '/measures',
  '/measures?area=kent',
  '/figures?area=kent',
  '/figures?area=kent&measure=victim-based-crime',
  '/figures?area=kent&measure=secret-measure',
  '/figures?area=kent&sort=-value',
  '/figures?area=kent&sort=effective&changedSince=2022-09-30',
  '/figures?area=kent&kind=corrected',
  '/measures/kent/victim-based-crime/triangle',
  '/measures/kent/victim-based-crime/triangle.csv',
  '/figures/kent/victim-based-crime/2022-07',
  '/figures/kent/victim-based-crime/2022-07/history',
  '/changes?area=kent&from=1900-01-01',
  '/changes?area=kent&fromBasis=0',
  '/replay?area=kent',
  '/replay?area=kent&measure=victim-based-crime&order=recorded',
  '/papers',
  '/papers?area=kent',
  '/papers/kent-performance-2022-09-14',
  '/papers/kent-performance-2022-09-14/figures',
  '/returns?area=kent',
  '/returns?area=kent&paper=secret-paper',
  '/expected?area=kent',
  '/unexplained?area=kent',
  '/events',
  '/events?type=figures.figure-corrected',
  '/events?stream=paper-secret-paper',
  '/events?about=paper:secret-paper',
  '/events?by=kent-police',
  '/events?date=2022-10-01',
  '/status',
];
const csv = [
  '/areas',
  '/measures',
  '/figures',
  '/papers',
  '/events',
  '/returns',
  '/expected',
  '/unexplained',
].flatMap((path) =>
  ['.csv', '.csv-metadata.json'].map(
    (end) => `${path}${end}?${/^.(figures|returns|expected|unexplained)$/.test(path) ? 'area=kent' : ''}`,
  ),
);

describe.each(outsiders)('%s', (as) => {
  it.each([...lists, ...csv, '/figures/kent/victim-based-crime/2022-07/history.csv'])(
    'learns nothing at %s',
    async (path) => {
      const { status, text } = await harness.get(path, as);
      expect(status).toBe(200);
      const told = path
        .replace('about=paper:secret-paper', '')
        .replace('stream=paper-secret-paper', '')
        .replace('paper=secret-paper', '');
      for (const secret of SECRETS.filter((word) => !told.includes(word))) expect(text).not.toContain(secret);
    },
  );

  it.each([
    ['/papers/secret-paper', '/papers/no-such-paper'],
    ['/papers/secret-paper/figures', '/papers/no-such-paper/figures'],
    ['/measures/kent/secret-measure', '/measures/kent/no-such-measure'],
    ['/measures/kent/secret-measure/triangle', '/measures/kent/no-such-measure/triangle'],
    ['/figures/kent/secret-measure/2022-07', '/figures/kent/no-such-measure/2022-07'],
    ['/figures/kent/victim-based-crime/2022-05', '/figures/kent/victim-based-crime/2022-04'],
    ['/figures/kent/victim-based-crime/2022-05/history', '/figures/kent/victim-based-crime/2022-04/history'],
  ])('%s is refused as if it did not exist', async (path, absent) => {
    const [hidden, nothing] = [await harness.get(path, as), await harness.get(absent, as)];
    expect([hidden.status, hidden.text]).toEqual([404, nothing.text]);
  });

  it('sees of a restricted record that it stands there, and its hash', async () => {
    const { json } = await harness.get(`/events/${publicSize}`, as);
    expect(json.item).toEqual({
      index: publicSize,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      restricted: true,
    });
    expect((await harness.get('/events', as)).json.items).toHaveLength(publicSize + 6);
    expect((await harness.get('/events?type=figures.figure-corrected', as)).json.items).toEqual([]);
  });

  it('goes on seeing the public figure', async () => {
    const { json } = await harness.get('/figures/kent/victim-based-crime/2022-07', as);
    expect(json.item).toMatchObject({ value: '12487', kind: 'first-release', confirmedBy: [] });
    expect((await harness.get('/figures?area=kent', as)).json.items).toHaveLength(1);
  });

  it('is not answered from what an insider has in the cache', async () => {
    const inside = await harness.get('/papers?area=kent', 'force');
    const etag = inside.headers.etag ?? '';
    expect((await harness.get('/papers?area=kent', as, { 'if-none-match': etag })).status).toBe(200);
  });
});

describe.each(insiders)('%s', (as) => {
  it.each([
    ['/papers/secret-paper', 'Secret title'],
    ['/papers/secret-paper', '77123'],
    ['/papers/kent-performance-2022-09-14', 'corrected'],
    ['/returns?area=kent', 'secret-paper'],
    ['/papers?area=kent', 'Secret title'],
    ['/papers.csv?area=kent', 'Secret title'],
    ['/measures/kent/secret-measure', 'Secret measure'],
    ['/measures?area=kent', 'Secret measure'],
    ['/figures?area=kent', '2022-05'],
    ['/figures.csv?area=kent', '77123'],
    ['/figures/kent/secret-measure/2022-07', '77123'],
    ['/figures/kent/victim-based-crime/2022-07/history', 'Secret reason'],
    ['/events?about=paper:secret-paper', 'secret-paper'],
  ])('reads %s', async (path, words) => {
    const { status, text } = await harness.get(path, as);
    expect([status, text]).toEqual([200, expect.stringContaining(words)]);
  });
});
