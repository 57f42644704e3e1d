import { Dispatcher, audienceFor, publicReader } from '@daybook/identity';
import { DaybookModule, Readings, openDaybook, type Daybook } from '@daybook/runtime';
import { loadSample } from '@daybook/sample-kent';
import {
  MeetingsQuery,
  type CommitmentItem,
  type MeetingItem,
  type MeetingList,
  type QuestionItem,
} from '@daybook/scrutiny';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * Counted by hand from the papers, and read as anybody reads it.
 */

const BOARD = 'kent-board-2023-03-15';
const PANEL = 'kent-panel-2023-04-18';
const COUNTED = ['2023-03-20', '2023-05-01', '2023-06-27'] as const;

const folder = mkdtempSync(join(tmpdir(), 'daybook-sample-'));
let daybook: Daybook;
let app: INestApplicationContext;
let dispatcher: Dispatcher;
let readings: Readings;

beforeAll(async () => {
  daybook = await openDaybook({ dataDirectory: folder, worker: false });
  app = await NestFactory.createApplicationContext(DaybookModule.of(daybook), { logger: false });
  readings = app.get(Readings);
  dispatcher = app.get(Dispatcher);
  await loadSample(dispatcher);
});

afterAll(async () => {
  await app.close();
  await daybook.close();
  rmSync(folder, { recursive: true, force: true });
});

async function commitments(asOf?: string): Promise<readonly CommitmentItem[]> {
  return (await readings.commitments.list(publicReader, { asOf }, { area: 'kent', limit: 1_000 })).items;
}

async function commitment(id: string, asOf?: string): Promise<CommitmentItem> {
  return (await commitments(asOf)).find((one) => one.id === id)!;
}

function countBy<Item>(items: readonly Item[], key: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}

