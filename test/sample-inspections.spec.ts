import { Dispatcher, publicReader } from '@daybook/identity';
import type { FindingItem } from '@daybook/inspections';
import { DaybookModule, Readings, openDaybook, type Daybook } from '@daybook/runtime';
import { READ_IN, loadSample, sampleCommands } from '@daybook/sample-kent';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * Counted by hand from the papers, and read as anybody reads it.
 */

const INSPECTED = 'kent-peel-2021-22';
const PLAN_DAY = '2022-10-31';
const BOARD_DAY = '2023-03-15';
const PANEL_DAY = '2023-04-18';

type Given = Parameters<Dispatcher['command']>;

const folder = mkdtempSync(join(tmpdir(), 'daybook-sample-'));
let daybook: Daybook;
let app: INestApplicationContext;
let readings: Readings;
/** The ledger size once all acts of that paper's were entered. */
const sizes = new Map<string, number>();

beforeAll(async () => {
  daybook = await openDaybook({ dataDirectory: folder, worker: false });
  app = await NestFactory.createApplicationContext(DaybookModule.of(daybook), { logger: false });
  readings = app.get(Readings);
  const dispatcher = app.get(Dispatcher);
  const acts = sampleCommands().filter(({ from }) => from.includes(READ_IN.inspections));
  const papers = new Map(acts.map(({ id, body }) => [id, String(body.paper)]));
  await loadSample({
    command: async (...given: Given) => {
      const outcome = await dispatcher.command(...given);
      const paper = papers.get(given[2]);
      if (paper && 'ledgerSize' in outcome) sizes.set(paper, outcome.ledgerSize);
      return outcome;
    },
  });
});

afterAll(async () => {
  await app.close();
  await daybook.close();
  rmSync(folder, { recursive: true, force: true });
});

async function findings(asOf?: string, basis?: number, inspection?: string): Promise<readonly FindingItem[]> {
  const asked = { area: 'kent', limit: 1_000, ...(inspection && { inspection }) };
  return (await readings.findings.list(publicReader, { asOf, basis }, asked)).items;
}

function statusesOf(items: readonly FindingItem[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of items) counts[status ?? 'none'] = (counts[status ?? 'none'] ?? 0) + 1;
  return counts;
}

/** Their numbers within their report. */
const numbers = (items: readonly FindingItem[]): number[] => items.map(({ number }) => number!);

describe('the inspections', () => {
  const gradesOf = async (id: string): Promise<Record<string, string | null>> => {
    const { item } = await readings.inspections.one(publicReader, {}, { id });
    return Object.fromEntries(item.grades.map(({ question, grade }) => [question, grade]));
  };

  it('gave these grades, nine and one explicitly none in 2021/22', async () => {
    expect(await gradesOf(INSPECTED)).toEqual({
      'recording-data-about-crime': 'outstanding',
      'preventing-crime': 'good',
      'treatment-of-the-public': 'good',
      'developing-a-positive-workplace': 'good',
      'good-use-of-resources': 'good',
      'protecting-vulnerable-people': 'adequate',
      'investigating-crime': 'requires improvement',
      'responding-to-the-public': 'requires improvement',
      'managing-offenders': 'requires improvement',
      'victim-service-assessment': null,
    });
    expect(await gradesOf('kent-peel-2015-effectiveness')).toEqual({
      effectiveness: 'good',
      'preventing-crime-and-anti-social-behaviour': 'good',
      'investigating-crime-and-managing-offenders': 'good',
      'protecting-vulnerable-people-and-supporting-victims': 'requires improvement',
      'tackling-serious-and-organised-crime': 'good',
    });
    expect(await gradesOf('kent-peel-2017-efficiency')).toEqual({
      efficiency: 'good',
      'understanding-demand': 'outstanding',
    });
    expect(await gradesOf('kent-vetting-and-counter-corruption')).toEqual({
      'vetting-and-counter-corruption': 'adequate',
    });
  });

  it('are eleven, as each kind of paper gives them', async () => {
    const { items } = await readings.inspections.list(publicReader, {}, { area: 'kent' });
    expect(
      items.map(({ id, kind, publishedOn, forceInspected, replyDueOn }) =>
        [id, kind, publishedOn ?? 'not known', forceInspected, replyDueOn].join(' '),
      ),
    ).toEqual([
      'coroner-prevention-notice-2023 prevention-of-future-deaths not known false 2023-05-03',
      'digital-forensics thematic not known false ',
      'information-commissioner-subject-access information-notice not known true ',
      'kent-peel-2015-effectiveness force 2016-02 true ',
      'kent-peel-2017-efficiency force 2017-09 true ',
      'kent-peel-2021-22 force 2022-04-28 true ',
      'kent-peel-2022-23 force not known true ',
      'kent-serious-and-organised-crime force not known true ',
      'kent-vetting-and-counter-corruption force not known true ',
      'super-complaint-honour-based-abuse super-complaint not known false ',
      'vetting-misconduct-and-misogyny thematic not known true ',
    ]);
  });
});

