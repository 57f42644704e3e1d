// Longer than 300 lines: item, history and list of the same few figures, each for both audiences.
import { isReceipt, isRefusal, isSealed, type Receipt } from '@daybook/ledger';
import { commandId } from '@daybook/ledger/testing';
import { Dispatcher, areasOf, type Person, type Role } from '@daybook/identity';
import { DaybookModule, openDaybook, type Daybook } from '@daybook/runtime';
import { QueryBus } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DAY, LATER, content, line } from '../testing/facts';
import {
  AreasQuery,
  MeasureQuery,
  MeasuresQuery,
  type MeasureItem,
  type MeasureList,
} from '../see-measures/measures.query';
import { FigureHistoryQuery, FigureQuery, type FigureItem, type VintageItem } from './figures.query';
import { FiguresQuery, type FigureList } from './list-figures.query';

const person = (role: Role, body: string): Person => ({
  id: `demo-${body}`,
  role,
  body,
  areas: areasOf(role, body),
  label: body,
});
const force = person('force', 'kent-police');
const office = person('office', 'kent-pcc');
const EARLY = 'paper-early';
const LATE = 'paper-late';

let folder: string;
let daybook: Daybook;
let app: TestingModule;
let sent = 0;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'daybook-figures-'));
  daybook = await openDaybook({
    dataDirectory: folder,
    worker: false,
    clock: { now: () => new Date('2026-01-15T12:00:00Z') },
  });
  app = await Test.createTestingModule({ imports: [DaybookModule.of(daybook)] }).compile();
  await app.init();
  await record();
});
afterAll(async () => {
  await app.close();
  await daybook.close();
  rmSync(folder, { recursive: true });
});

async function give(who: Person, name: string, body: object): Promise<Receipt> {
  const answer = await app
    .get(Dispatcher)
    .command(who, name, commandId(`query ${sent++}`), JSON.parse(JSON.stringify({ area: 'kent', ...body })));
  if (isRefusal(answer)) throw new Error(`${answer.code}: ${answer.message}`);
  if (!isReceipt(answer)) throw new Error('It has no place.');
  return answer;
}

/** Reads at a position, by default the whole ledger today. */
async function ask<T>(
  make: (position: { asOf: string; basis: number }) => object,
  at: { asOf?: string; basis?: number } = {},
): Promise<T> {
  const size = await daybook.store.size();
  await daybook.projection.waitFor(size, 5_000);
  return app
    .get(QueryBus)
    .execute<never, T>(make({ asOf: at.asOf ?? '2026-01-15', basis: at.basis ?? size }) as never);
}

const calls = { area: 'kent', measure: 'calls', period: '2022-04', breakdown: '' };
const robberies = { area: 'kent', measure: 'robbery', period: '2022-07', breakdown: '' };
const item = (
  figure: typeof calls,
  at: { asOf?: string; basis?: number } = {},
  audience: 'inside' | 'outside' = 'outside',
) => ask<FigureItem | undefined>((position) => new FigureQuery(figure, position, audience), at);
const history = (figure: typeof calls, at = {}, audience: 'inside' | 'outside' = 'outside') =>
  ask<VintageItem[] | undefined>((position) => new FigureHistoryQuery(figure, position, audience), at);

let beforeEarlyPaper: number;
let first: string;
let correction: string;
let mistaken: string;

/** The late paper is entered before the early one; then a correction, a restricted report, and a slip of the pen. */
async function record(): Promise<void> {
  for (const [id, dated] of [
    [EARLY, DAY],
    [LATE, LATER],
  ])
    await give(office, 'record-paper', { id, title: id, issuedBy: 'kent-police', dated });
  const { owner: _owner, comparatorOf: _of, comparatorKind: _kind, ...said } = content;
  for (const [id, unit, decimals] of [
    ['calls', 'percent', 2],
    ['robbery', 'count', 0],
  ] as const)
    await give(force, 'define-measure', { ...said, id, unit, decimals, effectiveOn: '2020-01-01' });
  const share = (value: string) => ({
    ...line({ measure: 'calls', period: '2022-04', value }),
    printed: `${value} %`,
  });
  const late = await give(force, 'submit-return', { paper: LATE, effectiveOn: LATER, lines: [share('0.8')] });
  beforeEarlyPaper = late.ledgerSize;
  const early = [share('0.76'), line(), line({ period: '2022-06', value: null, status: 'O' })];
  const { events } = await give(office, 'submit-return', { paper: EARLY, effectiveOn: DAY, lines: early });
  first = events[2]!;
  const change = { effectiveOn: '2022-12', measure: 'robbery', period: '2022-07', of: first, value: '45' };
  correction = (
    await give(force, 'correct-figure', { ...change, reason: 'Counted twice.', severity: 'minor' })
  ).events[0]!;
  await give(force, 'submit-return', {
    paper: LATE,
    effectiveOn: LATER,
    access: 'restricted',
    lines: [line({ period: '2022-05', value: '7' })],
  });
  const slip = await give(force, 'submit-return', {
    paper: LATE,
    effectiveOn: LATER,
    lines: [line({ period: '2022-03', value: '54' })],
  });
  mistaken = slip.events[1]!;
  await give(force, 'mark-entered-wrongly', {
    of: mistaken,
    reason: 'Digits swapped.',
    right: { value: '45' },
  });
}

