import type { Citation } from '../scrutiny.events';
import { ViewsOn } from '@daybook/read-model/testing';
import { scrutinyViews } from '../scrutiny.module';
import { COMMITMENT, LATER, MET, QUESTION, act, asked, decided, made } from '../testing/facts';
import { LeaningHandler, LeaningQuery } from './leaning.query';

const calls: Citation = { figure: 'figure:kent/calls/2023-01', vintage: 'event-calls', value: null };
const crimes: Citation = { figure: 'figure:kent/crimes/2023-01', vintage: 'event-crimes', value: '7' };

const answer = (cites: readonly Citation[]) =>
  act('scrutiny.question-answered', {
    ...{ question: QUESTION, extent: 'full', answer: null, cites, meeting: null, item: null },
  });
const claim = act(
  'scrutiny.discharge-claimed',
  { commitment: COMMITMENT, evidence: null, cites: [calls] },
  { effectiveOn: LATER, access: 'restricted' },
);

describe('what leans on figures', () => {
  let views: ViewsOn;
  beforeAll(async () => {
    const facts = [asked(), answer([calls, crimes]), decided({ cites: [crimes] }), made(), claim];
    views = await ViewsOn.facts(scrutinyViews, facts);
  });
  afterAll(() => views.close());

  async function leaning(asOf: string, audience: 'inside' | 'outside' = 'inside') {
    const query = new LeaningQuery('kent', { asOf, basis: views.size }, audience);
    const found = await new LeaningHandler(views.rows).execute(query);
    return found.map(({ kind, cites }) => [kind, cites.vintage]);
  }

  it('46. is every answer, decision and claim that cites any, each figure by itself, the latest first', async () => {
    const said = [
      ['answer', 'event-calls'],
      ['answer', 'event-crimes'],
      ['decision', 'event-crimes'],
    ];
    expect(await leaning(MET)).toEqual(said);
    expect(await leaning(LATER)).toEqual([['claim', 'event-calls'], ...said]);
    expect(await leaning(LATER, 'outside')).toEqual(said);
    expect(await leaning('2023-03-14')).toEqual([]);
  });
});
