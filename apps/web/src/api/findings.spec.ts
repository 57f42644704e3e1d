import { Harness, type Sent } from '../testing/harness';
import { AFI, recordFindings } from '../testing/findings';

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start({ at: '2023-03-15T09:00:00.000Z' });
  await recordFindings(harness);
});
afterAll(() => harness.close());

const named = ({ json }: Sent): unknown[] =>
  (json.items ?? []).map(({ finding, addressee }) => `${String(finding)} ${String(addressee)}`);

describe('/findings', () => {
  it('is the tracker: what stands of each finding with each addressee, with what its date was first', async () => {
    const { json } = await harness.get('/findings?inspection=kent-peel-2021-22&status=claimed&kind=afi');
    expect(json.items).toMatchObject([
      {
        ...{
          finding: AFI,
          addressee: 'kent-police',
          status: 'claimed',
          moves: 1,
          slipDays: 31,
          agreed: false,
        },
        ...{ anticipated: '2022-12', originalAnticipated: '2022-11', latest: '2022-12-31' },
        ...{ claimedOn: '2022-11-30', gapDays: 105, overdueDays: null, group: 'recording' },
      },
    ]);
  });

  it('lists one item for each addressee, and pages', async () => {
    const all = await harness.get('/findings?area=kent');
    expect(named(all)).toEqual([
      `${AFI} kent-police`,
      'kent-peel-2021-22-afi-02 kent-police',
      'national-rec-01 home-office',
      'national-rec-01 kent-chief-constable',
    ]);
    const first = await harness.get('/findings?area=kent&sort=-gap&limit=1');
    expect(named(first)).toEqual([`${AFI} kent-police`]);
    const rest = await harness.get(`/findings?area=kent&sort=-gap&after=${first.json.next}`);
    expect(named(rest)).toEqual([2, 1, 3].map((i) => named(all)[i]).sort());
    expect(named(await harness.get('/findings?addressee=home-office'))).toEqual([named(all)[2]]);
  });

  it('is as at any date and basis', async () => {
    const { json } = await harness.get(`/findings?area=kent&overdue=yes&asOf=2022-12-01`);
    expect(json.items).toMatchObject([{ finding: 'kent-peel-2021-22-afi-02', overdueDays: 1 }]);
    expect(named(await harness.get('/findings?area=kent&asOf=2022-04-27'))).toEqual([]);
    expect(named(await harness.get('/findings?area=kent&basis=0'))).toEqual([]);
  });

  it('as a file begins with what a tracker is read by', async () => {
    const { text } = await harness.get('/findings.csv?area=kent');
    const [head, line] = text.split('\r\n');
    expect(head).toMatch(/^finding,addressee,anticipated,earliest,latest,id,area,/);
    expect(line).toMatch(`${AFI},kent-police,2022-12,2022-12-01,2022-12-31,${AFI},kent,`);
    const cover = await harness.get('/findings.csv-metadata.json?area=kent');
    expect(cover.json.notes).toMatchObject([{ rows: 4 }]);
  });

  it.each([
    ['status=lost', 'inspections.unknown-status'],
    ['sort=age', 'inspections.unknown-sort'],
    ['gapOver=long', 'inspections.bad-number'],
    ['gapOver=long&kind=wish', 'inspections.bad-filter'],
  ])('is refused for ?%s', async (asked, code) => {
    const { status, json } = await harness.get(`/findings?area=kent&${asked}`);
    expect([status, json.code]).toEqual([422, code]);
  });
});

describe('/findings/{id}', () => {
  it('is one finding in full, as at any date', async () => {
    const { json } = await harness.get(`/findings/${AFI}`);
    expect(json.item).toMatchObject({
      ...{ area: 'kent', id: AFI, status: 'claimed', anticipated: '2022-12', originalAnticipated: '2022-11' },
      ...{ moves: 1, slipDays: 31, claimedOn: '2022-11-30', assuredOn: null, closedOn: null },
      ...{ inspectionTitle: 'How well the force does', group: { id: 'recording' } },
    });
    const before = await harness.get(`/findings/${AFI}?asOf=2022-11-29&area=kent`);
    expect(before.json.item).toMatchObject({ status: 'open', claimedOn: null });
  });

  it('has a history with what was said', async () => {
    const { json } = await harness.get(`/findings/${AFI}/history`);
    expect(json.items).toMatchObject([
      { type: 'inspections.finding-raised' },
      { type: 'inspections.findings-grouped', group: 'recording' },
      { type: 'inspections.completion-anticipated', to: '2022-11' },
      { type: 'inspections.completion-moved', from: '2022-11', to: '2022-12' },
      { type: 'inspections.discharge-claimed', texts: [{ name: 'evidence', text: 'Audited twice.' }] },
    ]);
    expect((await harness.get(`/findings/${AFI}/history.csv`)).text).toContain('Audited twice.');
  });

  it('with several addressees says what stands in each of them', async () => {
    const { json } = await harness.get('/findings/national-rec-01');
    expect(json.item).not.toHaveProperty('status');
    expect(json.item?.addressees).toMatchObject([
      { addressee: 'kent-chief-constable', status: 'open' },
      { addressee: 'home-office', status: 'open' },
    ]);
  });

  it('is not found where it is not on record', async () => {
    const { status, json } = await harness.get(`/findings/${AFI}?asOf=2022-04-27`);
    expect([status, json.code]).toEqual([404, 'inspections.finding-not-on-record']);
  });
});

it('/finding-counts are a line for each day that changed them', async () => {
  const { json } = await harness.get('/finding-counts?area=kent&kind=afi');
  expect(json.items).toMatchObject([
    { on: '2022-04-28', open: 2, claimed: 0, total: 2 },
    { on: '2022-11-30', open: 1, claimed: 1, total: 2 },
  ]);
  const refused = await harness.get('/finding-counts?area=kent&kind=wish');
  expect(refused.json.code).toBe('inspections.unknown-kind');
});