describe('a figure, read', () => {
  it('is the vintage first by date, with the finer value, at today; and as the ledger knew it before', async () => {
    const now = (await item(calls))!;
    expect(now).toMatchObject({
      value: '0.76',
      printed: '0.76 %',
      kind: 'first-release',
      effectiveOn: DAY,
      unit: 'percent',
      status: 'A',
    });
    expect(now).toMatchObject({
      source: { paper: EARLY, place: 'table 1' },
      for: 'kent-police',
      by: { body: 'kent-pcc' },
      precision: 'day',
    });
    // 0.76 is what the earlier paper printed itself; the later one, read first, said 0.8.
    expect(now.valueFrom).toBeNull();
    expect(now.confirmedBy).toHaveLength(1);
    const then = await item(calls, { asOf: LATER, basis: beforeEarlyPaper });
    expect(then).toMatchObject({ value: '0.8', kind: 'first-release', effectiveOn: LATER, confirmedBy: [] });
    expect(await item(calls, { asOf: '2022-09-13' })).toBeUndefined();
  });

  it('shows the correction from its month on', async () => {
    expect(await item(robberies, { asOf: '2022-12-30' })).toMatchObject({ id: first, value: '40' });
    expect(await item(robberies, { asOf: '2022-12-31' })).toMatchObject({
      id: correction,
      value: '45',
      kind: 'corrected',
      precision: 'month',
    });
    expect(await item({ ...robberies, period: '2022-06' })).toMatchObject({
      value: null,
      status: 'O',
      kind: 'missing',
    });
  });

  it('is absent, not blank, where nothing stands', async () => {
    expect(await item({ ...robberies, period: '1999' })).toBeUndefined();
    expect(await history({ ...robberies, measure: '__proto__' })).toBeUndefined();
  });

  it('is for those inside alone where it is restricted', async () => {
    const closed = { ...robberies, period: '2022-05' };
    expect(await item(closed)).toBeUndefined();
    expect(await history(closed)).toBeUndefined();
    expect(await item(closed, {}, 'inside')).toMatchObject({ value: '7' });
    expect(await history(closed, {}, 'inside')).toHaveLength(1);
  });
});

