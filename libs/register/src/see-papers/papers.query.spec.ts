import {
  EmbeddedStore,
  Ledger,
  SqliteDrafts,
  SqliteKeyStore,
  isReceipt,
  isRefusal,
  type Receipt,
} from '@daybook/ledger';
import { commandId, entry, recorded } from '@daybook/ledger/testing';
import { Projector, openRows, type Audience, type Rows } from '@daybook/read-model';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Papers } from '../papers';
import { RecordPaper, RecordPaperHandler, type RecordPaperBody } from '../record-paper/record-paper.command';
import { PaperHandler, PaperQuery, PapersHandler, PapersQuery } from './papers.query';
import { papersView } from './papers.view';

const by = { person: 'person-1', role: 'office', body: 'kent-pcc' };
const paper: RecordPaperBody = {
  id: 'kent-a',
  area: 'kent',
  title: 'A',
  issuedBy: 'kent-police',
  dated: '2022-09-14',
};

let folder: string;
let store: EmbeddedStore;
let keys: SqliteKeyStore;
let drafts: SqliteDrafts;
let ledger: Ledger;
let projector: Projector;
let rows: Rows;
let sent = 0;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'daybook-papers-'));
  store = new EmbeddedStore(':memory:');
  keys = new SqliteKeyStore(':memory:');
  drafts = new SqliteDrafts(':memory:');
  ledger = new Ledger(store, keys, { now: () => new Date('2026-01-15T12:00:00Z') }, drafts);
  projector = new Projector(store, path.join(folder, 'views.db'), [papersView]);
  rows = openRows(path.join(folder, 'views.db'));
});
afterEach(async () => {
  rows.close();
  projector.close();
  await store.close();
  await keys.close();
  await drafts.close();
  rmSync(folder, { recursive: true });
});

async function record(parts: Partial<RecordPaperBody> = {}): Promise<Receipt> {
  const command = new RecordPaper({ ...paper, ...parts }, commandId(`paper ${sent++}`), by);
  const answer = await new RecordPaperHandler(ledger).execute(command);
  if (isRefusal(answer) || !isReceipt(answer)) throw new Error('Not recorded.');
  await projector.catchUp();
  return answer;
}

const find = (id: string, audience: Audience, at: { asOf?: string; basis?: number } = {}) => {
  const position = { asOf: at.asOf ?? '2026-01-15', basis: at.basis ?? sent };
  return new PaperHandler(rows).execute(new PaperQuery(id, position, () => audience));
};

describe('papers, read', () => {
  beforeEach(() => (sent = 0));

  it('1. are found by id, from the day they are effective and the size at which they were recorded', async () => {
    await record();
    const { indexes } = await record({ id: 'kent-b', published: '2022-10-01' });
    expect(await find('kent-b', 'outside')).toEqual({
      ...{ id: 'kent-b', area: 'kent', title: 'A', issuedBy: 'kent-police', dated: '2022-09-14' },
      ...{ published: '2022-10-01', considered: null, url: null, sha256: null },
      ...{
        index: indexes[0],
        effectiveOn: '2022-10-01',
        precision: 'day',
        recordedAt: '2026-01-15T12:00:00.000Z',
        by,
      },
    });
    expect(await find('kent-b', 'outside', { asOf: '2022-09-30' })).toBeUndefined();
    expect(await find('kent-b', 'outside', { basis: 1 })).toBeUndefined();
    expect(await find('__proto__', 'outside')).toBeUndefined();
  });

  it('2. say where only the month is known, and are found from its last day on', async () => {
    await record({ dated: null, effectiveOn: '2016-02' });
    const month = { dated: null, effectiveOn: '2016-02-29', precision: 'month' };
    expect(await find('kent-a', 'outside', { asOf: '2016-02-29' })).toMatchObject(month);
    expect(await find('kent-a', 'outside', { asOf: '2016-02-28' })).toBeUndefined();
  });

  it('5. are hidden from those outside where they are restricted', async () => {
    await record();
    await record({ id: 'kent-b', access: 'restricted' });
    expect(await find('kent-b', 'outside')).toBeUndefined();
    expect(await find('kent-b', 'inside')).toMatchObject({ id: 'kent-b' });
    const list = async (audience: Audience) =>
      (
        await new PapersHandler(rows).execute(
          new PapersQuery({ area: 'kent' }, { asOf: '2026-01-15', basis: 2 }, audience),
        )
      ).items;
    expect((await list('outside')).map((item) => item.id)).toEqual(['kent-a']);
    expect((await list('inside')).map((item) => item.id)).toEqual(['kent-a', 'kent-b']);
  });

  it('are listed by area, a page at a time', async () => {
    for (const parts of [{}, { id: 'kent-b' }, { id: 'surrey-a', area: 'surrey' }]) await record(parts);
    const position = { asOf: '2026-01-15', basis: 3 };
    const list = (filter: { area?: string }, page = {}) =>
      new PapersHandler(rows).execute(new PapersQuery(filter, position, 'outside', page));
    expect((await list({ area: 'surrey' })).items.map((item) => item.id)).toEqual(['surrey-a']);
    const page = await list({}, { limit: 2 });
    expect(page.items.map((item) => item.id)).toEqual(['kent-a', 'kent-b']);
    expect((await list({}, { after: page.next })).items.map((item) => item.id)).toEqual(['surrey-a']);
  });

  it('are given to other slices as they stand at the tip', async () => {
    await record();
    expect(await new Papers(ledger).find('kent-a')).toMatchObject({ id: 'kent-a', issuedBy: 'kent-police' });
    expect(await new Papers(ledger).find('kent-b')).toBeUndefined();
  });
});

describe('the papers view', () => {
  it('makes the same row of an event that it is given twice, and none of others', () => {
    const fact = {
      ...({
        type: 'register.paper-recorded',
        schema: 1,
        effectiveOn: '2022-09-14',
        precision: 'day',
        access: 'public',
      } as const),
      about: [],
      data: {
        ...{
          paper: 'kent-a',
          area: 'kent',
          title: 'A',
          issuedBy: 'kent-police',
          dated: null,
          published: null,
        },
        considered: null,
        url: null,
        sha256: null,
      },
    };
    const told = entry(fact);
    const once = papersView.fold(undefined, told, 'paper:kent-a');
    expect(papersView.fold(once, told, 'paper:kent-a')).toEqual(once);
    expect(papersView.key(told.record)).toEqual(['paper:kent-a']);
    expect(papersView.key(recorded({ ...fact, type: 'spec.other' }))).toEqual([]);
  });
});
