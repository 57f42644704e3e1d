import type { Ledger } from '@daybook/ledger';
import { sealedText } from '@daybook/ledger/testing';
import type { Audience } from '@daybook/read-model';
import { ViewsOn } from '@daybook/read-model/testing';
import { ADOPTED, LAST, LATER, PLAN, adopted, road, said } from '../../testing/plans';
import { PlanHandler, PlanQuery, PlansHandler, PlansQuery, type PlanOnRecord } from './plans.query';
import { plansView } from './plans.view';

const FIRST = 'plan-2017';
const NEXT = 'plan-2025';
const references = ['measure:kent/robbery'];
/** No sealed text can be opened here. */
const noKeys = { keys: { find: async () => new Map<string, 'erased'>() } } as unknown as Ledger;

const facts = [
  adopted(
    { plan: FIRST, title: 'The plan of 2017', from: '2017', until: null },
    { effectiveOn: '2017-12-06' },
  ),
  adopted({ succeeds: FIRST }),
  said('register.placed-under-priority', { references }),
  said('register.plan-varied', { priorities: [], reason: sealedText('Shorter.') }, { effectiveOn: LAST }),
  said('register.plan-varied', { title: 'Secret' }, { effectiveOn: LAST, access: 'restricted' }),
  adopted({ plan: NEXT, from: '2025-04', until: null, succeeds: PLAN }, { effectiveOn: '2025-02-01' }),
  { ...adopted(), data: { ...adopted().data, area: 'essex', title: 'Of Essex' } },
];

let views: ViewsOn;
beforeAll(async () => {
  views = await ViewsOn.facts([plansView], facts);
});
afterAll(() => views.close());

type Seen = { readonly basis?: number; readonly audience?: Audience };
const at = (asOf: string, { basis = views.size, audience = 'inside' }: Seen = {}) => ({
  ...{ position: { asOf, basis }, audienceIn: () => audience },
});
const statuses = async (asOf: string): Promise<string[]> => {
  const { items } = await new PlansHandler(views.rows).execute(new PlansQuery({ area: 'kent' }, at(asOf)));
  return items.map(({ id, status }) => `${id} ${status}`);
};
const plan = (looking: ReturnType<typeof at>, of: { plan?: string; area?: string } = {}) =>
  new PlanHandler(views.rows, noKeys).execute(new PlanQuery({ plan: PLAN, ...of }, looking));

describe('plans', () => {
  it('31. are seen as at a position: in force from their first day until their last, or until the next begins', async () => {
    expect(await statuses('2017-12-05')).toEqual([]);
    expect(await statuses('2017-12-06')).toEqual([`${FIRST} in-force`]);
    expect(await statuses(ADOPTED)).toEqual([`${FIRST} succeeded`, `${PLAN} in-force`]);
    expect(await statuses('2025-02-01')).toEqual([
      `${FIRST} succeeded`,
      `${PLAN} in-force`,
      `${NEXT} to-come`,
    ]);
    expect(await statuses('2025-04-01')).toEqual([
      `${FIRST} succeeded`,
      `${PLAN} succeeded`,
      `${NEXT} in-force`,
    ]);
    const early = await new PlansHandler(views.rows).execute(
      new PlansQuery({}, at('2026-01-15', { basis: 2 })),
    );
    expect(early.items.map(({ area, id, status }) => [area, id, status])).toEqual([
      ['kent', FIRST, 'succeeded'],
      ['kent', PLAN, 'ended'],
    ]);
  });

  it('32. by an id alone are those of the area that recorded it first, of those that the reader may read', async () => {
    expect((await plan(at(LATER)))?.item).toMatchObject({ area: 'kent', succeeds: FIRST, succeededBy: null });
    expect((await plan(at(LATER), { area: 'essex' }))?.item.title).toBe('Of Essex');
    expect(await plan(at('2022-04-29'))).toBeUndefined();
    const outside = await plan(at(LAST, { audience: 'outside' }));
    expect([outside?.item.title, (await plan(at(LAST)))?.item.title]).toEqual([
      'Making Kent Safer',
      'Secret',
    ]);
  });

  it('33. have what was placed under each priority, those that they dropped, and every event about them', async () => {
    const { item, former, placed, history } = (await plan(at(LAST))) as PlanOnRecord;
    expect(item).toMatchObject({ priorities: [], variations: 2, effectiveOn: ADOPTED });
    expect(former.map(({ id, until }) => [id, until])).toEqual([
      [road.id, LAST],
      ['young-people', LAST],
    ]);
    expect(placed.get(road.id)).toEqual([{ reference: references[0], since: LATER, index: 2 }]);
    expect(history.map(({ type }) => type.slice('register.'.length))).toEqual([
      ...['plan-adopted', 'placed-under-priority', 'plan-varied', 'plan-varied'],
    ]);
    expect(history[2]).toMatchObject({ priorities: [], reason: null, fits: true });
    expect((await plan(at(ADOPTED)))?.placed.size).toBe(0);
  });
});
