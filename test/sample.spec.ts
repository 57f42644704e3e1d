// Longer than 300 lines: the papers' own arithmetic is evaluated here, and by nothing else.
import { decimalPlaces, type FigureItem, type VintageItem } from '@daybook/figures';
import { Dispatcher, publicReader } from '@daybook/identity';
import { lastDayOfMonth } from '@daybook/ledger';
import { DaybookModule, Readings, openDaybook, type Daybook } from '@daybook/runtime';
import {
  loadSample,
  readSample,
  sampleCommands,
  type SampleCheck,
  type SampleLoaded,
  type SamplePaper,
} from '@daybook/sample-kent';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OCTOBER = 'kent-peel-plan-2022-10-31';
const SEPTEMBER = 'kent-performance-2022-09-14';
const INSPECTED = 'kent-peel-2015-effectiveness';
const APRIL = { area: 'kent', measure: 'calls-999-not-answered-share', period: '2022-04' };

type Given = Parameters<Dispatcher['command']>;

const folders = readSample();
const folder = mkdtempSync(join(tmpdir(), 'daybook-sample-'));
let daybook: Daybook;
let app: INestApplicationContext;
let readings: Readings;
let dispatcher: Dispatcher;
let loaded: SampleLoaded;
/** The ledger size after each command of the sample, by its id. */
const sizes = new Map<string, number>();

beforeAll(async () => {
  daybook = await openDaybook({ dataDirectory: folder, worker: false });
  app = await NestFactory.createApplicationContext(DaybookModule.of(daybook), { logger: false });
  readings = app.get(Readings);
  dispatcher = app.get(Dispatcher);
  loaded = await loadSample({
    command: async (...given: Given) => {
      const outcome = await dispatcher.command(...given);
      if ('ledgerSize' in outcome) sizes.set(given[2], outcome.ledgerSize);
      return outcome;
    },
  });
});

