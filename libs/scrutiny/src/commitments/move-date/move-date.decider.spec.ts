import type { PaperOnRecord } from '@daybook/provenance';
import { known } from '../../book';
import type { ScrutinyEvent } from '../../scrutiny.events';
import {
  COMMITMENT,
  LAST,
  LATER,
  LATER_STILL,
  MET,
  because,
  called,
  dated,
  force,
  forcePaper,
  item,
  made,
  office,
  officePaper,
  panelPaper,
} from '../../testing/facts';
import {
  BEGINNING,
  DUE,
  DUE_LATER,
  actId,
  asked,
  by,
  examplesOf,
  from,
  moveAsked,
  ready,
  said,
  whole,
} from '../../testing/promises';
import { commitmentOn, overdueDays } from '../commitment-state';

const ask = examplesOf('ask-commitment-move');
const beginning = ask.given(BEGINNING);
const data = (parts: Record<string, unknown>): unknown[] => [whole({ data: whole(parts) })];

/** Where the action stands on a day after some more was said of it. */
function stands(facts: readonly ScrutinyEvent[], on = LAST) {
  return commitmentOn(known(beginning.given(facts).state(), 'commitment', COMMITMENT)!.acts, on)!;
}

describe('the date of a commitment', () => {
  it('65. moves when it is agreed by whoever it was promised to, and the first is kept', () => {
    beginning.when(asked({ to: DUE_LATER }), by(force)).then(
      data({
        ...{ of: actId(-1), from: dated(DUE), to: dated(DUE_LATER), reason: because },
        ...{ askedBy: 'kent-police', agreement: 'pending' },
      }),
    );
    const move = moveAsked(DUE_LATER);
    const agreed = said('commitment-move-agreed', { of: actId(0) }, { effectiveOn: LATER_STILL });
    const waiting = stands([move]);
    expect(waiting).toMatchObject({ standing: { expected: dated(DUE) }, moves: 0, slipDays: 0 });
    expect(overdueDays(waiting, LAST)).toBe(27);
    const after = stands([move, agreed]);
    expect(after).toMatchObject({
      ...{ standing: { id: actId(0), expected: dated(DUE_LATER) }, moves: 1, slipDays: 122 },
      original: { id: actId(-1), expected: dated(DUE) },
    });
    expect(overdueDays(after, LAST)).toBeNull();
    expect(stands([move, agreed], LATER)).toMatchObject({ moves: 0, slipDays: 0 });
    const no = stands([move, said('commitment-move-refused', { of: actId(0) })]);
    expect(no).toMatchObject({ standing: { expected: dated(DUE) }, asked: [{ outcome: 'refused' }] });
  });

  it('65. is answered once: the move that is named, or the one that nobody answered', () => {
    const agree = ready('agree-commitment-move', 'open, a move asked for');
    agree.when(asked(), by(office)).then(data({ of: actId(0) }));
    agree.when(asked({ of: actId(5) }), by(office)).thenRefused('scrutiny.unknown-move');
    const answered = ready('agree-commitment-move', 'open, its move agreed');
    answered.when(asked({ of: actId(0) }), by(office)).thenRefused('scrutiny.already-so');
    const refused = ready('agree-commitment-move', 'open, its move refused');
    refused.when(asked({ of: actId(0) }), by(office)).thenRefused('scrutiny.move-answered');
    refused.when(asked(), by(office)).thenRefused('scrutiny.nothing-to-agree');
  });

  it('65. is the first where none was given, and no move', () => {
    const undated = ask.given([called(), made()]);
    undated.when(asked({ to: DUE }), by(force)).then(data({ of: null, from: dated(null), to: dated(DUE) }));
    const facts = [called(), made(), said('commitment-move-asked', { ...FIRST, agreement: 'not-given' })];
    const { acts } = known(ask.given(facts).state(), 'commitment', COMMITMENT)!;
    expect(commitmentOn(acts, LAST)).toMatchObject({
      ...{ original: { expected: dated(DUE) }, standing: { expected: dated(DUE) }, moves: 0, slipDays: 0 },
    });
  });

  it('66. is asked to be another than the one that stands or is asked for, and is some date', () => {
    beginning.when(asked({ to: '31 May 2023' }), by(force)).thenRefused('scrutiny.already-so');
    const waiting = beginning.given([moveAsked(DUE_LATER)]);
    waiting.when(asked({ to: DUE_LATER }), by(force)).thenRefused('scrutiny.already-so');
    waiting.when(asked({ to: DUE }), by(force)).thenRefused('scrutiny.already-so');
    beginning.when(asked({ to: ' ' }), by(force)).thenRefused('scrutiny.date-missing');
    beginning.when(asked({ to: '2023-03-01' }), by(force)).thenRefused('scrutiny.due-before-promise');
    beginning.when(asked({ to: '2023-13' }), by(force)).thenRefused('scrutiny.bad-month');
    beginning.when(asked({ to: 'to be confirmed' }), by(force)).then(data({ to: dated('to be confirmed') }));
    beginning.when(asked({ askedBy: 'nobody' }), by(force)).thenRefused('scrutiny.unknown-body');
  });

  it('66. that is asked for takes the place of one that nobody answered, which may still be agreed by name', () => {
    const both = [moveAsked(DUE_LATER), moveAsked('2023-12-31')];
    expect(stands(both).asked.map(({ outcome }) => outcome)).toEqual(['overtaken', 'pending']);
    const agree = examplesOf('agree-commitment-move').given(BEGINNING).given(both);
    agree.when(asked(), by(office)).then(data({ of: actId(1) }));
    agree.when(asked({ of: actId(0) }), by(office)).then(data({ of: actId(0) }));
  });

  it('51. by the next meeting is the day of the next that is called by then', () => {
    const next = called({ meeting: 'board-2', on: '2023-09-20', items: [item('1')] }, { effectiveOn: LATER });
    beginning
      .given([next])
      .when(asked({ to: 'by the next meeting' }), by(force))
      .then(data({ to: whole({ anticipated: 'by the next meeting', latest: '2023-09-20' }) }));
  });

  it('67. stands at once where a paper does not say whether it was agreed; never on one’s own word', () => {
    const agreement = 'not-given';
    beginning
      .when(from(forcePaper, { to: DUE_LATER, reason: null, agreement }), by(office, forcePaper))
      .then(data({ agreement, reason: null, askedBy: null }));
    beginning.when(asked({ agreement }), by(force)).thenRefused('scrutiny.agreement-of-own');
    const offices = ask.given([called(), made({ owner: 'kent-pcc', to: 'kent-panel' })]);
    const read = (paper: PaperOnRecord) =>
      offices.when(asked({ agreement, paper: paper.id }), by(office, paper));
    read(panelPaper).then(data({ agreement }));
    read(officePaper).thenRefused('scrutiny.agreement-of-own');
    read(forcePaper).thenRefused('scrutiny.agreement-of-own');
    expect(stands([moveAsked(DUE_LATER, { agreement })])).toMatchObject({
      ...{ moves: 1, slipDays: 122, asked: [{ outcome: agreement, days: 122 }] },
    });
  });

  it('56. that is agreed stands whichever it was to take the place of', () => {
    const agreed = (of: number, effectiveOn: string) =>
      said('commitment-move-agreed', { of: actId(of) }, { effectiveOn });
    const known = [moveAsked(DUE_LATER, {}, { effectiveOn: LATER_STILL }), agreed(0, LATER_STILL)];
    const older = moveAsked('2023-06-30', {}, { effectiveOn: MET });
    const after = stands([...known, older, agreed(2, LATER)]);
    expect(after).toMatchObject({ moves: 2, slipDays: 122, notFitting: [] });
    expect(after.asked.map(({ days }) => days)).toEqual([30, 92]);
    const same = stands([...known, moveAsked(DUE_LATER, {}, { effectiveOn: MET }), agreed(2, LATER)]);
    expect(same).toMatchObject({ moves: 1, slipDays: 122, notFitting: [] });
    expect(same.asked.map(({ outcome, days }) => [outcome, days])).toEqual([
      ['agreed', 122],
      ['agreed', null],
    ]);
  });
});

/** A first date, where none stood. */
const FIRST = { of: null, from: dated(null), to: dated(DUE), askedBy: null };