describe('the areas for improvement of 2021/22', () => {
  it('are nineteen, each to the force, by number and area of assessment', async () => {
    const items = await findings(PLAN_DAY, undefined, INSPECTED);
    expect(items.map(({ finding }) => finding)).toEqual(
      Array.from({ length: 19 }, (_, i) => `${INSPECTED}-afi-${String(i + 1).padStart(2, '0')}`),
    );
    expect(numbers(items)).toEqual(items.map((_, i) => i + 1));
    expect(new Set(items.map(({ kind, addressee }) => `${kind} ${addressee}`))).toEqual(
      new Set(['afi kent-police']),
    );
    const by = (question: string): number[] => numbers(items.filter((one) => one.question === question));
    expect(by('responding-to-the-public')).toEqual([1, 7, 8, 9]);
    expect(by('investigating-crime')).toEqual([2, 10, 11, 12, 13, 14]);
    expect(by('protecting-vulnerable-people')).toEqual([15, 16]);
    expect(by('managing-offenders')).toEqual([17, 18, 19]);
  });

  it('share a plan in two groups', async () => {
    const items = await findings(PLAN_DAY, undefined, INSPECTED);
    const groups = new Map<string | null, number[]>();
    for (const { group, number } of items) groups.set(group, [...(groups.get(group) ?? []), number!]);
    expect(groups.get(`${INSPECTED}-plan-01-03`)).toEqual([1, 2, 3]);
    expect(groups.get(`${INSPECTED}-plan-10-12`)).toEqual([10, 11, 12]);
    expect(groups.get(null)).toHaveLength(13);
  });

  it('are promised for these months, in these words', async () => {
    const promised = new Map<string | null, number[]>();
    for (const { anticipated, number } of await findings(PLAN_DAY, undefined, INSPECTED))
      promised.set(anticipated, [...(promised.get(anticipated) ?? []), number!]);
    expect(Object.fromEntries(promised)).toEqual({
      '2022-11': [15],
      '2022-12': [7, 13, 14, 16, 18],
      '2023-01': [5, 10, 11, 12, 17, 19],
      '2023-02': [1, 2, 3],
      '2023-04': [6],
      '2023-05': [4],
      '2023-12': [8, 9],
    });
    const { item } = await readings.findings.one(publicReader, {}, { id: `${INSPECTED}-afi-11` });
    expect(item.addressees[0]?.completions[0]?.words).toBe('January 2023');
  });

  it('have no date before the force gave one', async () => {
    const items = await findings('2022-10-30', undefined, INSPECTED);
    expect(items).toHaveLength(19);
    expect(new Set(items.map(({ anticipated }) => anticipated))).toEqual(new Set([null]));
  });

  it.each([
    [PLAN_DAY, []],
    ['2022-12-01', [15]],
    [BOARD_DAY, [1, 2, 3, 5, 7, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]],
    [PANEL_DAY, [1, 2, 3, 5, 7, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]],
    [undefined, Array.from({ length: 19 }, (_, i) => i + 1)],
  ])('are overdue as of %s: %j', async (asOf, overdue) => {
    const items = await findings(asOf, undefined, INSPECTED);
    expect(numbers(items.filter(({ overdueDays }) => overdueDays !== null))).toEqual(overdue);
    expect(statusesOf(items)).toEqual({ open: 19 });
  });
});

