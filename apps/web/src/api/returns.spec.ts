import { randomUUID } from 'node:crypto';
import { Harness } from '../testing/harness';
import { line, measure, paper, recordSample, returnOf } from '../testing/sample';

const LATER = 'kent-performance-2022-12-01';
const CALENDAR = {
  ...{ area: 'kent', measure: measure.id, frequency: 'month', daysAfter: 45, from: '2022-07' },
  effectiveOn: '2022-09-14',
};

let harness: Harness;
let beforeLater: number;

/** The sample, then a later paper that gives another value for July, without a reason, and one for August. */
beforeAll(async () => {
  harness = await Harness.start({ at: '2022-12-20T10:00:00.000Z' });
  beforeLater = (await recordSample(harness)).ledgerSize;
  await harness.record('record-paper', { ...paper, id: LATER, dated: '2022-12-01' });
  const changed = { ...line, value: '12501', kind: 'unexplained', place: 'table 4' };
  await harness.record(
    'submit-return',
    {
      ...returnOf(changed, { ...line, period: '2022-08', value: '11902' }),
      paper: LATER,
      effectiveOn: '2022-12-01',
    },
    { as: 'office' },
  );
  await harness.record('expect-returns', CALENDAR);
});
afterAll(() => harness.close());

describe('returns', () => {
  it('are listed with what became of their figures', async () => {
    const { json } = await harness.get('/returns?area=kent');
    expect(json.items).toMatchObject([
      {
        index: 5,
        paper: LATER,
        lines: 2,
        for: 'kent-police',
        by: { body: 'kent-pcc' },
        became: { stands: 2 },
      },
      { index: 2, paper: paper.id, lines: 1, for: null, became: { figures: 1, stands: 0, unexplained: 1 } },
    ]);
    const { text } = await harness.get('/returns.csv?area=kent&body=kent-police&limit=1');
    expect(text).toMatch(/^area,id,index,paper,lines,.*became\.stands,.*\r\nkent,/);
  });

  it('follow one another page by page, at one position', async () => {
    const first = await harness.get('/returns?area=kent&limit=1');
    const { json } = await harness.get(`/returns?area=kent&limit=1&after=${first.json.next}`);
    expect([first.json.items?.[0]?.index, json.items?.[0]?.index, json.next]).toEqual([5, 2, null]);
  });

  it('name the file that one came in, by the command that sent it', async () => {
    const own = await Harness.start();
    try {
      await recordSample(own);
      const file = { name: 'august.csv', sha256: 'ab'.repeat(32) };
      const sent = { ...returnOf({ ...line, period: '2022-08', value: '11902' }), file };
      const receipt = await own.record('submit-return', sent);
      const again = await own.get(`/receipts/${receipt.commandId.toUpperCase()}`);
      expect(again.json).toEqual(receipt);
      const found = await own.get(`/returns/${receipt.indexes[0]}/file`);
      expect(found.json).toEqual({
        ...{ index: receipt.indexes[0], area: 'kent', paper: paper.id, for: null, ...file },
        ...{ effectiveOn: returnOf().effectiveOn, precision: 'day' },
      });
      for (const unknown of ['/returns/2/file', '/returns/3/file', `/receipts/${randomUUID()}`])
        expect(await own.get(unknown)).toMatchObject({
          status: 404,
          json: { code: 'ledger.not-on-record' },
        });
    } finally {
      await own.close();
    }
  });

  it('show one with its figures, and those as a list', async () => {
    const { json } = await harness.get('/returns/2');
    expect(json.item).toMatchObject({
      figures: [{ value: '12487', became: 'unexplained', changedBy: { value: '12501', paper: LATER } }],
    });
    const { json: figures } = await harness.get('/returns/5/figures?limit=1');
    expect(figures.items).toMatchObject([{ value: '12501', kind: 'unexplained', became: 'stands' }]);
    const { json: rest } = await harness.get(`/returns/5/figures?after=${figures.next}`);
    expect(rest.items).toMatchObject([{ period: '2022-08' }]);
  });

  it.each([
    ['/returns/3', 404, 'ledger.not-on-record'],
    ['/returns/5?basis=4', 404, 'ledger.not-on-record'],
    ['/returns/first', 400, 'request.bad-index'],
    ['/returns', 400, 'request.parameter-missing'],
    ['/expected?area=kent&state=lost', 400, 'request.bad-state'],
  ])('%s is refused', async (path, status, code) => {
    const sent = await harness.get(path);
    expect([sent.status, sent.json.code]).toEqual([status, code]);
  });
});

