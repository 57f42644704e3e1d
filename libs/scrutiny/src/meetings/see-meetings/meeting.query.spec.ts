import type { Fact, Ledger } from '@daybook/ledger';
import { eventId } from '@daybook/ledger/testing';
import type { Audience } from '@daybook/read-model';
import { ViewsOn } from '@daybook/read-model/testing';
import { scrutinyViews } from '../../scrutiny.module';
import {
  COMMITMENT,
  DECISION,
  LATER,
  LATER_STILL,
  MEETING,
  MET,
  QUESTION,
  act,
  asked,
  because,
  called,
  decided,
  held,
  item,
  made,
} from '../../testing/facts';
import { NEXT_BOARD, PANEL_MEETING, agreed, nextBoard, published } from '../../testing/meetings';
import { MeetingHandler, MeetingQuery } from './meeting.query';

const open: ViewsOn[] = [];
afterEach(() => open.splice(0).forEach((views) => views.close()));

type At = { asOf?: string; audience?: Audience; meeting?: string; area?: string };
/** No key is kept: every text reads as erased. */
const ledger = { keys: { find: async () => new Map() } } as unknown as Ledger;

async function one(facts: readonly Fact[], { asOf = '2023-12-31', audience = 'outside', ...of }: At = {}) {
  const views = await ViewsOn.facts(scrutinyViews, facts);
  open.push(views);
  const looking = { position: { asOf, basis: views.size }, audienceIn: () => audience };
  const query = new MeetingQuery({ meeting: MEETING, ...of }, looking);
  return new MeetingHandler(views.rows, ledger).execute(query);
}

const answered = (extent: 'full' | 'part', parts: object, effectiveOn: string) =>
  act(
    'scrutiny.question-answered',
    { question: QUESTION, extent, answer: because, cites: [], meeting: null, item: null, ...parts },
    { effectiveOn },
  );
const here = { meeting: MEETING, item: '1' };
const claimed = act(
  'scrutiny.discharge-claimed',
  { commitment: COMMITMENT, evidence: because, cites: [] },
  { effectiveOn: LATER },
);

