import type { Ledger } from '@daybook/ledger';
import { ViewsOn } from '@daybook/read-model/testing';
import { scrutinyViews } from '../../scrutiny.module';
import { DECISION, LATER, LATER_STILL, MET, act, decided } from '../../testing/facts';
import { DecisionHandler, DecisionQuery } from './decision.query';
import { DecisionsHandler, DecisionsQuery } from './decisions.query';

const ledger = { keys: { find: async () => new Map() } } as unknown as Ledger;
const kept = act(
  'scrutiny.decision-amended',
  {
    ...{ decision: DECISION, title: 'Set another budget', reasons: null },
    ...{ takesEffectOn: null, publishedOn: null, exempt: null },
  },
  { effectiveOn: LATER_STILL },
);
const facts = [
  decided(),
  decided({ decision: 'later' }, { effectiveOn: LATER }),
  decided({ decision: 'hidden' }, { effectiveOn: LATER, access: 'restricted' }),
  kept,
];

describe('decisions', () => {
  let views: ViewsOn;
  beforeAll(async () => {
    views = await ViewsOn.facts(scrutinyViews, facts);
  });
  afterAll(() => views.close());

  it('100. are listed as at a position, the latest first, as the reader may see them', async () => {
    const ids = async (asOf: string, audience: 'inside' | 'outside') => {
      const query = new DecisionsQuery({ area: 'kent' }, { asOf, basis: views.size }, () => audience);
      return (await new DecisionsHandler(views.rows).execute(query)).items.map(({ id }) => id);
    };
    expect(await ids(MET, 'inside')).toEqual([DECISION]);
    expect(await ids(LATER_STILL, 'outside')).toEqual(['later', DECISION]);
    expect((await ids(LATER_STILL, 'inside')).sort()).toEqual(['hidden', DECISION, 'later'].sort());
  });

  it('101. are told one by one in full, with all that was said of each', async () => {
    const one = (decision: string, asOf: string) =>
      new DecisionHandler(views.rows, ledger).execute(
        new DecisionQuery({ decision }, { asOf, basis: views.size }, () => 'outside'),
      );
    expect(await one(DECISION, MET)).toMatchObject({ title: 'Set the budget', amendments: 0 });
    const amended = await one(DECISION, LATER_STILL);
    expect(amended).toMatchObject({ title: 'Set another budget', amendments: 1 });
    expect(amended?.history.map(({ type }) => type)).toEqual([
      'scrutiny.decision-recorded',
      'scrutiny.decision-amended',
    ]);
    expect(await one('hidden', LATER_STILL)).toBeUndefined();
  });
});