describe('the commitments', () => {
  const OVERDUE_BEFORE = [
    'domestic-abuse-hub-expansion',
    'force-management-statement-2018',
    'force-management-statement-consultation',
  ];
  const OVERDUE_IN_MAY = [
    ...OVERDUE_BEFORE,
    'data-wash-result',
    'establishment',
    'officer-intake-march-2023',
    'uplift-over-recruitment',
    'uplift-three-years',
    'uplift-year-3',
  ];
  const OVERDUE: Record<(typeof COUNTED)[number], readonly string[]> = {
    '2023-03-20': OVERDUE_BEFORE,
    '2023-05-01': OVERDUE_IN_MAY,
    '2023-06-27': [
      ...OVERDUE_IN_MAY,
      'prevent-and-protect-presentation',
      'prevention-of-future-deaths-reply',
      'serious-violence-briefing',
    ],
  };

  it.each([
    ['2017-12-05', {}],
    ['2017-12-06', { open: 5 }],
    ['2022-07-26', { open: 14 }],
    ['2022-09-14', { open: 20 }],
    ['2023-03-20', { open: 42, claimed: 1 }],
    ['2023-05-01', { open: 44, claimed: 1 }],
    ['2023-06-27', { open: 53, claimed: 2 }],
  ])('stood as of %s: %j', async (asOf, counts) => {
    expect(countBy(await commitments(asOf), ({ status }) => status)).toEqual(counts);
  });

  it.each(COUNTED)('that were overdue as of %s', async (asOf) => {
    const overdue = (await commitments(asOf)).filter(({ overdueDays }) => overdueDays !== null);
    expect(overdue.map(({ id }) => id).sort()).toEqual([...OVERDUE[asOf]].sort());
  });

  it.each([
    ['2023-03-20', []],
    ['2023-05-01', []],
    ['2023-06-27', ['neighbourhood-full-establishment']],
  ])('whose date had moved as of %s: %j', async (asOf, moved) => {
    expect((await commitments(asOf)).filter(({ moves }) => moves > 0).map(({ id }) => id)).toEqual(moved);
  });

  it('owe two actions of the force for 7 June, overdue from the day after', async () => {
    const actions = async (asOf: string) =>
      (await commitments(asOf))
        .filter(({ kind }) => kind === 'action')
        .map(({ id, owner, to, due, overdueDays }) => [id, owner, to, due, overdueDays]);
    expect(await actions('2023-06-07')).toEqual([
      ['prevent-and-protect-presentation', 'kent-police', 'kent-pcc', '2023-06-07', null],
      ['serious-violence-briefing', 'kent-police', 'kent-pcc', '2023-06-07', null],
    ]);
    expect((await actions('2023-06-27')).map((line) => line.at(-1))).toEqual([20, 20]);
  });

  it('say how the neighbourhood programme slipped, from the end of 2023 to September 2024', async () => {
    const named = 'neighbourhood-full-establishment';
    expect(await commitment(named, '2023-05-01')).toMatchObject({
      due: 'towards the end of 2023',
      originalDue: 'towards the end of 2023',
      moves: 0,
    });
    expect(await commitment(named, '2023-06-27')).toMatchObject({
      due: '2024-09',
      originalDue: 'towards the end of 2023',
      moves: 1,
      slipDays: 274,
      overdueDays: null,
    });
    const programme = (await commitments('2023-06-27')).filter(({ id }) => id.startsWith('neighbourhood-'));
    expect(Object.fromEntries(programme.map(({ id, due }) => [id, due]))).toEqual({
      [named]: '2024-09',
      'neighbourhood-interim-model': '3 to 6 months',
      'neighbourhood-interim-posts-released': '2024-03',
      'neighbourhood-new-structure': '2023-06-07',
      'neighbourhood-post-implementation-review': 'around December 2023',
      'neighbourhood-second-review': 'after September 2024',
      'neighbourhood-update-to-panel': '2024-04',
    });
  });

  it('were given to the panel in April without a day, and are open', async () => {
    const given = (await commitments('2023-06-27')).filter(({ meeting }) => meeting === PANEL);
    expect(
      given.map(({ id, status, owner, to, due, overdueDays }) => [id, status, owner, to, due, overdueDays]),
    ).toEqual([
      ['reporting-police-misconduct', 'open', 'kent-pcc', 'kent-panel', 'following the meeting', null],
      ['vetting-uplift-permanent-or-not', 'open', 'kent-pcc', 'kent-panel', 'following the meeting', null],
    ]);
  });

  it('count a claim from the day of the paper that makes it', async () => {
    const structure = async (asOf: string) => {
      const { status, claimedOn, acceptedOn, overdueDays } = await commitment(
        'neighbourhood-new-structure',
        asOf,
      );
      return [status, claimedOn, acceptedOn, overdueDays];
    };
    expect(await structure('2023-06-18')).toEqual(['open', null, null, 11]);
    expect(await structure('2023-06-27')).toEqual(['claimed', '2023-06-19', null, null]);
  });
});

describe('the targets', () => {
  const verdicts = async (asOf: string): Promise<Record<string, string | null>> =>
    Object.fromEntries(
      (await commitments(asOf))
        .filter(({ kind }) => kind === 'target')
        .map(({ id, verdict }) => [id, verdict]),
    );
  const UPLIFT = ['uplift-year-3', 'uplift-three-years', 'uplift-over-recruitment', 'establishment'];

  it('of the uplift were not yet due on 20 March, and cannot be told once they were: no paper gives a figure', async () => {
    const before = await verdicts('2023-03-20');
    const after = await verdicts('2023-06-27');
    for (const id of UPLIFT)
      expect([id, before[id], after[id]]).toEqual([id, 'not-yet-due', 'cannot-be-said']);
    expect([after['uplift-year-1'], after['uplift-year-2']]).toEqual(['cannot-be-said', 'cannot-be-said']);
  });

  it('of savings are not yet due', async () => {
    expect(await verdicts('2023-06-27')).toMatchObject({
      'savings-2023-24': 'not-yet-due',
      'permanent-savings-three-years': 'not-yet-due',
    });
  });

  it('of 999 was met in the year so far, whichever of its two shares is taken', async () => {
    expect(await verdicts('2022-09-14')).toMatchObject({ 'unanswered-999-benchmark': 'met' });
  });
});