describe('a paper', () => {
  it('says what it put on record, and whether that still stands, at each position', async () => {
    const became = async (more = '') => {
      const { json } = await harness.get(`/papers/${paper.id}${more}`);
      return (json.item as { totals: object; figures: { became: string }[] }).figures.map((f) => f.became);
    };
    expect(await became()).toEqual(['unexplained']);
    expect(await became('?asOf=2022-11-30')).toEqual(['stands']);
    expect(await became(`?basis=${beforeLater}`)).toEqual(['stands']);
    const { json } = await harness.get(`/papers/${paper.id}`);
    expect(json.item).toMatchObject({
      ...{ id: paper.id, issuedBy: 'kent-police' },
      totals: { figures: 1, stands: 0, unexplained: 1 },
    });
    const strange = await harness.get(`/papers/${LATER}/figures?after=cnViYmlzaA`);
    expect([strange.status, strange.json.code]).toEqual([400, 'request.bad-cursor']);
    const { text } = await harness.get(`/papers/${LATER}/figures.csv`);
    expect(text.trim().split('\r\n')).toHaveLength(3);
  });
});

describe('unexplained changes', () => {
  it('are listed until somebody explains them', async () => {
    const { json } = await harness.get('/unexplained?area=kent');
    expect(json.items).toMatchObject([
      { from: { value: '12487' }, to: { value: '12501' }, difference: '14', days: 19, paperGivesNone: true },
    ]);
    const of = json.items?.[0]?.id;
    await harness.record('explain-change', {
      ...{ area: 'kent', of, as: 'revised', reason: 'Late files.', effectiveOn: '2022-12-20' },
    });
    expect((await harness.get('/unexplained?area=kent')).json.items).toEqual([]);
    expect((await harness.get('/unexplained?area=kent&asOf=2022-12-19')).json.items).toHaveLength(1);
    expect((await harness.get('/unexplained?area=kent&measure=none&asOf=2022-12-19')).json.items).toEqual([]);
  });
});

describe('what is expected', () => {
  it('has come, has come late, has not come or is due', async () => {
    const states = async (more = ''): Promise<unknown[]> => {
      const { json } = await harness.get(`/expected?area=kent${more}`);
      return (json.items ?? []).map(({ period, state, days }) => [period, state, days]);
    };
    expect(await states()).toEqual([
      ['2022-07', 'received', 0],
      ['2022-08', 'received-late', 47],
      ['2022-09', 'overdue', 36],
      ['2022-10', 'overdue', 5],
      ['2022-11', 'due', 0],
    ]);
    expect(await states('&asOf=2022-11-30&state=overdue')).toEqual([
      ['2022-08', 'overdue', 46],
      ['2022-09', 'overdue', 16],
    ]);
    expect(await states('&asOf=2022-09-13')).toEqual([]);
  });

  it.each([
    ['inspector', 'identity.not-allowed', 403],
    ['panel', 'identity.not-allowed', 403],
    ['stranger', 'identity.other-area', 403],
  ] as const)('is not set by the %s', async (as, code, status) => {
    const sent = await harness.command('expect-returns', { ...CALENDAR, daysAfter: 1 }, { as });
    expect([sent.status, sent.json.code]).toEqual([status, code]);
  });

  it('is set once', async () => {
    const sent = await harness.command('expect-returns', CALENDAR, { as: 'office' });
    expect([sent.status, sent.json.code]).toEqual([409, 'figures.calendar-unchanged']);
    const bad = await harness.command('expect-returns', { ...CALENDAR, from: '2022-Q3' });
    expect([bad.status, bad.json.code]).toEqual([422, 'figures.not-of-frequency']);
  });
});