describe('the tracker', () => {
  it.each([
    ['2016-02-28', {}],
    ['2016-02-29', { open: 2 }],
    ['2022-04-27', { open: 2 }],
    ['2022-04-28', { open: 21 }],
    [PLAN_DAY, { open: 21 }],
    [BOARD_DAY, { open: 21, accepted: 2 }],
    [PANEL_DAY, { open: 21, accepted: 2 }],
    [undefined, { open: 21, accepted: 2 }],
  ])('counts as of %s: %j', async (asOf, counts) => {
    expect(statusesOf(await findings(asOf))).toEqual(counts);
  });

  it("knows nothing of the board's notes before they were entered, after the later minutes", async () => {
    const basis = sizes.get('kent-panel-minutes-2023-04-18');
    expect(statusesOf(await findings(PANEL_DAY, basis))).toEqual({ open: 21 });
  });
});

describe('the response under section 55', () => {
  const response = async (id: string, asOf?: string) =>
    (await readings.responses.one(publicReader, { asOf }, { id })).item;

  it.each([
    ['2022-06-22', 56, 'running'],
    ['2022-06-23', 57, 'none-recorded'],
  ])('to the report of 2022 is, as of %s, on day %d: %s', async (asOf, day, status) => {
    expect(await response(INSPECTED, asOf)).toMatchObject({
      dueOn: '2022-06-22',
      day,
      status,
      uncovered: [],
    });
  });

  it('is asked for by no other paper: too old, not known when published, or with a date of its own', async () => {
    const { items } = await readings.inspections.list(publicReader, {}, { area: 'kent' });
    const others = items.filter(({ id }) => id !== INSPECTED);
    for (const { id } of others)
      expect({ id, ...(await response(id)) }).toMatchObject({ id, status: 'not-applicable' });
    expect(await response('coroner-prevention-notice-2023')).toMatchObject({ dueOn: '2023-05-03' });
  });
});

describe('what boards were told', () => {
  it('stands beside what the ledger counts, with the base that it counts from', async () => {
    const asked = { area: 'kent', inspection: 'vetting-misconduct-and-misogyny' };
    const [tally, ...more] = (await readings.tallies.list(publicReader, {}, asked)).items;
    expect(more).toEqual([]);
    expect(tally).toMatchObject({ effectiveOn: BOARD_DAY, for: 'kent-police', secondHand: true });
    expect(tally?.parts.map(({ id, said }) => [id, said])).toEqual([
      ['recommendations', 43],
      ['for-chief-constables', 28],
      ['afis', 5],
      ['discharged', 21],
      ['remaining', 12],
    ]);
    expect(tally?.sum).toMatchObject({ said: 12, reckoned: 12, holds: true });
  });

  it('agrees that nineteen were found and none is signed off, and says where no number was given', async () => {
    const { items } = await readings.tallies.list(publicReader, {}, { area: 'kent', inspection: INSPECTED });
    expect(
      items.map(({ effectiveOn, parts }) => [
        effectiveOn,
        parts.map(({ id, said, counted, agrees }) => [id, said, counted, agrees]),
      ]),
    ).toEqual([
      [PLAN_DAY, [['afis', 19, 19, true]]],
      [
        BOARD_DAY,
        [
          ['signed-off', 0, 0, true],
          ['discharged', null, 0, null],
        ],
      ],
      [PANEL_DAY, [['to-be-closed', null, 19, null]]],
    ]);
  });
});