describe('the meetings', () => {
  const meetings = async (asOf: string): Promise<readonly MeetingItem[]> => {
    const position = await readings.position({ asOf });
    const looking = { position, audienceIn: (area: string) => audienceFor(publicReader, area) };
    const query = new MeetingsQuery({ area: 'kent' }, looking);
    return (await dispatcher.query<MeetingList>(publicReader, 'meetings', query)).items;
  };

  it('are held where a paper says so, and else only called', async () => {
    const found = await meetings('2023-06-27');
    const byStatus = (wanted: string): string[] =>
      found.flatMap(({ id, status }) => (status === wanted ? [id] : [])).sort();
    expect(byStatus('held')).toEqual([
      'kent-board-2022-11-30',
      BOARD,
      'kent-panel-2022-12-06',
      'kent-panel-2023-02-01',
      PANEL,
    ]);
    expect(byStatus('called')).toEqual([
      'kent-board-2017-12-06',
      'kent-board-2022-09-14',
      'kent-board-2023-06-07',
      'kent-panel-2023-06-27',
      'kent-panel-2023-10-17',
      'kent-peel-plan-meeting-2022-10-31',
    ]);
    expect(found).toHaveLength(11);
  });

  const NOVEMBER = 'kent-board-2022-11-30';
  const FEBRUARY = 'kent-panel-2023-02-01';
  const BY_THEN = { [NOVEMBER]: `agreed at ${BOARD}, noted at ${PANEL}`, [FEBRUARY]: `agreed at ${PANEL}` };
  it.each([
    ['2023-03-20', { [NOVEMBER]: `agreed at ${BOARD}`, [FEBRUARY]: 'none', [BOARD]: 'none' }],
    ['2023-05-01', { ...BY_THEN, [BOARD]: 'none', [PANEL]: 'none' }],
    ['2023-06-27', { ...BY_THEN, [BOARD]: 'published', [PANEL]: 'published' }],
  ])('have these notes agreed, noted, or not yet agreed as of %s: %j', async (asOf, wanted) => {
    const found = (await meetings(asOf)).filter(({ id }) => id in wanted);
    const said = found.map(({ id, notes: { status, agreedAt, notedAt } }) => [
      id,
      [agreedAt ? `${status} at ${agreedAt}` : status, ...notedAt.map((at) => `noted at ${at}`)].join(', '),
    ]);
    expect(Object.fromEntries(said)).toEqual(wanted);
  });
});

describe('the questions', () => {
  const questions = async (asOf: string, meeting?: string): Promise<readonly QuestionItem[]> =>
    (await readings.questions.list(publicReader, { asOf }, { area: 'kent', meeting, limit: 1_000 })).items;

  it('that the commissioner put on 15 March are fifteen, each answered there', async () => {
    const put = await questions('2023-03-20', BOARD);
    expect(put.map(({ item, id }) => `${item} ${id}`).sort()).toEqual([
      '3 burglary-attendance',
      '3 domestic-abuse-fall',
      '3 feedback-to-victims',
      '3 fraud-intensification',
      '3 fraud-triaged-out',
      '3 neighbourhood-review-progress',
      '3 recording-from-risk-assessment',
      '3 safer-streets-app',
      '3 section-136-suite',
      '3 speedwatch-post',
      '3 stalking-orders-time',
      '3 vehicle-nuisance-action',
      '4 areas-for-improvement-signed-off',
      '4 data-wash',
      '5 trainers-leaving',
    ]);
    expect(countBy(put, ({ status, askedBy }) => `${status} ${askedBy}`)).toEqual({
      'answered kent-pcc': 15,
    });
  });

  it("that members put on 18 April are nine, two of them in writing under the commissioner's item", async () => {
    const put = await questions('2023-05-01', PANEL);
    expect(countBy(put, ({ item, mode, status }) => `${item} ${mode} ${status}`)).toEqual({
      'B1 oral answered': 3,
      'B2 oral answered': 4,
      'D1 written answered': 2,
    });
  });

  it('are twenty-five with one asked before, on a day that no paper gives, and none is unanswered', async () => {
    const all = await questions('2023-06-27');
    expect(countBy(all, ({ meeting }) => meeting ?? 'none')).toEqual({ [BOARD]: 15, [PANEL]: 9, none: 1 });
    expect(all.filter(({ unanswered }) => unanswered)).toEqual([]);
  });

  it('were answered with sixteen figures on record, none of them revised since', async () => {
    const all = await questions('2023-06-27');
    expect(all.flatMap(({ cites }) => cites)).toHaveLength(16);
    expect(all.filter(({ citesRevised }) => citesRevised > 0)).toEqual([]);
  });
});
