import { NOT_GIVEN } from '@daybook/due-dates';
import type { Fact, Recorded } from '@daybook/ledger';
import { recorded } from '@daybook/ledger/testing';
import { commitmentItem } from '../commitments/see-commitments/commitment-item';
import { nothingYet, subjectIn, withEvent, type History, type SubjectKind } from '../histories';
import { meetingItem } from '../meetings/see-meetings/meeting-item';
import { questionItem } from '../questions/see-questions/question-item';
import type { ScrutinyEvent } from '../scrutiny.events';
import {
  BOARD,
  COMMITMENT,
  LATER,
  LATER_STILL,
  MEETING,
  MET,
  QUESTION,
  act,
  asked,
  bodies,
  called,
  dated,
  held,
  made,
} from '../testing/facts';
import { toRaise, type Occasion, type ScrutinyToRaise } from './to-raise';

/** What of these facts, recorded in this order, is to be raised on an occasion. */
function raised(facts: readonly Fact[], occasion: Partial<Occasion> = {}): ScrutinyToRaise {
  const { asOf = LATER_STILL } = occasion;
  const histories = new Map<string, { kind: SubjectKind; history: History }>();
  for (const [index, fact] of facts.entries()) {
    const event = recorded(fact, { index }) as Recorded<ScrutinyEvent>;
    const subject = subjectIn(event);
    const key = `${subject.kind} ${subject.id}`;
    const before = histories.get(key)?.history ?? nothingYet('kent', subject.id);
    histories.set(key, { kind: subject.kind, history: withEvent(before, event, index) });
  }
  const of = <Kind extends SubjectKind>(kind: Kind): History<Kind>[] =>
    [...histories.values()].flatMap((one) => (one.kind === kind ? [one.history as History<Kind>] : []));
  const all = {
    meetings: of('meeting').flatMap((one) => meetingItem(one, asOf) ?? []),
    commitments: of('commitment').flatMap((one) => commitmentItem(one, asOf, bodies) ?? []),
    questions: of('question').flatMap((one) => questionItem(one, asOf) ?? []),
    bodies,
  };
  return toRaise(all, { until: asOf, ...occasion, asOf });
}

const ids = (some: readonly { readonly id: string }[]): string[] => some.map(({ id }) => id);

/** A commitment due on a day, or with no date. */
function due(id: string, day: string | null, parts: Parameters<typeof made>[0] = {}): Fact {
  return made({ commitment: id, due: day === null ? NOT_GIVEN : dated(day), ...parts });
}

const claim = (commitment: string, on = LATER): Fact =>
  act('scrutiny.discharge-claimed', { commitment, evidence: null, cites: [] }, { effectiveOn: on });

const ofPanel = called({ meeting: 'panel-1', body: 'kent-panel', on: LATER }, { effectiveOn: MET });

