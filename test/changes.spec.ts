import { Dispatcher, publicReader } from '@daybook/identity';
import {
  DaybookModule,
  Readings,
  openDaybook,
  type Change,
  type ChangeOfFigure,
  type Daybook,
} from '@daybook/runtime';
import { loadSample, sampleCommands } from '@daybook/sample-kent';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { parse } from 'csv-parse/sync';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * What changed between two positions of the Kent sample, counted by hand: straight from the papers' CSV
 * files, by the words of the rules alone, without any of the code that judges figures.
 */
const PAPERS = join(__dirname, '../libs/sample-kent/papers');
const [INSPECTED, OLD, SEPTEMBER, OCTOBER, MARCH] = [
  'kent-peel-2015-effectiveness',
  'kent-progress-2017-12-06',
  'kent-performance-2022-09-14',
  'kent-peel-plan-2022-10-31',
  'kent-board-notes-2023-03-15',
] as const;

interface Row {
  readonly measure: string;
  readonly period: string;
  readonly breakdown: string;
  readonly value: string;
}

const keyOf = ({ measure, period, breakdown }: Pick<Row, 'measure' | 'period' | 'breakdown'>): string =>
  [measure, period, breakdown].join(' ');

/** The lines of a paper's file that give a value. */
function linesOf(paper: string): Row[] {
  return everyLineOf(paper).filter(({ value }) => value !== '');
}

function everyLineOf(paper: string): Row[] {
  const text = readFileSync(join(PAPERS, paper, 'figures.csv'), 'utf8');
  return parse<Row>(text, { columns: true });
}

/** The figures that a paper gives and none of the earlier ones does, each with its first value. */
function firstIn(paper: string, ...earlier: readonly string[]): Map<string, string> {
  const before = new Set(earlier.flatMap((one) => linesOf(one).map(keyOf)));
  const found = new Map<string, string>();
  for (const line of linesOf(paper))
    if (!before.has(keyOf(line)) && !found.has(keyOf(line))) found.set(keyOf(line), line.value);
  return found;
}

/** The figures that a paper names without a value. */
function missingIn(paper: string): Set<string> {
  return new Set(everyLineOf(paper).flatMap((line) => (line.value === '' ? [keyOf(line)] : [])));
}

const folder = mkdtempSync(join(tmpdir(), 'daybook-changes-'));
let daybook: Daybook;
let app: INestApplicationContext;
let readings: Readings;
/** The ledger size after each command of the sample, by the file that it comes from. */
const sizes = new Map<string, number>();

beforeAll(async () => {
  daybook = await openDaybook({ dataDirectory: folder, worker: false });
  app = await NestFactory.createApplicationContext(DaybookModule.of(daybook), { logger: false });
  readings = app.get(Readings);
  const dispatcher = app.get(Dispatcher);
  const froms = new Map(sampleCommands().map(({ id, from }) => [id, from]));
  await loadSample({
    command: async (...given: Parameters<Dispatcher['command']>) => {
      const outcome = await dispatcher.command(...given);
      const from = froms.get(given[2]) ?? '';
      if ('ledgerSize' in outcome) sizes.set(from, outcome.ledgerSize);
      return outcome;
    },
  });
});
afterAll(async () => {
  await app.close();
  await daybook.close();
  rmSync(folder, { recursive: true, force: true });
});

type Asked = Parameters<Readings['changes']['between']>[1];

const isOfFigure = (change: Change): change is ChangeOfFigure => change.measure !== null;

async function changes(asked: Asked): Promise<readonly ChangeOfFigure[]> {
  return (await readings.changes.between(publicReader, asked, { area: 'kent' })).items.filter(isOfFigure);
}

const ofKind = (items: readonly ChangeOfFigure[], kind: string): ChangeOfFigure[] =>
  items.filter((item) => item.kind === kind);
const keysOf = (items: readonly ChangeOfFigure[]): string[] =>
  items.map(({ measure, period, breakdown }) =>
    keyOf({ measure, period: period ?? '', breakdown: breakdown ?? '' }),
  );

