import type { Ledger } from '@daybook/ledger';
import { eventId } from '@daybook/ledger/testing';
import type { Audience } from '@daybook/read-model';
import { ViewsOn } from '@daybook/read-model/testing';
import type { InspectionsEvent } from '../inspections.events';
import { inspectionsViews } from '../inspections.module';
import { AFI, INSPECTION, PUBLISHED, act, inspected, raised } from '../testing/facts';
import {
  CONCERN,
  CONCERN_LAST_DAY,
  CONCERN_PUBLISHED,
  DAY_12,
  LAST_DAY,
  REC_1,
  REC_2,
  TOO_LATE,
  answered,
  commented,
  concerned,
  copied,
  invited,
  published,
  recommended,
} from '../testing/responses';
import type { ResponseItem } from './response-item';
import { ResponseHandler, ResponseQuery } from './response.query';

/** Its keys are all destroyed: a spec reads that a text was given, never what it says. */
const ledger = { keys: { find: async () => new Map() } } as unknown as Ledger;
const on = (effectiveOn: string) => ({ effectiveOn });
const NATIONAL = 'national-2022';

const open: ViewsOn[] = [];
afterEach(() => open.splice(0).forEach((views) => views.close()));

interface At {
  readonly basis?: number;
  readonly audience?: Audience;
  readonly id?: string;
}
async function response(
  told: readonly InspectionsEvent[],
  asOf: string,
  { basis, audience = 'outside', id = INSPECTION }: At = {},
): Promise<ResponseItem | undefined> {
  const views = await ViewsOn.facts(inspectionsViews, told);
  open.push(views);
  const position = { asOf, basis: basis ?? views.size };
  const query = new ResponseQuery({ inspection: id }, { position, audienceIn: () => audience });
  return new ResponseHandler(views.rows, ledger).execute(query);
}

const report = [inspected(), recommended(), recommended(REC_2), raised()] as const;
const whole = [
  ...report,
  invited(),
  commented({}, on('2022-05-20')),
  answered({}, on('2022-05-25')),
  answered({ finding: REC_2, action: 'nothing' }, on('2022-05-26')),
] as const;