describe('what is to be raised', () => {
  it('109. is chosen for the day of the position, or for a later one', () => {
    const facts = [due('a', '2023-06-20'), due('b', '2023-07-20')];
    expect(ids(raised(facts, { until: '2023-06-27' }).due)).toEqual(['a']);
    expect(ids(raised(facts).due)).toEqual([]);
    expect(ids(raised(facts, { until: '2023-07-20' }).due)).toEqual(['a', 'b']);
  });

  it('110. tells what is past its date from what falls due, the earliest first, and what has no last day', () => {
    const facts = [due('past', '2023-06-01'), due('before', '2023-05-01'), due('today', LATER_STILL)];
    const found = raised([...facts, due('none', null), due('words', 'when it is done')]);
    expect(ids(found.overdue)).toEqual(['before', 'past']);
    expect(ids(found.due)).toEqual(['today']);
    expect(ids(found.undated)).toEqual(['none', 'words']);
  });

  it('111. has a claim wait until it is accepted or refused, and asks for it no more', () => {
    const facts = [due('a', '2023-05-01'), claim('a')];
    const waiting = raised(facts);
    expect(ids(waiting.claimed)).toEqual(['a']);
    expect(ids(waiting.overdue)).toEqual([]);
    expect(ids(raised(facts, { asOf: '2023-04-17' }).claimed)).toEqual([]);
    const undated = raised([due('b', null), claim('b')]);
    expect([ids(undated.claimed), ids(undated.undated)]).toEqual([['b'], []]);
  });

  it('112. has another date wait until it is agreed or refused', () => {
    const asks = act('scrutiny.commitment-move-asked', {
      ...{ commitment: COMMITMENT, of: 'event-0', from: dated(LATER_STILL), to: dated('2023-09-30') },
      ...{ reason: null, askedBy: null, agreement: 'pending' },
    });
    const facts = [due(COMMITMENT, LATER_STILL), asks];
    expect(raised(facts).pending).toMatchObject([{ id: COMMITMENT, pendingMove: '2023-09-30' }]);
    expect(raised([facts[0]!]).pending).toEqual([]);
  });

  it('113. has questions without a full answer, the longest waiting first', () => {
    const answer = (extent: 'full' | 'part'): Fact =>
      act('scrutiny.question-answered', {
        ...{ question: QUESTION, extent, answer: null, cites: [], meeting: null, item: null },
      });
    const older = asked({ question: 'older' }, { effectiveOn: '2023-01-01' });
    expect(ids(raised([asked(), older]).unanswered)).toEqual(['older', QUESTION]);
    expect(ids(raised([asked(), answer('part')]).unanswered)).toEqual([QUESTION]);
    expect(ids(raised([asked(), answer('full')]).unanswered)).toEqual([]);
  });

  it('114. has the notes of what was held until its own body agrees them; that another noted them is not that', () => {
    const agreed = (outcome: 'agreed' | 'noted', at: string): Fact =>
      act(
        'scrutiny.notes-agreed',
        { meeting: MEETING, at, item: null, outcome, corrections: null },
        { effectiveOn: LATER },
      );
    expect(ids(raised([called()]).notes)).toEqual([]);
    expect(ids(raised([called()]).unheard)).toEqual([MEETING]);
    expect(ids(raised([called()], { asOf: MET }).unheard)).toEqual([]);
    expect(ids(raised([called(), held()]).unheard)).toEqual([]);
    expect(ids(raised([called(), held()]).notes)).toEqual([MEETING]);
    expect(ids(raised([called(), held(), agreed('noted', 'panel-1')]).notes)).toEqual([MEETING]);
    expect(ids(raised([called(), held(), agreed('agreed', 'board-2')]).notes)).toEqual([]);
  });

  it('115. is, for a board or panel, what its body was promised and asked, and its own meetings', () => {
    const toPanel = due('to-panel', '2023-05-01', { owner: 'kent-pcc', to: 'kent-panel' });
    const facts = [due('to-office', '2023-05-01'), toPanel, called(), held(), ofPanel];
    const panels = raised(facts, { body: 'kent-panel' });
    expect([ids(panels.overdue), ids(panels.notes), panels.since]).toEqual([['to-panel'], [], null]);
    const boards = raised(facts, { body: BOARD });
    expect([ids(boards.overdue), ids(boards.notes), boards.since?.id]).toEqual([
      ['to-office'],
      [MEETING],
      MEETING,
    ]);
    expect(ids(raised(facts).overdue)).toEqual(['to-office', 'to-panel']);
  });

  it('116. looks back to the last meeting held before that day, of a board unless it is said of whom, and ahead to those called', () => {
    const facts = [called(), held(), ofPanel, held({ meeting: 'panel-1', on: LATER })];
    const next = called({ meeting: 'board-2', on: '2023-09-01' });
    expect(raised(facts).since?.id).toBe(MEETING);
    expect(raised(facts, { body: 'kent-panel' }).since?.id).toBe('panel-1');
    expect(raised(facts, { asOf: LATER, body: 'kent-panel' }).since).toBeNull();
    expect(raised(facts, { asOf: MET }).since).toBeNull();
    expect(raised(facts, { asOf: '2023-03-01' }).since).toBeNull();
    expect(ids(raised([...facts, next]).called)).toEqual(['board-2']);
    expect(ids(raised(facts, { asOf: '2023-03-01' }).called)).toEqual([MEETING]);
  });
});