afterAll(async () => {
  await app.close();
  await daybook.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The day on which a paper is effective; of one that is known by its month, that month's last. */
function dayOf({ effectiveOn }: Pick<SamplePaper, 'effectiveOn'>): string {
  return effectiveOn.length === 7 ? lastDayOfMonth(effectiveOn) : effectiveOn;
}

/** The ledger size once the command of that file was carried out. */
function sizeAfter(file: string): number | undefined {
  return sizes.get(sampleCommands().find(({ from }) => from === file)?.id ?? '');
}

describe('the Kent sample', () => {
  it('puts eight papers and all of their figures on record', async () => {
    expect(loaded).toEqual({
      ...{ papers: 8, measures: 146, figures: 632 },
      ...{ register: 54, acts: 95, scrutiny: 165 },
    });
    const { items } = await readings.papers(publicReader, {}, { area: 'kent' });
    expect(items.map(({ id }) => id).sort()).toEqual(folders.map(({ paper }) => paper.id).sort());
    const { items: measures } = await readings.measures(publicReader, {}, { area: 'kent' });
    expect(measures).toHaveLength(146);
  });

  it('reads back every figure of every paper as the paper gave it', async () => {
    for (const { paper, figures } of folders)
      for (const { measure, period, breakdown, value, place, status, printed } of figures) {
        const { items } = await readings.history(
          publicReader,
          { asOf: dayOf(paper) },
          { area: 'kent', measure, period, breakdown },
        );
        const entry = items.find(({ source }) => source?.paper === paper.id && source.place === place);
        expect({
          measure,
          period,
          value: entry?.value,
          status: entry?.status,
          printed: entry?.printed,
        }).toEqual({
          measure,
          period,
          value: value || null,
          status: status || 'A',
          printed: printed || null,
        });
      }
  });

  it('records nothing when it is loaded again', async () => {
    const before = await daybook.store.size();
    expect(await loadSample(dispatcher)).toEqual(loaded);
    expect(await daybook.store.size()).toBe(before);
  });

  it('goes on where an interruption left it, and ends with the same ids', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'daybook-sample-'));
    const other = await openDaybook({ dataDirectory: elsewhere, worker: false });
    const second = await NestFactory.createApplicationContext(DaybookModule.of(other), { logger: false });
    const doors = second.get(Dispatcher);
    const unplug = ({ done }: { done: number }): void => {
      if (done === 40) throw new Error('The plug was pulled.');
    };
    await expect(loadSample(doors, unplug)).rejects.toThrow('The plug was pulled.');
    expect(await other.store.size()).toBeLessThan(await daybook.store.size());
    await loadSample(doors);
    const ids = async (of: Daybook): Promise<string[]> =>
      (await of.store.readAll(0, 10_000)).map(({ record }) => record.id);
    expect(await ids(other)).toEqual(await ids(daybook));
    await second.close();
    await other.close();
    rmSync(elsewhere, { recursive: true, force: true });
  });

  it('enters the paper of September after that of October, moving the start of ten measures back', async () => {
    const { items } = await readings.measures(publicReader, {}, { area: 'kent' });
    const both = items.filter(({ id }) =>
      [OCTOBER, SEPTEMBER].every((paper) =>
        folders.find((f) => f.paper.id === paper)!.measures.some((m) => m.id === id),
      ),
    );
    expect(both).toHaveLength(10);
    expect(new Set(both.map(({ start }) => start))).toEqual(new Set(['2022-09-14']));
  });

  it("enters the inspectorate's report last, as the inspectorate, effective in the month of it", async () => {
    const asked = { area: 'kent', measure: 'recorded-crime-annual-change', period: 'R12-2015-06' };
    const { items } = await readings.history(publicReader, { asOf: '2016-02-29' }, asked);
    const said = items.map(({ kind, value, printed, by }) => [kind, value, printed, by.role, by.body]);
    expect(said).toEqual([
      ['first-release', '-2.6', null, 'inspector', 'hmic'],
      ['confirmed', '-3', 'decreased by 3 percent', 'inspector', 'hmic'],
    ]);
    expect(items[0]).toMatchObject({ effectiveOn: '2016-02-29', precision: 'month', stands: true });
    await expect(readings.figure(publicReader, { asOf: '2016-02-28' }, asked)).rejects.toThrow(
      'figures.not-on-record',
    );
    const { items: measures } = await readings.measures(publicReader, {}, { area: 'kent' });
    const national = measures.filter(({ comparatorKind }) => comparatorKind === 'national');
    expect(national.map(({ id, owner }) => [id, owner])).toEqual(
      national.map(({ comparatorOf }) => [`${comparatorOf}-england-and-wales`, 'hmic']),
    );
    expect(national).toHaveLength(17);
  });

  it('says which entry was first by its date, not by when it was entered', async () => {
    const october = await readings.figure(publicReader, { asOf: '2022-10-31' }, APRIL);
    expect(october.item).toMatchObject({ value: '0.76', kind: 'first-release', effectiveOn: '2022-09-14' });
    const history = await readings.history(publicReader, { asOf: '2022-10-31' }, APRIL);
    expect(
      history.items.map(({ kind, value, effectiveOn, source }) => [kind, value, effectiveOn, source?.paper]),
    ).toEqual([
      ['first-release', '0.76', '2022-09-14', SEPTEMBER],
      ['confirmed', '0.8', '2022-10-31', OCTOBER],
    ]);
    expect(history.items.map(({ index }) => index)).toEqual(
      [...history.items.map(({ index }) => index)].sort((a, b) => b - a),
    );
  });

  it('still answers at an earlier basis as it did then', async () => {
    const basis = sizeAfter(`${OCTOBER}/figures.csv`);
    const then = await readings.figure(publicReader, { asOf: '2022-10-31', basis }, APRIL);
    expect(then.item).toMatchObject({ value: '0.8', kind: 'first-release', effectiveOn: '2022-10-31' });
    await expect(readings.figure(publicReader, { asOf: '2022-10-30', basis }, APRIL)).rejects.toThrow(
      'figures.not-on-record',
    );
  });

  it('keeps both values where a paper contradicts itself, and flags them', async () => {
    const asked = { area: 'kent', measure: 'calls-999-not-answered-share', period: 'R4-2022-07' };
    const { items } = await readings.history(publicReader, {}, asked);
    expect(
      items.map(({ value, kind, contradictsItself, stands }) => [value, kind, contradictsItself, stands]),
    ).toEqual([
      ['1.31', 'first-release', true, true],
      ['1.30', 'contradicts', true, false],
    ]);
  });

  it('keeps the kind of the benchmark, and its place in the series that it is compared with', async () => {
    const { item } = await readings.measure(
      publicReader,
      {},
      {
        area: 'kent',
        measure: 'calls-999-not-answered-share-benchmark',
      },
    );
    expect(item).toMatchObject({ comparatorOf: 'calls-999-not-answered-share', comparatorKind: 'benchmark' });
  });

  it('lists as many figures as stand', async () => {
    const { items } = await readings.figures(publicReader, {}, { area: 'kent' });
    const keys = (item: FigureItem): string => `${item.measure} ${item.period} ${item.breakdown}`;
    const wanted = new Set(
      folders.flatMap(({ figures }) => figures.map((f) => `${f.measure} ${f.period} ${f.breakdown}`)),
    );
    expect(new Set(items.map(keys))).toEqual(wanted);
    const issuer = new Map(folders.map(({ paper }) => [paper.id, paper.issuedBy]));
    for (const { by, source } of items) expect(by.body).toBe(issuer.get(source?.paper ?? ''));
  });
});