describe('a meeting in full', () => {
  it('22. is that of the area which recorded its id first, unless the area is said', async () => {
    const facts = [called({ area: 'essex' }, { access: 'restricted' }), called()];
    expect(await one(facts)).toMatchObject({ area: 'kent' });
    expect(await one(facts, { audience: 'inside' })).toMatchObject({ area: 'essex' });
    expect(await one(facts, { audience: 'inside', area: 'kent' })).toMatchObject({ area: 'kent' });
    expect(await one(facts, { meeting: 'kent-other' })).toBeUndefined();
    expect(await one(facts, { asOf: '2023-02-19' })).toBeUndefined();
  });

  it('23. tells under each item what was asked, answered, promised and decided there', async () => {
    const facts = [
      called(),
      held(),
      act('scrutiny.item-resolved', { meeting: MEETING, item: '1', outcome: 'noted', words: because }),
      asked(),
      answered('part', here, MET),
      made(),
      decided({ ...here, item: '2' }),
    ];
    const [first, second] = (await one(facts))!.items;
    expect(first).toMatchObject({
      ...{ item: '1', outcome: 'noted', resolution: { outcome: 'noted', wordsErased: true } },
      questions: [
        {
          ...{ id: QUESTION, status: 'part-answered', askedHere: true, since: [] },
          here: [{ type: 'scrutiny.question-asked' }, { type: 'scrutiny.question-answered', extent: 'part' }],
        },
      ],
      commitments: [{ id: COMMITMENT, status: 'open', since: [] }],
      decisions: [],
    });
    expect(second).toMatchObject({ questions: [], commitments: [], decisions: [{ id: DECISION }] });
  });

  it('23. and what has happened to each since, as at the position', async () => {
    const facts = [called(), held(), asked(), answered('part', here, MET), made()];
    const later = [answered('full', {}, LATER), claimed];
    const [before] = (await one([...facts, ...later], { asOf: MET }))!.items;
    expect(before?.questions).toMatchObject([{ status: 'part-answered', since: [] }]);
    const [now] = (await one([...facts, ...later]))!.items;
    expect(now).toMatchObject({
      questions: [
        {
          status: 'answered',
          here: [{}, {}],
          since: [{ extent: 'full', effectiveOn: LATER, meeting: null }],
        },
      ],
      commitments: [{ status: 'claimed', since: [{ type: 'scrutiny.discharge-claimed' }] }],
    });
  });

  it('23. a question that comes back stands at both meetings', async () => {
    const back = answered('full', { meeting: NEXT_BOARD, item: '2' }, LATER_STILL);
    const facts = [called(), held(), asked(), ...nextBoard(), back];
    const at = await one(facts, { meeting: NEXT_BOARD });
    expect(at?.items[0]?.questions).toMatchObject([
      { id: QUESTION, askedHere: false, here: [{ type: 'scrutiny.question-answered' }], since: [] },
    ]);
    const before = asked({ meeting: null, item: null });
    const taken = await one([called(), held(), before, answered('part', here, MET)]);
    expect(taken?.items[0]?.questions).toMatchObject([{ askedHere: false, here: [{}], since: [] }]);
    const first = (await one(facts))!.items[0]!;
    expect(first.questions).toMatchObject([{ askedHere: true, since: [{ meeting: NEXT_BOARD }] }]);
  });

  it('24. its items stand in the order of their numbers, whenever they were added', async () => {
    const items = [item('B1'), item('10'), item('2')];
    const added = act('scrutiny.agenda-changed', { meeting: MEETING, items: [item('3')] });
    const numbers = (await one([called({ items }), added]))?.items.map((one) => one.item);
    expect(numbers).toEqual(['2', '3', '10', 'B1']);
  });

  it('25. what was said under no item of the agenda stands by itself', async () => {
    const facts = [called(), held(), asked({ item: null }), made({ item: null })];
    const meeting = await one(facts);
    expect(meeting?.elsewhere).toMatchObject({
      questions: [{ id: QUESTION }],
      commitments: [{ id: COMMITMENT }],
    });
    expect(meeting?.items.flatMap(({ questions }) => questions)).toEqual([]);
  });

  it('26. a private item tells outsiders that there was one, and nothing of it', async () => {
    const hidden = { access: 'restricted' } as const;
    const facts = [
      called({ items: [item('3', { private: true, title: 'Private item' })] }),
      act(
        'scrutiny.agenda-changed',
        { meeting: MEETING, items: [item('3', { private: true, title: 'A contract', papers: ['paper-o'] })] },
        { ...hidden, effectiveOn: '2023-02-20' },
      ),
      held(),
      act(
        'scrutiny.item-resolved',
        { meeting: MEETING, item: '3', outcome: 'agreed', words: because },
        hidden,
      ),
      asked({ item: '3' }, hidden),
    ];
    const nothing = { outcome: null, resolution: null, questions: [], commitments: [], decisions: [] };
    const outside = await one(facts);
    expect(outside?.items).toEqual([
      { item: '3', title: 'Private item', private: true, papers: [], ...nothing },
    ]);
    expect(outside?.history.map(({ type }) => type)).toEqual([
      'scrutiny.meeting-called',
      'scrutiny.meeting-held',
    ]);
    expect((await one(facts, { audience: 'inside' }))?.items).toMatchObject([
      { title: 'A contract', papers: ['paper-o'], outcome: 'agreed', questions: [{ id: QUESTION }] },
    ]);
  });

  it('27. tells what later meetings did with its notes, and who said each thing about it', async () => {
    const noted = agreed({ at: PANEL_MEETING, outcome: 'noted' }, { effectiveOn: LATER, for: 'kent-panel' });
    const corrected = agreed({ outcome: 'agreed-with-corrections', corrections: because });
    const facts = [
      called(),
      held({ present: ['the chair'] }),
      published({ notes: 'paper-o' }),
      noted,
      corrected,
    ];
    const meeting = await one(facts);
    expect(meeting).toMatchObject({
      ...{ present: ['the chair'], notes: { status: 'agreed-with-corrections' }, corrections: null },
      notesAt: [
        { at: PANEL_MEETING, outcome: 'noted', for: 'kent-panel' },
        { at: NEXT_BOARD, outcome: 'agreed-with-corrections', reasonErased: true },
      ],
    });
    expect(meeting?.history).toMatchObject([
      { type: 'scrutiny.meeting-called', on: MET, items: ['1', '2', '3'] },
      { type: 'scrutiny.meeting-held', on: MET },
      { type: 'scrutiny.notes-published', notes: 'paper-o' },
      { type: 'scrutiny.notes-agreed', at: PANEL_MEETING, outcome: 'noted', fits: true },
      { type: 'scrutiny.notes-agreed', at: NEXT_BOARD, texts: [{ name: 'corrections', erased: true }] },
    ]);
    const twice = await one([...facts, agreed({}, { effectiveOn: '2023-06-30' })]);
    expect(twice?.history.at(-1)).toMatchObject({ id: eventId(5), fits: false });
  });
});
