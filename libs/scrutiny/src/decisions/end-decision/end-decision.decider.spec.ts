import { givenWhenThen } from '@daybook/ledger/testing';
import type { GivenPaper } from '@daybook/provenance';
import type { ScrutinyBook } from '../../book';
import type { ScrutinyEvent } from '../../scrutiny.events';
import { from, ownDecision, rescinded } from '../../testing/decisions';
import { DECISION, LATER, LATER_STILL, MET, because, decided, forcePaper } from '../../testing/facts';
import { codesIn } from '../../testing/refusals';
import { decisionOn } from '../decision-state';
import {
  rescindDecision,
  supersedeDecision,
  type RescindDecisionInput,
  type SupersedeDecisionInput,
} from './end-decision.decider';

type Event = ScrutinyEvent;
const rescinding = givenWhenThen<RescindDecisionInput, ScrutinyBook, Event, GivenPaper>(rescindDecision);
const superseding = givenWhenThen<SupersedeDecisionInput, ScrutinyBook, Event, GivenPaper>(supersedeDecision);
const asked = { area: 'kent', decision: DECISION, effectiveOn: LATER, reasons: because };

describe('rescind-decision', () => {
  it('94. ends a decision, once, with reasons; what ended is not amended, superseded or called in', () => {
    const taken = rescinding.given([ownDecision()]);
    const [event] = taken.when(asked, from()).events();
    expect(event).toMatchObject({ type: 'scrutiny.decision-rescinded', data: { reasons: because } });
    const after = taken.given([event!]);
    const acts = after.state().decision.get(DECISION)?.acts ?? [];
    expect([decisionOn(acts, MET)?.status, decisionOn(acts, LATER)?.status]).toEqual([
      'standing',
      'rescinded',
    ]);
    after.when({ ...asked, effectiveOn: LATER_STILL }, from()).thenRefused('scrutiny.decision-ended');
    superseding
      .given([ownDecision(), ownDecision({ decision: 'other' }), rescinded()])
      .when({ ...asked, supersededBy: 'other' }, from())
      .thenRefused('scrutiny.decision-ended');
    expect(codesIn(taken.when({ ...asked, reasons: null }, from()).decided)).toEqual([
      'scrutiny.reason-missing',
    ]);
  });
});

describe('supersede-decision', () => {
  const both = superseding.given([
    ownDecision(),
    ownDecision({ decision: 'other' }, { access: 'restricted' }),
  ]);
  const codes = (input: Partial<SupersedeDecisionInput>, book = both): readonly string[] =>
    codesIn(book.when({ ...asked, ...input }, from()).decided);

  it('95. names the decision that takes its place: another, on record by that day, and standing', () => {
    const [event] = both.when({ ...asked, supersededBy: 'other' }, from()).events();
    expect(event).toMatchObject({
      ...{ type: 'scrutiny.decision-superseded', access: 'restricted' },
      about: [`decision:kent/${DECISION}`, 'decision:kent/other'],
      data: { supersededBy: 'other' },
    });
    expect(codes({})).toEqual(['scrutiny.successor-missing']);
    expect(codes({ supersededBy: DECISION })).toEqual(['scrutiny.supersedes-itself']);
    expect(codes({ supersededBy: 'none' })).toEqual(['scrutiny.unknown-decision']);
    const late = superseding.given([
      ownDecision(),
      ownDecision({ decision: 'other' }, { effectiveOn: LATER_STILL }),
    ]);
    expect(codes({ supersededBy: 'other' }, late)).toEqual(['scrutiny.unknown-decision']);
    const round = both.given([event!]);
    expect(codes({ decision: 'other', supersededBy: DECISION }, round)).toEqual(['scrutiny.not-standing']);
  });

  it('95. need not name it where a paper does not', () => {
    const theirs = superseding.given([decided({ office: 'kent-chief-constable' })]);
    const read = { ...asked, reasons: null, paper: 'paper-f', place: 'p. 1' };
    expect(theirs.when(read, from(undefined, { paper: forcePaper })).events()).toMatchObject([
      { for: 'kent-police', data: { supersededBy: null, reasons: null } },
    ]);
  });
});
