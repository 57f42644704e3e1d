import { eventId, givenWhenThen, recorded } from '@daybook/ledger/testing';
import type { GivenPaper } from '@daybook/provenance';
import { ViewsOn } from '@daybook/read-model/testing';
import fc from 'fast-check';
import { known, type ScrutinyBook } from '../book';
import { decisionOf, decisionOn } from '../decisions/decision-state';
import { nothingYet, withEvent, type History } from '../histories';
import { decisionsView } from '../histories.view';
import type { EntryMarkedWrong, ScrutinyEvent } from '../scrutiny.events';
import { calledIn, from, ownDecision, rescinded, reviewed } from '../testing/decisions';
import {
  DECISION,
  LATER,
  LATER_STILL,
  MET,
  because,
  called,
  force,
  inspector,
  office,
  panel,
} from '../testing/facts';
import {
  markScrutinyEntryWrong,
  type MarkScrutinyEntryWrongInput,
} from './mark-scrutiny-entry-wrong.decider';

const decider = givenWhenThen<MarkScrutinyEntryWrongInput, ScrutinyBook, ScrutinyEvent, GivenPaper>(
  markScrutinyEntryWrong,
);
const byOffice = (fact: ScrutinyEvent, index: number) => recorded(fact, { by: office, index });
/** The panel's reviewing, which the office wrote down. */
const written = reviewed({ effectiveOn: LATER, for: 'kent-panel', paper: 'paper-p', access: 'restricted' });
const history = [ownDecision(), calledIn(), written].map(byOffice);
const book = decider.given(history);
const mark = (n: number): MarkScrutinyEntryWrongInput => ({ area: 'kent', of: eventId(n), reason: because });
const markOf = (n: number, of = book): ScrutinyEvent => of.when(mark(n), from()).events()[0]!;

describe('mark-scrutiny-entry-wrong', () => {
  it('102. whoever wrote an entry marks it, or whose act it is, once and with a reason, on its own date', () => {
    book.when({ ...mark(2), says: because }, from()).then([
      {
        ...{ type: 'scrutiny.entry-marked-wrong', schema: 1, effectiveOn: LATER, precision: 'day' },
        ...{ access: 'restricted', source: { paper: 'paper-p', place: 'p. 1' } },
        about: [`decision:kent/${DECISION}`, 'paper:paper-p'],
        data: {
          ...{ area: 'kent', office: null, of: eventId(2), subject: { kind: 'decision', id: DECISION } },
          ...{ reason: because, says: because },
        },
      },
    ]);
    book.when(mark(2), from(panel)).events();
    book.when(mark(0), from(panel)).thenRefused('scrutiny.not-yours');
    for (const by of [force, inspector]) book.when(mark(2), from(by)).thenRefused('scrutiny.not-yours');
    book.when({ ...mark(2), reason: null }, from()).thenRefused('scrutiny.reason-missing');
    const after = book.given([markOf(2)]);
    after.when(mark(2), from()).thenRefused('scrutiny.already-marked');
    after.when(mark(3), from()).thenRefused('scrutiny.unknown-entry');
    book.when(mark(9), from()).thenRefused('scrutiny.unknown-entry');
  });

  it('103. what is marked counts for nothing and stays visible; a marked beginning takes its thing off the record until it is entered right, with all that was said of it', async () => {
    const acts = book
      .given([markOf(2)])
      .state()
      .decision.get(DECISION)?.acts;
    expect(decisionOn(acts ?? [], LATER)).toMatchObject({ calledIn: { id: eventId(1) }, review: null });
    const wrong = book.given([markOf(0)]);
    expect(known(wrong.state(), 'decision', DECISION)).toBeUndefined();
    const right = wrong.given([ownDecision({ title: 'As it should read' })]);
    const found = known(right.state(), 'decision', DECISION);
    expect(decisionOf(found?.acts ?? [])).toMatchObject({ title: 'As it should read', notFitting: [] });
    expect(decisionOf(found?.acts ?? [])?.review?.id).toBe(eventId(2));

    const open = reviewed({ effectiveOn: LATER });
    const facts = [ownDecision(), calledIn(), open, markOf(0), ownDecision({ title: 'As it should read' })];
    const views = await ViewsOn.facts([decisionsView], facts);
    const at = (basis: number) =>
      views.rows.at(decisionsView, `decision:kent/${DECISION}`, { asOf: LATER, basis }, 'outside');
    const titles = [3, 4, 5].map((basis) => decisionOf(at(basis)?.acts ?? [])?.title);
    expect(titles).toEqual(['Set the budget', undefined, 'As it should read']);
    expect(at(5)?.wrong).toMatchObject([{ act: { id: eventId(0) }, mark: { reason: because } }]);
    views.close();
  });

  it('104. what was said of it before the day on which it is entered right does not fit, and is not lost', () => {
    const right = book.given([markOf(0), ownDecision({}, { effectiveOn: LATER })]);
    const found = known(right.state(), 'decision', DECISION);
    const state = decisionOf(found?.acts ?? []);
    expect([state?.calledIn, state?.review?.id, state?.notFitting]).toEqual([null, eventId(2), [eventId(1)]]);
  });

  it('105. a history is the same whatever order its events come in, so the book and the views agree', () => {
    const facts = [
      ...[ownDecision(), calledIn(), written, rescinded({ effectiveOn: LATER_STILL })],
      ...[markOf(2), markOf(0), ownDecision({}, { effectiveOn: LATER })],
    ].map(byOffice);
    // A mark that was entered for a day before its entry comes first in effective order.
    const early: EntryMarkedWrong = { ...(markOf(1) as EntryMarkedWrong), effectiveOn: '2023-01-01' };
    const all = [...facts, byOffice(early, facts.length)];
    const folded = (order: readonly number[]): History<'decision'> =>
      order.reduce((row, n) => withEvent(row, all[n]!, n), nothingYet<'decision'>('kent', DECISION));
    const inLedgerOrder = folded(all.map((_, n) => n));
    expect(inLedgerOrder.wrong.map(({ act }) => act.id).sort()).toEqual([0, 1, 2].map(eventId));
    expect(inLedgerOrder).not.toHaveProperty('ahead');
    fc.assert(
      fc.property(fc.shuffledSubarray([...all.keys()], { minLength: all.length }), (order) => {
        expect(folded(order)).toEqual(inLedgerOrder);
      }),
    );
  });

  it('105. a mark is of what it names alone', () => {
    const other = byOffice(called({ meeting: 'other' }, { effectiveOn: MET }), 3);
    const meeting = book.given([other]);
    expect(markOf(3, meeting)).toMatchObject({ about: ['meeting:kent/other'] });
    const state = meeting.given([markOf(3, meeting)]).state();
    expect(known(state, 'meeting', 'other')).toBeUndefined();
    expect(known(state, 'decision', DECISION)).toBeDefined();
  });
});
