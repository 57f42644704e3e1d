import { TRACKER_FILE, readTracker } from '@daybook/inspections';
import { isRefusal } from '@daybook/ledger';
import { linesToSend } from '@daybook/sheets';
import { randomUUID } from 'node:crypto';
import { AFI, SECOND, recordFindings } from '../testing/findings';
import { Harness, type As, type Sent } from '../testing/harness';

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start({ at: '2023-03-15T09:00:00.000Z' });
  await recordFindings(harness);
});
afterAll(() => harness.close());

const tracker = (...lines: readonly unknown[]) => ({ area: 'kent', effectiveOn: '2023-02-01', lines });
const check = (payload: object, as: As = 'force'): Promise<Sent> =>
  harness.request('POST', '/api/v1/checks/import-tracker', {
    ...{ as, payload, headers: { 'content-type': 'application/json' } },
  });
const size = (): Promise<number> => harness.daybook.store.size();

const good = [
  { finding: AFI, anticipated: '2022-12', claim: 'yes' },
  { finding: SECOND, anticipated: 'May 2023', reason: 'More to do.', progress: 'Half of it is done.' },
];

describe('/checks/import-tracker', () => {
  it('says of every line what would come of it, and writes nothing', async () => {
    const before = await size();
    const bad = [{ finding: AFI, claim: 'perhaps' }, { finding: 'afi-99', progress: 'Some.' }, 'afi-01'];
    const { status, json } = await check(tracker(...good, ...bad));
    expect(status).toBe(200);
    expect(json).toMatchObject({
      ...{ recordable: false, paper: null, problems: [] },
      totals: { lines: 5, recorded: 1, unchanged: 1, refused: 3, 'date-moved': 1, progress: 1, claim: 0 },
      lines: [
        { number: 1, title: 'Recording of crime', outcome: 'unchanged', from: '2022-12', to: '2022-12' },
        { number: 2, addressee: 'kent-police', acts: ['date-moved', 'progress'], from: '2022-11', days: 182 },
        { outcome: 'refused', problems: [{ pointer: '/lines/2/claim', code: 'request.is-in' }] },
        { problems: [{ pointer: '/lines/3/finding', code: 'inspections.unknown-finding' }] },
        { problems: [{ pointer: '/lines/4', code: 'request.is-object' }] },
      ],
    });
    expect(await size()).toBe(before);
  });

  it.each<[who: As, status: number, code: string]>([
    ['public', 401, 'identity.not-allowed'],
    ['inspector', 403, 'identity.not-allowed'],
    ['stranger', 403, 'identity.other-area'],
  ])('is nothing for %j', async (as, status, code) => {
    expect(await check(tracker(...good), as)).toMatchObject({ status, json: { code } });
  });
});

describe('import-tracker', () => {
  it('records all of it once, however often it is sent under one id', async () => {
    const before = await size();
    const id = randomUUID();
    const { status, json } = await harness.command('import-tracker', tracker(...good), { id });
    expect([status, json.indexes]).toEqual([201, [before, before + 1, before + 2]]);
    expect((await harness.command('import-tracker', tracker(...good), { id })).json).toEqual(json);
    expect(await size()).toBe(before + 3);
    const { json: second } = await harness.get(`/findings/${SECOND}`);
    expect(second.item).toMatchObject({ anticipated: '2023-05', moves: 1 });
  });

  it('records nothing where one line is refused', async () => {
    const before = await size();
    const { status, json } = await harness.command('import-tracker', tracker(...good, { finding: 'afi-99' }));
    expect([status, json.code]).toEqual([422, 'inspections.unknown-finding']);
    expect(await size()).toBe(before);
  });

  it('of the list as Daybook gives it, filled in with nothing, changes nothing', async () => {
    const list = await harness.get('/findings.csv?area=kent');
    const columns = list.text.split('\r\n')[0]?.split(',') ?? [];
    const { read, passed } = TRACKER_FILE;
    expect(columns.filter((column) => !([...read, ...passed] as string[]).includes(column))).toEqual([]);
    const found = readTracker(Buffer.from(list.text));
    if (isRefusal(found)) throw new Error(found.message);
    const { json } = await check(tracker(...linesToSend(found)));
    expect(json).toMatchObject({ recordable: true, totals: { lines: 4, unchanged: 4, recorded: 0 } });
    const receipt = await harness.record('import-tracker', tracker(...linesToSend(found)));
    expect(receipt.indexes).toHaveLength(1);
    expect((await harness.get('/findings.csv?area=kent')).text).toBe(list.text);
  });
});