describe('what the papers say of their own figures', () => {
  const rows = folders.flatMap(({ paper, checks }) => checks.map((check) => ({ paper, check })));
  const true_ = rows.filter(({ check }) => check.holds === 'yes');
  const false_ = rows.filter(({ check }) => check.holds === 'no');

  it('is all of it checked', () => {
    expect([true_.length, false_.length]).toEqual([371, 8]);
  });

  it.each(true_.map((row) => ({ ...row, name: `${row.paper.id}, ${row.check.place}: ${row.check.stated}` })))(
    'holds: $name',
    async ({ paper, check }) => {
      expect(await computed(check, paper)).toMatchObject({ holds: true });
    },
  );

  it.each(false_.map((row) => ({ ...row, name: `${row.paper.id}, ${row.check.place}. ${row.check.note}` })))(
    'does not hold, and is kept as the paper has it: $name',
    async ({ paper, check }) => {
      expect(await computed(check, paper)).toMatchObject({ holds: false });
    },
  );
});

/** An exact number: `over / under`. */
type Fraction = { readonly over: bigint; readonly under: bigint };

function fraction(decimal: string): Fraction {
  return { over: BigInt(decimal.replace('.', '')), under: 10n ** BigInt(decimalPlaces(decimal)) };
}

function add(a: Fraction, b: Fraction, sign: bigint): Fraction {
  return { over: a.over * b.under + sign * b.over * a.under, under: a.under * b.under };
}

function divide(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.under, under: a.under * b.over };
}

async function computed(
  { check, a, b, stated }: SampleCheck,
  paper: SamplePaper,
): Promise<{ holds: boolean; found: number; stated: string }> {
  const left = await total(a, paper);
  const right = await total(b || '1', paper);
  const hundred = fraction('100');
  const results: Record<string, () => Fraction> = {
    sum: () => left,
    difference: () => add(left, right, -1n),
    change: () => divide(times(add(left, right, -1n), hundred), right),
    share: () => divide(times(left, hundred), right),
    average: () => divide(left, fraction(String(a.split(/ [+-] /).length))),
  };
  const result = results[check]?.();
  if (!result) throw new Error(`Unknown check "${check}".`);
  return { holds: printsAs(result, stated), found: Number(result.over) / Number(result.under), stated };
}

function times(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.over, under: a.under * b.under };
}

/** Whether the exact result, rounded either way at the half, is what the paper states. */
function printsAs(result: Fraction, stated: string): boolean {
  const exact = fraction(stated.replace('~', ''));
  const gap = add(result, exact, -1n);
  const size = (n: bigint): bigint => (n < 0n ? -n : n);
  return size(gap.over) * 2n * exact.under <= size(gap.under);
}

async function total(terms: string, paper: SamplePaper): Promise<Fraction> {
  const [first = '', ...rest] = terms.split(/ ([+-]) /);
  let sum = fraction(await term(first, paper));
  for (let i = 0; i < rest.length; i += 2)
    sum = add(sum, fraction(await term(rest[i + 1]!, paper)), rest[i] === '-' ? -1n : 1n);
  return sum;
}

/**
 * A plain decimal, or a figure: as the paper itself gave it, or else as it stands on the paper's date, or
 * today.
 */
async function term(text: string, paper: SamplePaper): Promise<string> {
  const [, measure, period, breakdown] = /^([a-z0-9-]+)@([^{]+)(?:\{(.+)\})?$/.exec(text) ?? [];
  if (!measure || !period) return text;
  const asked = { area: 'kent', measure, period, breakdown };
  const history = async (asOf?: string): Promise<readonly VintageItem[]> =>
    (await readings.history(publicReader, { asOf }, asked).catch(() => ({ items: [] }))).items;
  const then = await history(dayOf(paper));
  const own = then.find(({ source }) => source?.paper === paper.id) ?? then.find(({ stands }) => stands);
  const value = (own ?? (await history()).find(({ stands }) => stands))?.value;
  if (!value) throw new Error(`${text} is not on record.`);
  return value;
}

describe('the source texts', () => {
  const seeds = join(__dirname, '..', '..', 'shared', 'seeds');
  const sources: Record<string, string> = {
    'kent-progress-2017-12-06': '000_',
    [SEPTEMBER]: '002_',
    [OCTOBER]: '004_',
    [INSPECTED]: '003_',
    'kent-board-notes-2023-03-15': '001_',
  };
  const present = existsSync(seeds);

  it(`hold every number of the sample${present ? '' : ' (they are not at hand: nothing was compared)'}`, () => {
    if (!present) return;
    for (const { paper, figures } of folders.filter(({ figures: of }) => of.length > 0)) {
      const file = readdirSync(seeds).find((name) => name.startsWith(sources[paper.id]!))!;
      const numbers = new Set(
        readFileSync(join(seeds, file), 'utf8')
          .replace(/(\d),(?=\d{3})/g, '$1')
          .match(/\d+(?:\.\d+)?/g),
      );
      const missing = figures.flatMap(({ measure, period, value, printed }) =>
        ((printed || value).match(/\d+(?:\.\d+)?/g) ?? [])
          .filter((n) => !numbers.has(n))
          .map((n) => `${measure} ${period}: ${n}`),
      );
      expect({ paper: paper.id, missing }).toEqual({ paper: paper.id, missing: [] });
    }
  });
});
