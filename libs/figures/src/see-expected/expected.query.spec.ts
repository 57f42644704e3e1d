import type { Audience } from '@daybook/read-model';
import { ViewsOn } from '@daybook/read-model/testing';
import { eventId } from '@daybook/ledger/testing';
import { measureRef, type CalendarSet, type FiguresEvent } from '../figures.events';
import { figuresViews } from '../figures.module';
import { content, defined, marked, reported } from '../testing/facts';
import { ExpectedHandler, ExpectedQuery, type ExpectedItem, type ExpectedState } from './expected.query';

const of = { area: 'kent', measure: 'robbery' };
/** Every month from July 2022, 45 days after it ends: July is due on 14 September. */
function calendar(parts: Partial<CalendarSet['data'] & CalendarSet> = {}): CalendarSet {
  const { effectiveOn = '2022-07-01', access = 'public', measure = 'robbery', ...own } = parts;
  const about = { area: 'kent', measure };
  return {
    ...{ type: 'figures.calendar-set', schema: 1, effectiveOn, precision: 'day', access },
    about: [measureRef(about)],
    data: { ...about, frequency: 'month', daysAfter: 45, from: '2022-07', until: null, ...own },
  };
}

const open: ViewsOn[] = [];
afterEach(() => open.splice(0).forEach((views) => views.close()));

interface At {
  readonly asOf: string;
  readonly basis?: number;
  readonly audience?: Audience;
  readonly state?: ExpectedState;
}
async function expected(facts: readonly FiguresEvent[], at: At): Promise<readonly ExpectedItem[]> {
  const views = await ViewsOn.facts(figuresViews, facts);
  open.push(views);
  const position = { asOf: at.asOf, basis: at.basis ?? views.size };
  const query = new ExpectedQuery({ area: 'kent', state: at.state }, position, at.audience ?? 'outside');
  return (await new ExpectedHandler(views.rows).execute(query)).items;
}
async function said(facts: readonly FiguresEvent[], at: At): Promise<string[]> {
  const items = await expected(facts, at);
  return items.map((i) => `${i.period} ${i.state}${i.days > 0 ? ` ${i.days}` : ''}`);
}

const begun = [defined(), calendar()];

