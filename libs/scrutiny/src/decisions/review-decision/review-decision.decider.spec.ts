import { givenWhenThen } from '@daybook/ledger/testing';
import type { GivenPaper } from '@daybook/provenance';
import type { ScrutinyBook } from '../../book';
import type { ScrutinyEvent } from '../../scrutiny.events';
import { calledIn, from, ownDecision, rescinded, reviewed } from '../../testing/decisions';
import {
  DECISION,
  LATER,
  LATER_STILL,
  MET,
  because,
  force,
  officePaper,
  panel,
  panelPaper,
} from '../../testing/facts';
import { codesIn } from '../../testing/refusals';
import { callInDecision, type CallInDecisionInput } from '../call-in-decision/call-in-decision.decider';
import { decisionOn } from '../decision-state';
import { reviewDecision, type ReviewDecisionInput } from './review-decision.decider';

type Event = ScrutinyEvent;
const calling = givenWhenThen<CallInDecisionInput, ScrutinyBook, Event, GivenPaper>(callInDecision);
const reviewing = givenWhenThen<ReviewDecisionInput, ScrutinyBook, Event, GivenPaper>(reviewDecision);
const asked: CallInDecisionInput = { area: 'kent', decision: DECISION, effectiveOn: LATER, reason: because };
const { reason: report, ...same } = asked;
const review: ReviewDecisionInput = { ...same, outcome: 'recommendations', report };

describe('call-in-decision', () => {
  const taken = calling.given([ownDecision()]);

  it('96. is the panel’s, with its reason; again only after it was reviewed', () => {
    expect(taken.when(asked, from(panel)).events()).toMatchObject([
      { type: 'scrutiny.decision-called-in', data: { office: null, reason: because } },
    ]);
    const waits = taken.given([calledIn({ effectiveOn: LATER })]);
    waits.when(asked, from(panel)).thenRefused('scrutiny.called-in-already');
    const again = { ...asked, effectiveOn: LATER_STILL };
    waits
      .given([reviewed({ effectiveOn: LATER })])
      .when(again, from(panel))
      .events();
    expect(codesIn(taken.when({ ...asked, reason: null }, from(panel)).decided)).toEqual([
      'scrutiny.reason-missing',
    ]);
    taken
      .given([rescinded({ effectiveOn: LATER })])
      .when(asked, from(panel))
      .thenRefused('scrutiny.decision-ended');
  });

  it('97. is written down by the office only from the panel’s own paper', () => {
    const codes = (input: Partial<CallInDecisionInput>, by = from()) =>
      codesIn(taken.when({ ...asked, ...input }, by).decided);
    expect(codes({})).toEqual(['scrutiny.paper-missing']);
    expect(codes({ paper: 'paper-o' }, from(undefined, { paper: officePaper }))).toEqual([
      'scrutiny.not-its-paper',
    ]);
    expect(codes({ paper: 'paper-x' })).toEqual(['scrutiny.unknown-paper']);
    expect(codes({ for: 'kent-police' })).toEqual(['scrutiny.other-actor']);
    expect(codes({}, from(force))).toEqual(['scrutiny.not-yours']);
    const read = { ...asked, reason: null, paper: 'paper-p', place: 'item 4' };
    expect(taken.when(read, from(undefined, { paper: panelPaper })).events()).toMatchObject([
      { for: 'kent-panel', source: { paper: 'paper-p' } },
    ]);
  });
});

describe('review-decision', () => {
  it('98. is the panel’s, of any decision: called in or not, standing or ended', () => {
    const taken = reviewing.given([ownDecision()]);
    for (const before of [[], [calledIn()], [rescinded()]]) {
      const book = taken.given(before);
      const [event] = book.when(review, from(panel)).events();
      const acts = book.given([event!]).state().decision.get(DECISION)?.acts ?? [];
      expect(decisionOn(acts, LATER)?.review?.data).toMatchObject({ outcome: 'recommendations', report });
      expect(decisionOn(acts, MET)?.review).toBeNull();
    }
    taken.when(review, from(force)).thenRefused('scrutiny.not-yours');
    expect(codesIn(taken.when({ ...review, report: null }, from(panel)).decided)).toEqual([
      'scrutiny.reason-missing',
    ]);
  });

  it('99. of an act entered late that does not fit its place changes nothing', () => {
    const book = calling.given([
      ownDecision(),
      calledIn({ effectiveOn: LATER_STILL }),
      calledIn({ effectiveOn: LATER }),
    ]);
    const acts = book.state().decision.get(DECISION)?.acts ?? [];
    const state = decisionOn(acts, LATER_STILL);
    expect([state?.calledIn?.effectiveOn, state?.notFitting]).toEqual([LATER, [acts[2]?.id]]);
    expect(decisionOn(acts, '2023-01-01')).toBeUndefined();
  });
});
