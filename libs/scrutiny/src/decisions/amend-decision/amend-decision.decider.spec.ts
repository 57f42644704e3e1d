import { givenWhenThen, recorded } from '@daybook/ledger/testing';
import type { GivenPaper } from '@daybook/provenance';
import type { ScrutinyBook } from '../../book';
import type { ScrutinyEvent } from '../../scrutiny.events';
import { from, ownDecision, rescinded } from '../../testing/decisions';
import { DECISION, LATER, MET, because, decided, force, forcePaper } from '../../testing/facts';
import { codesIn } from '../../testing/refusals';
import { decisionOn } from '../decision-state';
import { amendDecision, type AmendDecisionInput } from './amend-decision.decider';

const book = givenWhenThen<AmendDecisionInput, ScrutinyBook, ScrutinyEvent, GivenPaper>(amendDecision);
const taken = book.given([ownDecision({ exempt: ['Annex A: personal data'] })]);
const asked: AmendDecisionInput = {
  ...{ area: 'kent', decision: DECISION, effectiveOn: LATER, reasons: because, title: 'Set a larger budget' },
};

describe('amend-decision', () => {
  it('91. changes what it says, with reasons; the rest stays as it was', () => {
    const [event] = taken.when({ ...asked, takesEffectOn: '2030-04-01' }, from()).events();
    expect(event).toMatchObject({
      ...{ type: 'scrutiny.decision-amended', effectiveOn: LATER, about: [`decision:kent/${DECISION}`] },
      data: { title: 'Set a larger budget', takesEffectOn: '2030-04-01', publishedOn: null, exempt: null },
    });
    const acts = taken.given([event!]).state().decision.get(DECISION)?.acts ?? [];
    expect(decisionOn(acts, LATER)).toMatchObject({
      ...{ title: 'Set a larger budget', exempt: ['Annex A: personal data'], takesEffectOn: '2030-04-01' },
      amendments: [{ type: 'scrutiny.decision-amended' }],
    });
    expect(decisionOn(acts, MET)?.title).toBe('Set the budget');
    const none = taken.when({ ...asked, exempt: [] }, from()).events()[0]!;
    const cleared = taken.given([none]).state().decision.get(DECISION)?.acts ?? [];
    expect(decisionOn(cleared, LATER)?.exempt).toEqual([]);
    taken.when({ ...asked, reasons: null }, from()).thenRefused('scrutiny.reason-missing');
  });

  it('91. changes something: a paper that says nothing new amends nothing', () => {
    const theirs = book.given([recorded(decided({ office: 'kent-chief-constable' }), { by: force })]);
    const same = { ...asked, title: 'Set the budget', reasons: null, paper: 'paper-f' };
    const { decided: outcome } = theirs.when(same, from(undefined, { paper: forcePaper }));
    expect(codesIn(outcome)).toEqual(['scrutiny.nothing-changes']);
    theirs.when({ ...same, title: 'Another' }, from(undefined, { paper: forcePaper })).events();
  });

  it('92. of what ended by its day is refused, and said before it was taken too', () => {
    const ended = taken.given([rescinded({ effectiveOn: LATER })]);
    ended.when(asked, from()).thenRefused('scrutiny.decision-ended', { detail: { status: 'rescinded' } });
    ended.when({ ...asked, effectiveOn: MET }, from()).events();
    const { decided: early } = taken.when({ ...asked, effectiveOn: '2023-01-01' }, from());
    expect(codesIn(early)).toEqual(['scrutiny.before-it-was-decided']);
    book.when(asked, from()).thenRefused('scrutiny.unknown-decision');
  });

  it('93. is the office’s that decided', () => {
    taken.when(asked, from(force)).thenRefused('scrutiny.not-yours');
    const theirs = book.given([decided({ office: 'kent-chief-constable' })]);
    expect(codesIn(theirs.when(asked, from()).decided)).toEqual(['scrutiny.paper-missing']);
  });
});