describe('a history, read', () => {
  it('gives every vintage in order of date, with both dates, its difference, and the reason in clear', async () => {
    const [released, corrected] = (await history(robberies))!;
    expect(released).toMatchObject({
      id: first,
      kind: 'first-release',
      value: '40',
      stands: false,
      reason: null,
      reasonErased: false,
    });
    expect(corrected).toMatchObject({
      id: correction,
      kind: 'corrected',
      difference: '5',
      stands: true,
      of: first,
      severity: 'minor',
    });
    expect(corrected).toMatchObject({
      reason: 'Counted twice.',
      effectiveOn: '2022-12-31',
      recordedAt: '2026-01-15T12:00:00.000Z',
    });
    const [entry] = await daybook.store.readAll(corrected!.index, 1);
    expect(entry?.record.id).toBe(correction);
    expect(JSON.stringify(entry?.record)).not.toContain('Counted twice');
  });

  it('shows what was entered wrongly, with the mark, beside the right entry', async () => {
    const [wrong, right] = (await history({ ...robberies, period: '2022-03' }))!;
    expect(wrong).toMatchObject({
      id: mistaken,
      kind: 'entered-wrongly',
      value: '54',
      stands: false,
      reason: null,
    });
    expect(wrong?.enteredWrongly).toMatchObject({
      reason: 'Digits swapped.',
      reasonErased: false,
      effectiveOn: LATER,
      by: { body: 'kent-police' },
    });
    expect(right).toMatchObject({ kind: 'first-release', value: '45', stands: true, enteredWrongly: null });
  });

  it('gives the reason of an explanation where the entry has none, and says so when it is erased', async () => {
    const told = { period: '2022-02', measure: 'robbery' };
    await give(force, 'submit-return', {
      paper: EARLY,
      effectiveOn: DAY,
      lines: [line({ ...told, value: '30' })],
    });
    const changed = line({ ...told, value: '33', kind: 'unexplained' });
    const { events } = await give(office, 'submit-return', {
      paper: LATE,
      effectiveOn: LATER,
      lines: [changed],
    });
    const explanation = { of: events[1], as: 'revised', reason: 'Late files.', effectiveOn: '2022-11-30' };
    const { indexes } = await give(force, 'explain-change', explanation);
    const figure = { ...robberies, period: '2022-02' };
    expect((await history(figure))?.[1]).toMatchObject({
      ...{ kind: 'revised', reason: 'Late files.', reasonErased: false },
      explanation: { reason: 'Late files.', effectiveOn: '2022-11-30', by: { body: 'kent-police' } },
    });
    expect((await history(figure, { asOf: '2022-11-29' }))?.[1]).toMatchObject({
      kind: 'unexplained',
      explanation: null,
      reason: null,
    });
    const [entry] = await daybook.store.readAll(indexes[0]!, 1);
    const { reason } = entry!.record.data as { reason?: unknown };
    if (!isSealed(reason)) throw new Error('The reason is not sealed.');
    await daybook.keys.erase(reason.key);
    expect((await history(figure))?.[1]).toMatchObject({
      ...{ reason: null, reasonErased: true },
      explanation: { reason: null, reasonErased: true },
    });
  });
});

describe('lists, read', () => {
  const list = (
    filter: { area: string; measure?: string },
    audience: 'inside' | 'outside' = 'outside',
    page = {},
  ) => ask<FigureList>((position) => new FiguresQuery(filter, position, audience, page));
  const periods = ({ items }: FigureList): string[] =>
    items.map(({ measure, period }) => `${measure} ${period}`);

  it('have the figures that stand, by area and measure, in order, a page at a time', async () => {
    expect(periods(await list({ area: 'kent', measure: 'calls' }))).toEqual(['calls 2022-04']);
    const robbery = periods(await list({ area: 'kent', measure: 'robbery' }));
    expect(robbery.filter((period) => !period.endsWith('-02'))).toEqual([
      'robbery 2022-03',
      'robbery 2022-06',
      'robbery 2022-07',
    ]);
    expect(await list({ area: 'surrey' })).toEqual({ items: [] });
    const page = await list({ area: 'kent' }, 'outside', { limit: 1 });
    expect(periods(page)).toEqual(['calls 2022-04']);
    expect(page.items[0]).toMatchObject({ unit: 'percent' });
    const rest = await list({ area: 'kent' }, 'outside', { after: page.next });
    expect(periods(rest)).toEqual(robbery);
  });

  it('show restricted figures to those inside alone', async () => {
    expect(periods(await list({ area: 'kent' }))).not.toContain('robbery 2022-05');
    expect(periods(await list({ area: 'kent' }, 'inside'))).toContain('robbery 2022-05');
  });

  it('have the measures and areas of the day', async () => {
    const measures = (asOf: string) =>
      ask<MeasureList>((position) => new MeasuresQuery({ area: 'kent' }, position, 'outside'), { asOf });
    expect((await measures('2020-01-01')).items.map((m) => [m.id, m.start, m.unit])).toEqual([
      ['calls', '2020-01-01', 'percent'],
      ['robbery', '2020-01-01', 'count'],
    ]);
    expect((await measures('2019-12-31')).items).toEqual([]);
    const one = await ask<MeasureItem>(
      (position) => new MeasureQuery({ area: 'kent', measure: 'calls' }, position, 'outside'),
    );
    expect(one).toMatchObject({ id: 'calls', owner: 'kent-police', polarity: 'neither', breaks: [] });
    expect(await ask<string[]>((position) => new AreasQuery(position, 'outside'))).toEqual(['kent']);
  });
});
