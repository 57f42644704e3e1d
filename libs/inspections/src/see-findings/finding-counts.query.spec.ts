import { eventId } from '@daybook/ledger/testing';
import type { Audience } from '@daybook/read-model';
import { ViewsOn } from '@daybook/read-model/testing';
import type { InspectionsEvent } from '../inspections.events';
import { inspectionsViews } from '../inspections.module';
import { act, raised } from '../testing/facts';
import { FindingCountsHandler, FindingCountsQuery, type FindingCounts } from './finding-counts.query';
import { readFindingsWanted } from './findings-wanted';
import { FindingsHandler, FindingsQuery } from './findings.query';

const on = (effectiveOn: string) => ({ effectiveOn });
const BOTH = ['kent-police', 'home-office'];
const facts: readonly InspectionsEvent[] = [
  raised({ finding: 'afi-01' }),
  raised({ finding: 'rec-01', kind: 'recommendation', addressees: BOTH }, on('2022-05-10')),
  act('inspections.discharge-claimed', { findings: ['afi-01'] }, on('2022-10-01')),
  act('inspections.finding-accepted', { findings: ['rec-01'], addressees: BOTH }, on('2022-06-01')),
  act('inspections.discharge-assured', { findings: ['afi-01'], of: eventId(2) }, on('2022-10-31')),
  act('inspections.finding-closed', { findings: ['afi-01'] }, on('2022-10-31')),
  act('inspections.progress-reported', { findings: ['rec-01'] }, on('2022-11-01')),
  act('inspections.finding-carried-forward', { findings: ['rec-01'] }, on('2022-12-01')),
  act(
    'inspections.discharge-claimed',
    { findings: ['rec-01'] },
    { ...on('2022-11-05'), access: 'restricted' },
  ),
];

const open: ViewsOn[] = [];
afterEach(() => open.splice(0).forEach((views) => views.close()));

async function viewsOn(told: readonly InspectionsEvent[]): Promise<ViewsOn> {
  const views = await ViewsOn.facts(inspectionsViews, told);
  open.push(views);
  return views;
}

async function counts(
  at: { asOf?: string; basis?: number; audience?: Audience; kind?: string } = {},
  told = facts,
): Promise<FindingCounts[]> {
  const views = await viewsOn(told);
  const { asOf = '2022-12-31', basis = views.size, audience = 'outside', kind } = at;
  const query = new FindingCountsQuery({ area: 'kent', kind }, { asOf, basis }, audience);
  return new FindingCountsHandler(views.rows).execute(query);
}

describe('findings by status over time', () => {
  it('81. are counted for each day that changed them, one for each addressee', async () => {
    expect(await counts()).toMatchObject([
      { on: '2022-04-28', open: 1, total: 1 },
      { on: '2022-05-10', open: 3, total: 3 },
      { on: '2022-06-01', open: 1, accepted: 2 },
      { on: '2022-10-01', open: 0, accepted: 2, claimed: 1 },
      { on: '2022-10-31', accepted: 2, claimed: 0, assured: 0, closed: 1, total: 3 },
      { on: '2022-12-01', accepted: 1, carriedForward: 1, closed: 1, total: 3 },
    ]);
  });

  it('81. are as at the position, of one kind where that is asked, and as the reader may see them', async () => {
    expect((await counts({ asOf: '2022-10-30' })).at(-1)).toMatchObject({ claimed: 1, closed: 0 });
    expect((await counts({ basis: 3 })).map((day) => day.on)).toEqual([
      '2022-04-28',
      '2022-05-10',
      '2022-10-01',
    ]);
    expect((await counts({ kind: 'afi' })).at(-1)).toMatchObject({ closed: 1, total: 1 });
    expect(await counts({ audience: 'inside' })).toContainEqual(
      expect.objectContaining({ on: '2022-11-05', accepted: 1, claimed: 1 }),
    );
  });

  it('81. show what was said before the day of the raising from that day on', async () => {
    const early = act('inspections.finding-accepted', { findings: ['afi-01'] }, on('2022-04-01'));
    expect(await counts({}, [raised({ finding: 'afi-01' }), early])).toMatchObject([
      { on: '2022-04-28', open: 0, accepted: 1, total: 1 },
    ]);
  });

  it('81. agree with the tracker on every day', async () => {
    const views = await viewsOn(facts);
    const wanted = readFindingsWanted({ area: 'kent' });
    for (const day of await counts()) {
      const query = new FindingsQuery(wanted, { asOf: day.on, basis: views.size }, () => 'outside');
      const { items } = await new FindingsHandler(views.rows).execute(query);
      const having = (status: string): number => items.filter((item) => item.status === status).length;
      expect(day).toMatchObject({
        ...{ open: having('open'), accepted: having('accepted'), claimed: having('claimed') },
        ...{ closed: having('closed'), carriedForward: having('carried-forward'), total: items.length },
      });
    }
  });
});
