import { Refusal, type FreeText } from '@daybook/ledger';
import {
  actOnDecision,
  checkReasons,
  endedAlready,
  type DecisionInput,
  type Standing,
} from '../act-on-decision';
import { panelOf } from '../panel';

export interface CallInDecisionInput extends DecisionInput {
  readonly reason?: FreeText;
}

/** The panel calls a decision in, to review it. */
export const callInDecision = actOnDecision<'scrutiny.decision-called-in', CallInDecisionInput>({
  type: 'scrutiny.decision-called-in',
  partyOf: (_, input, context) => panelOf(input, context),
  misfit: (_, standing) => endedAlready(standing) ?? calledInAlready(standing),
  says({ reason }, { setting }) {
    const problems = checkReasons(reason, '/reason', setting, 'Say why it is called in.');
    return problems.length > 0 ? problems : { data: { reason: reason ?? null } };
  },
});

function calledInAlready({ state: { calledIn, review, recorded } }: Standing): Refusal | undefined {
  if (!calledIn || review) return undefined;
  const message = `Decision "${recorded.data.decision}" was called in on ${calledIn.effectiveOn} and waits for its review.`;
  const detail = { standing: calledIn.id, since: calledIn.effectiveOn };
  return new Refusal('scrutiny.called-in-already', message, false, [], detail);
}
