import type { Fact, RefusalError } from '@daybook/ledger';
import type { Audience } from '@daybook/read-model';
import { ViewsOn } from '@daybook/read-model/testing';
import { scrutinyViews } from '../../scrutiny.module';
import { BOARD, CALLED, LATER, MEETING, MET, act, called, held } from '../../testing/facts';
import { readMeetingsWanted, type MeetingsWanted } from './meetings-wanted';
import { MeetingsHandler, MeetingsQuery } from './meetings.query';

const open: ViewsOn[] = [];
afterEach(() => open.splice(0).forEach((views) => views.close()));

type At = { asOf?: string; audience?: Audience; after?: string; limit?: number };

async function list(facts: readonly Fact[], wanted: MeetingsWanted = {}, at: At = {}) {
  const { asOf = '2023-12-31', audience = 'outside', after, limit } = at;
  const views = await ViewsOn.facts(scrutinyViews, facts);
  open.push(views);
  const looking = { position: { asOf, basis: views.size }, audienceIn: () => audience };
  return new MeetingsHandler(views.rows).execute(new MeetingsQuery(wanted, looking, { after, limit }));
}

function refusalOf(asking: () => unknown): unknown {
  try {
    return asking();
  } catch (error) {
    return (error as RefusalError).refusal;
  }
}

const panelMeeting = called({ meeting: 'kent-panel-2023-06-27', body: 'kent-panel', on: '2023-06-27' });
const inEssex = called({ meeting: 'essex-board-1', area: 'essex', body: 'essex-board' });

describe('meetings', () => {
  it('20. are seen as at a position, what is called with the day for which it is', async () => {
    const facts = [called(), held()];
    expect((await list(facts, {}, { asOf: '2023-02-19' })).items).toEqual([]);
    expect((await list(facts, {}, { asOf: CALLED })).items).toMatchObject([
      { id: MEETING, body: BOARD, status: 'called', on: MET, itemCount: 3, notes: { status: 'none' } },
    ]);
    expect((await list(facts, {}, { asOf: MET })).items).toMatchObject([{ status: 'held', on: MET }]);
    const inMarch = [called(), held({ on: '2023-03-31' }, { precision: 'month' })];
    expect((await list(inMarch)).items).toMatchObject([{ on: '2023-03-31', precision: 'month' }]);
  });

  it('21. are listed by area, body, status and day, the latest first, in pages', async () => {
    const facts = [called(), held(), panelMeeting, inEssex];
    const ids = async (wanted: MeetingsWanted, at?: At) =>
      (await list(facts, wanted, at)).items.map(({ id }) => id);
    expect(await ids({})).toEqual(['kent-panel-2023-06-27', 'essex-board-1', MEETING]);
    expect(await ids({ area: 'kent' })).toEqual(['kent-panel-2023-06-27', MEETING]);
    expect(await ids({ body: 'kent-panel' })).toEqual(['kent-panel-2023-06-27']);
    expect(await ids({ status: 'held' })).toEqual([MEETING]);
    expect(await ids({ from: LATER })).toEqual(['kent-panel-2023-06-27']);
    expect(await ids({ to: MET, area: 'kent' })).toEqual([MEETING]);
    const first = await list(facts, {}, { limit: 2 });
    expect(first.next).toBe('essex/essex-board-1');
    expect(await ids({}, { after: first.next })).toEqual([MEETING]);
    await expect(list(facts, {}, { after: 'kent/nothing' })).rejects.toMatchObject({
      refusal: { code: 'request.bad-cursor' },
    });
  });

  it('21. what cannot be asked for is named, each part of it', () => {
    expect(readMeetingsWanted({ status: 'held', from: MET })).toEqual({ status: 'held', from: MET });
    const asking = () => readMeetingsWanted({ status: 'late', from: '2023-02-30' });
    expect(refusalOf(asking)).toMatchObject({
      code: 'scrutiny.bad-filter',
      fields: [
        { field: '/from', code: 'scrutiny.bad-date' },
        { field: '/status', code: 'scrutiny.unknown-status' },
      ],
    });
  });

  it('21. a meeting without a day stands before the others, and within no days', async () => {
    const postponed = act(
      'scrutiny.meeting-postponed',
      { meeting: MEETING, to: null, reason: null },
      { effectiveOn: '2023-03-01' },
    );
    const { items } = await list([called(), postponed, panelMeeting]);
    expect(items).toMatchObject([{ status: 'postponed', on: null, calledFor: MET }, { status: 'called' }]);
    expect((await list([called(), postponed], { from: CALLED })).items).toEqual([]);
  });

  it('20. what is restricted is seen from inside alone', async () => {
    const facts = [called({}, { access: 'restricted' })];
    expect((await list(facts)).items).toEqual([]);
    expect((await list(facts, {}, { audience: 'inside' })).items).toHaveLength(1);
  });

  it('27. notes are agreed by a later meeting of the same body, and only noted by any other', async () => {
    const of = { meeting: MEETING, item: null, corrections: null };
    const facts = [
      called(),
      held(),
      act(
        'scrutiny.notes-published',
        { meeting: MEETING, kind: 'notes', notes: 'paper-o' },
        { effectiveOn: LATER },
      ),
      act(
        'scrutiny.notes-agreed',
        { ...of, at: 'kent-panel-2023-06-27', outcome: 'noted' },
        { effectiveOn: '2023-06-27' },
      ),
      act(
        'scrutiny.notes-agreed',
        { ...of, at: 'kent-board-2023-09-01', outcome: 'agreed-with-corrections' },
        { effectiveOn: '2023-09-01' },
      ),
    ];
    const notes = async (asOf: string) => (await list(facts, {}, { asOf })).items[0]?.notes;
    const published = { status: 'published', kind: 'notes', paper: 'paper-o', publishedOn: LATER };
    expect(await notes(LATER)).toEqual({ ...published, agreedOn: null, agreedAt: null, notedAt: [] });
    expect(await notes('2023-06-27')).toMatchObject({ ...published, notedAt: ['kent-panel-2023-06-27'] });
    expect(await notes('2023-09-01')).toMatchObject({
      ...{ status: 'agreed-with-corrections', agreedOn: '2023-09-01', agreedAt: 'kent-board-2023-09-01' },
      notedAt: ['kent-panel-2023-06-27'],
    });
  });
});
