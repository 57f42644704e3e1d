import { isInTimeline, newestFirst, type TimelineEntry, type TimelineWanted } from '@daybook/provenance';
import type { Fact } from '@daybook/ledger';
import type { Audience } from '@daybook/read-model';
import { ViewsOn } from '@daybook/read-model/testing';
import { scrutinyViews } from '../scrutiny.module';
import {
  CALLED,
  DEPUTY,
  LATER,
  MEETING,
  MET,
  act,
  asked,
  called,
  decided,
  held,
  made,
} from '../testing/facts';
import { ScrutinyTimelineHandler, ScrutinyTimelineQuery } from './timeline.query';
import { readTimelineWanted } from './timeline-wanted';

const open: ViewsOn[] = [];
afterEach(() => open.splice(0).forEach((views) => views.close()));

const answered = act(
  'scrutiny.question-answered',
  {
    ...{ question: 'kent-board-2023-03-15-question-1', extent: 'full', answer: null, cites: [] },
    ...{ meeting: 'kent-board-2023-04-18', item: '2', office: DEPUTY },
  },
  { effectiveOn: LATER, for: 'kent-police' },
);
const facts = [called(), held(), asked(), made(), decided(), answered];

async function timeline(
  of: readonly Fact[],
  { asOf = '2023-12-31', audience = 'outside' }: { asOf?: string; audience?: Audience } = {},
  wanted: TimelineWanted = {},
): Promise<TimelineEntry[]> {
  const views = await ViewsOn.facts(scrutinyViews, of);
  open.push(views);
  const query = new ScrutinyTimelineQuery('kent', { asOf, basis: views.size }, audience);
  const found = await new ScrutinyTimelineHandler(views.rows).execute(query);
  return found.filter((entry) => isInTimeline(entry, wanted)).sort(newestFirst);
}

describe('the timeline', () => {
  it('117. has every event, the newest first, each with where its subject stands at the position', async () => {
    const found = await timeline(facts);
    expect(found.map(({ kind, effectiveOn }) => [kind, effectiveOn])).toEqual([
      ['question', LATER],
      ['decision', MET],
      ['commitment', MET],
      ['question', MET],
      ['meeting', MET],
      ['meeting', CALLED],
    ]);
    expect(found[0]).toMatchObject({ status: 'answered', meeting: 'kent-board-2023-04-18', item: '2' });
    expect(found[3]).toMatchObject({ status: 'answered', meeting: MEETING, item: '1' });
    const before = await timeline(facts, { asOf: MET });
    expect(before.map(({ kind, status }) => [kind, status])).toContainEqual(['question', 'open']);
  });

  it('118. is narrowed by kind, office or body, meeting, where it stands and days; else it says what it cannot read', async () => {
    const kinds = async (wanted: TimelineWanted) =>
      (await timeline(facts, {}, wanted)).map(({ type }) => type);
    expect(await kinds({ kind: 'decision' })).toEqual(['scrutiny.decision-recorded']);
    expect(await kinds({ office: DEPUTY })).toEqual(['scrutiny.question-answered']);
    expect(await kinds({ office: 'kent-police' })).toEqual(['scrutiny.question-answered']);
    expect(await kinds({ meeting: 'kent-board-2023-04-18' })).toEqual(['scrutiny.question-answered']);
    expect(await kinds({ status: 'held', to: CALLED })).toEqual(['scrutiny.meeting-called']);
    expect(await kinds({ from: LATER })).toEqual(['scrutiny.question-answered']);
    expect(() => readTimelineWanted({ kind: 'rumour', from: '15 March' })).toThrow(
      expect.objectContaining({
        refusal: expect.objectContaining({
          code: 'scrutiny.bad-filter',
          fields: [
            expect.objectContaining({ field: '/kind', code: 'scrutiny.unknown-kind' }),
            expect.objectContaining({ field: '/from', code: 'scrutiny.bad-date' }),
          ],
        }) as object,
      }) as Error,
    );
  });

  it('119. shows whoever reads from outside what public records alone say', async () => {
    const restricted = [called(), asked({}, { access: 'restricted' }), answered];
    expect((await timeline(restricted)).map(({ kind }) => kind)).toEqual(['meeting']);
    expect(await timeline(restricted, { audience: 'inside' })).toHaveLength(3);
  });
});