describe('what changed in Kent', () => {
  it('between two dates: the figures that the papers of those days gave first', async () => {
    const items = await changes({ from: '2022-09-13', to: '2022-10-31' });
    const first = new Map([...firstIn(SEPTEMBER, OLD), ...firstIn(OCTOBER, OLD, SEPTEMBER)]);
    const released = ofKind(items, 'first-release');
    expect(new Set(keysOf(released))).toEqual(new Set(first.keys()));
    expect(released).toHaveLength(first.size);
    expect(first.size).toBeGreaterThan(300);
    expect(new Set(keysOf(ofKind(items, 'missing')))).toEqual(missingIn(SEPTEMBER));
    for (const { before, after, standingDiffers } of released)
      expect([before, after === null, standingDiffers]).toEqual([null, false, true]);
  });

  it('between the day before a paper and its day, and between that and the next paper', async () => {
    const parts = [
      [{ from: '2016-02-28', to: '2016-02-29' }, firstIn(INSPECTED)],
      [{ from: '2017-12-05', to: '2017-12-06' }, firstIn(OLD)],
      [{ from: '2017-12-06', to: '2022-09-14' }, firstIn(SEPTEMBER, OLD)],
      [{ from: '2022-09-14', to: '2022-10-31' }, firstIn(OCTOBER, OLD, SEPTEMBER)],
    ] as const;
    for (const [asked, first] of parts)
      expect(new Set(keysOf(ofKind(await changes(asked), 'first-release')))).toEqual(new Set(first.keys()));
  });

  it('is the whole record from before everything, and nothing between quiet days or of one position', async () => {
    const every = [INSPECTED, OLD, SEPTEMBER, OCTOBER, MARCH].flatMap((paper) => linesOf(paper).map(keyOf));
    const all = ofKind(await changes({ from: '1900-01-01' }), 'first-release');
    expect(new Set(keysOf(all))).toEqual(new Set(every));
    expect(await changes({ from: '2022-09-15', to: '2022-10-30' })).toEqual([]);
    expect(await changes({ from: '2022-10-31', to: '2022-10-31' })).toEqual([]);
    expect(await changes({ fromBasis: await daybook.store.size() })).toEqual([]);
  });

  it('between two ledger sizes: the paper of September, entered after that of October', async () => {
    const order = [...sizes].sort((a, b) => a[1] - b[1]);
    const [, before] = order[order.findIndex(([from]) => from.startsWith(`${SEPTEMBER}/figures`)) - 1] ?? [];
    const after = sizes.get([...sizes.keys()].find((from) => from.startsWith(`${SEPTEMBER}/figures`)) ?? '');
    const items = await changes({ fromBasis: before, toBasis: after });
    const said = linesOf(SEPTEMBER);
    const old = new Set(linesOf(OLD).map(keyOf));
    const first = new Set(said.map(keyOf).filter((key) => !old.has(key)));
    expect(new Set(keysOf(ofKind(items, 'first-release')))).toEqual(first);
    const october = new Set(linesOf(OCTOBER).map(keyOf));
    const both = new Set([...first].filter((key) => october.has(key)));
    expect(both.size).toBeGreaterThan(0);
    const again = ofKind(items, 'rejudged');
    expect(new Set(keysOf(again))).toEqual(both);
    for (const { entry, index } of again) {
      expect([entry?.kindBefore, entry?.effectiveOn]).toEqual(['first-release', '2022-10-31']);
      expect(index).toBeGreaterThanOrEqual(before ?? 0);
    }
    // As of a day before October's paper, nothing of it is on record to be judged again.
    expect(
      ofKind(await changes({ to: '2022-10-30', fromBasis: before, toBasis: after }), 'rejudged'),
    ).toEqual([]);
  });

  it('the same by pages of seven, and counted', async () => {
    const asked = { from: '2022-09-13', to: '2022-10-31' };
    const { items: all } = await readings.changes.between(publicReader, asked, { area: 'kent' });
    const found: Change[] = [];
    for (let after: string | undefined; ;) {
      const page = { area: 'kent', limit: 7, ...(after && { after }) };
      const { items, next } = await readings.changes.between(publicReader, asked, page);
      found.push(...items);
      if (!next) break;
      after = next;
    }
    expect(found).toEqual(all);
    const { summary, others } = await readings.changes.counted(publicReader, asked, { area: 'kent' });
    const kinds = [...summary.kinds, ...others];
    expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
    for (const { kind, count } of kinds) expect(all.filter((c) => c.kind === kind)).toHaveLength(count);
  });
});