describe('what is expected', () => {
  it('64. is due until its day has passed, then it has not come; and only the next one is said of the future', async () => {
    expect(await said(begun, { asOf: '2022-07-31' })).toEqual(['2022-07 due']);
    expect(await said(begun, { asOf: '2022-09-14' })).toEqual(['2022-07 due', '2022-08 due']);
    expect(await said(begun, { asOf: '2022-09-15' })).toEqual(['2022-07 overdue 1', '2022-08 due']);
    expect(await said(begun, { asOf: '2022-06-30' })).toEqual([]);
    expect(await said(begun, { asOf: '2022-09-15', basis: 1 })).toEqual([]);
  });

  it('64. is received in time or late, and what came late stays late', async () => {
    const late = [...begun, reported({ effectiveOn: '2022-09-20' })];
    expect(await said(late, { asOf: '2022-09-19' })).toEqual(['2022-07 overdue 5', '2022-08 due']);
    expect(await said(late, { asOf: '2022-09-20' })).toEqual(['2022-07 received-late 6', '2022-08 due']);
    const again = [...late, reported({ effectiveOn: '2023-01-10', paper: 'paper-2' })];
    expect((await said(again, { asOf: '2025-01-01' }))[0]).toBe('2022-07 received-late 6');
    const inTime = [...begun, reported({ effectiveOn: '2022-09-14' })];
    expect(await said(inTime, { asOf: '2022-09-14' })).toEqual(['2022-07 received', '2022-08 due']);
  });

  it('64. stays late when a newer calendar gives more time', async () => {
    const facts = [
      ...begun,
      reported({ effectiveOn: '2022-09-20' }),
      calendar({ effectiveOn: '2022-10-01', daysAfter: 90 }),
    ];
    const [july, august] = await expected(facts, { asOf: '2022-10-20' });
    expect([july?.state, july?.due, july?.calendar]).toEqual(['received-late', '2022-09-14', eventId(1)]);
    expect([august?.state, august?.due, august?.calendar]).toEqual(['due', '2022-11-29', eventId(3)]);
  });

  it('64. counts a month from its first day: nobody is late by a guess', async () => {
    const inMonth = (effectiveOn: string) => [...begun, reported({ effectiveOn, precision: 'month' })];
    expect((await said(inMonth('2022-09-30'), { asOf: '2022-09-30' }))[0]).toBe('2022-07 received');
    expect((await said(inMonth('2022-10-31'), { asOf: '2022-10-31' }))[0]).toBe('2022-07 received-late 17');
  });

  it('63. has come with the first entry by date, whenever it was recorded', async () => {
    const lateEntry = [...begun, reported({ effectiveOn: '2022-10-30', paper: 'paper-2' }), reported()];
    expect((await said(lateEntry, { asOf: '2023-01-01', basis: 3 }))[0]).toBe('2022-07 received-late 46');
    const [july] = await expected(lateEntry, { asOf: '2023-01-01' });
    expect(july).toMatchObject({
      ...{ state: 'received', receivedOn: '2022-09-14', paper: 'paper-1', entry: eventId(3), index: 3 },
      ...{ title: content.title, owner: 'kent-police', days: 0 },
    });
  });

  it('63. has come with a stated absence, and not with what was entered wrongly', async () => {
    const absent = [...begun, reported({ value: null, status: 'O' })];
    expect((await said(absent, { asOf: '2022-09-30' }))[0]).toBe('2022-07 received');
    const slip = [...begun, reported(), marked({ of: eventId(2) })];
    expect((await said(slip, { asOf: '2022-09-30' }))[0]).toBe('2022-07 overdue 16');
  });

  it('63. a part answers for its period where the measure has dimensions, and not where it has none', async () => {
    const part = reported({ breakdown: 'sex=male' });
    expect((await said([...begun, part], { asOf: '2022-09-30' }))[0]).toBe('2022-07 overdue 16');
    const sex = { name: 'sex', exclusive: true, complete: true };
    const parted = [defined({ dimensions: [sex] }), calendar(), part];
    expect((await said(parted, { asOf: '2022-09-30' }))[0]).toBe('2022-07 received');
  });

  it('65. is not told to those outside where it is restricted, nor is a restricted entry', async () => {
    const closed = [defined(), calendar({ access: 'restricted' })];
    expect(await said(closed, { asOf: '2022-09-15' })).toEqual([]);
    expect(await said(closed, { asOf: '2022-09-15', audience: 'inside' })).toHaveLength(2);
    const entry = [...begun, reported({ access: 'restricted' })];
    expect((await said(entry, { asOf: '2022-09-15' }))[0]).toBe('2022-07 overdue 1');
    expect((await said(entry, { asOf: '2022-09-15', audience: 'inside' }))[0]).toBe('2022-07 received');
  });

  it('can be asked by state, and by measure in order of due date, a page at a time', async () => {
    const facts = [
      ...begun,
      defined({ measure: 'arson' }),
      calendar({ measure: 'arson', from: '2022-09' }),
      reported(),
    ];
    expect(await said(facts, { asOf: '2022-10-16', state: 'overdue' })).toEqual(['2022-08 overdue 1']);
    const views = await ViewsOn.facts(figuresViews, facts);
    open.push(views);
    const page = (after?: string) =>
      new ExpectedHandler(views.rows).execute(
        new ExpectedQuery(of, { asOf: '2022-10-16', basis: views.size }, 'outside', { after, limit: 2 }),
      );
    const first = await page();
    expect(first.items.map((i) => i.period)).toEqual(['2022-07', '2022-08']);
    const second = await page(first.next);
    expect([second.items.map((i) => i.period), second.next]).toEqual([['2022-09'], undefined]);
    const all = await expected(facts, { asOf: '2022-10-16' });
    expect(all.map((i) => i.measure)).toEqual(['arson', 'robbery', 'robbery', 'robbery']);
  });
});