describe('a response', () => {
  it('68. runs from publication, is met by what is published in time, and stays so', async () => {
    expect(await response(report, DAY_12)).toMatchObject({
      ...{ publishedOn: PUBLISHED, dueOn: LAST_DAY, status: 'running', day: 12, respondedOn: null },
      ...{ complete: false, uncovered: [REC_1, REC_2], missing: ['comments'] },
      ...{ daysLate: null, daysPast: null, why: null },
    });
    expect(await response(report, TOO_LATE)).toMatchObject({ status: 'none-recorded', day: 57, daysPast: 1 });
    const met = [...whole, published({}, on(LAST_DAY))];
    expect(await response(met, '2022-06-21')).toMatchObject({ status: 'running', day: 55 });
    expect(await response(met, '2024-01-01')).toMatchObject({
      ...{ status: 'met', day: 56, respondedOn: LAST_DAY },
      ...{ complete: true, uncovered: [], missing: [] },
    });
    const late = [...whole, published({}, on(TOO_LATE))];
    expect(await response(late, '2024-01-01')).toMatchObject({ status: 'late', day: 57, daysLate: 1 });
  });

  it('68. is as the ledger knew it: what is entered late changes what is said of the day, not what was', async () => {
    const met = [...whole, published({}, on(LAST_DAY))];
    const before = { basis: whole.length };
    expect(await response(met, TOO_LATE, before)).toMatchObject({ status: 'none-recorded', daysPast: 1 });
    expect(await response(met, TOO_LATE)).toMatchObject({ status: 'met' });
    expect(await response(met, TOO_LATE, { basis: 0 })).toBeUndefined();
    expect(await response(met, '2022-04-27')).toBeUndefined();
  });

  it('68. of what has no clock is shown all the same, with the date that it sets itself', async () => {
    const audit = inspected({ kind: 'internal-audit', inspectorate: 'auditor', replyDueOn: '2022-05-31' });
    expect(await response([audit, published()], TOO_LATE)).toMatchObject({
      ...{ status: 'not-applicable', why: 'sets-its-own-date', day: null, dueOn: '2022-05-31' },
      ...{ respondedOn: DAY_12, publications: [{ day: null }] },
    });
  });

  it('69. published incomplete, it names what was not answered by then, and later answers do not mend it', async () => {
    const told = [
      ...[...report, commented({ arrived: false, comments: null }), answered()],
      published({ reply: null }, on('2022-05-20')),
      answered({ finding: REC_2 }, on('2022-05-21')),
    ];
    const incomplete = { complete: false, uncovered: [REC_2], missing: [] };
    expect(await response(told, '2022-05-20')).toMatchObject({ status: 'met', day: 23, ...incomplete });
    expect(await response(told, TOO_LATE)).toMatchObject({ ...incomplete, publications: [incomplete] });
    const again = [...told, published({ reply: null }, on(TOO_LATE))];
    expect(await response(again, TOO_LATE)).toMatchObject({
      ...{ status: 'met', day: 23, complete: true, uncovered: [] },
      publications: [incomplete, { day: 57, complete: true }],
    });
  });

  it('69. so it does with comments: those that came want a reply, and that none came can be said later', async () => {
    const bare = published({ reply: null }, on('2022-05-20'));
    const answers = [...report, answered(), answered({ finding: REC_2 })];
    const missing = async (...facts: InspectionsEvent[]) =>
      (await response([...answers, ...facts, bare], TOO_LATE))?.missing;
    expect(await missing()).toEqual(['comments']);
    expect(await missing(commented())).toEqual(['reply']);
    expect(await missing(commented({}, on('2022-05-21')))).toEqual(['comments']);
    const none = { arrived: false, comments: null };
    expect(await missing(commented(none, on('2022-05-21')))).toEqual([]);
    expect(await missing(commented(none), commented({}, on('2022-05-15')))).toEqual(['reply']);
    expect(await missing(commented(), published({}, on('2022-05-15')))).toEqual([]);
  });

  it('69. what is known by its month alone may have been said on its first day', async () => {
    const month = { effectiveOn: '2022-05-31', precision: 'month' } as const;
    const told = [...report, commented({}, month), answered({}, month), published({}, on('2022-05-20'))];
    expect(await response(told, TOO_LATE)).toMatchObject({ uncovered: [REC_2], missing: [] });
  });

  it('61. covers recommendations to a body of the area, until they are taken back', async () => {
    const elsewhere = recommended('elsewhere', { addressees: ['essex-police', 'home-office'] });
    const withdrawn = act('inspections.finding-withdrawn', { findings: [REC_2] }, on('2022-05-10'));
    const told = [...report, elsewhere, withdrawn];
    expect((await response(told, DAY_12))?.uncovered).toEqual([REC_1, REC_2]);
    const after = await response(told, '2022-05-10');
    expect(after?.uncovered).toEqual([REC_1]);
    expect(after?.recommendations.map(({ finding }) => finding)).toEqual([REC_1]);
    expect(JSON.stringify(after)).not.toContain(AFI);
  });

  it('62. of several answers the latest by effective date counts; all are shown', async () => {
    const told = [
      ...report,
      answered({ action: 'planned' }, on('2022-05-25')),
      answered({ action: 'done', of: eventId(4) }, on(LAST_DAY)),
      answered({ action: 'nothing' }, on('2022-05-01')),
    ];
    const said = async (asOf: string) =>
      (await response(told, asOf))?.answers.map(({ action, stands }) => `${action}${stands ? ' *' : ''}`);
    expect(await said('2022-05-01')).toEqual(['nothing *']);
    expect(await said('2022-05-25')).toEqual(['nothing', 'planned *']);
    expect(await said(LAST_DAY)).toEqual(['nothing', 'planned', 'done *']);
  });

  it('64. answers another report too, which has recommendations of its own', async () => {
    const other = inspected({ inspection: NATIONAL, kind: 'national', title: 'Nationally' });
    const own = recommended('n-01', { inspection: NATIONAL });
    const early = concerned({ inspection: NATIONAL, recommendations: ['n-01'] });
    const told = [
      ...[...whole, other, own, early],
      published({ answersAlso: [NATIONAL] }, on('2022-05-30')),
      copied({ answersAlso: [NATIONAL] }, on('2022-05-31')),
    ];
    expect(await response(told, TOO_LATE, { id: NATIONAL })).toMatchObject({
      ...{ title: 'Nationally', status: 'met', day: 33, complete: false, uncovered: ['n-01'] },
      publications: [{ inspection: INSPECTION, answersAlso: [NATIONAL] }],
      copies: [{ to: 'inspectorate', sentOn: '2022-05-31' }, { sentOn: null }],
      // The report is answered by it; what was published before the report is not.
      accelerated: [{ status: 'none-recorded', publications: [] }],
    });
  });

  it('70. each copy is outstanding until it is recorded', async () => {
    const told = [...whole, published(), copied({}, on(LAST_DAY)), copied({}, on(TOO_LATE))];
    const sent = async (asOf: string) => (await response(told, asOf))?.copies.map(({ sentOn }) => sentOn);
    expect(await sent(DAY_12)).toEqual([null, null]);
    expect(await sent(TOO_LATE)).toEqual([LAST_DAY, null]);
    const both = [...told, copied({ to: 'secretary-of-state' }, on(TOO_LATE))];
    expect((await response(both, TOO_LATE))?.copies).toMatchObject([
      { to: 'inspectorate', sentOn: LAST_DAY },
      { to: 'secretary-of-state', sentOn: TOO_LATE, sent: { index: both.length - 1 } },
    ]);
  });

  it('66. a cause of concern has its own clock, and covers only what it carries', async () => {
    const told = [
      inspected({}, on(CONCERN_PUBLISHED)),
      ...[concerned(), recommended(REC_1, {}, on(CONCERN_PUBLISHED)), recommended(REC_2)],
      ...[answered({}, on('2022-04-01')), commented({ concern: CONCERN }, on('2022-04-02'))],
      published({ concern: CONCERN }, on(CONCERN_LAST_DAY)),
    ];
    const early = await response(told, '2022-03-31');
    expect(early).toMatchObject({ status: 'not-applicable', why: 'not-published-yet' });
    expect(early?.accelerated).toMatchObject([
      {
        concern: CONCERN,
        publishedOn: CONCERN_PUBLISHED,
        dueOn: CONCERN_LAST_DAY,
        status: 'running',
        day: 31,
      },
    ]);
    expect(await response(told, DAY_12)).toMatchObject({
      ...{ concern: null, status: 'running', day: 12, uncovered: [REC_2], publications: [], comments: [] },
      accelerated: [{ status: 'met', day: 56, complete: true, recommendations: [{ finding: REC_1 }] }],
    });
  });

  it('67. tells those outside nothing of what is restricted', async () => {
    const closed = { access: 'restricted' } as const;
    const told = [inspected(), recommended(), recommended(REC_2, {}, closed), commented({}, closed)];
    expect(await response(told, DAY_12)).toMatchObject({ uncovered: [REC_1], comments: [] });
    const inside = await response(told, DAY_12, { audience: 'inside' });
    expect(inside).toMatchObject({ uncovered: [REC_1, REC_2], comments: [{ arrived: true }] });
    expect(await response([inspected({}, closed)], DAY_12)).toBeUndefined();
  });

  it('68. keeps that a text was erased', async () => {
    expect(await response(whole, LAST_DAY)).toMatchObject({
      comments: [{ arrived: true, comments: null, commentsErased: true }],
      answers: [{ answer: null, answerErased: true }, { answerErased: true }],
      invited: { commentsBy: '2022-05-27', effectiveOn: DAY_12 },
    });
  });
});
