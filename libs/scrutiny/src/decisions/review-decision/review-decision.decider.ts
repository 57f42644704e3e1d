import type { FreeText } from '@daybook/ledger';
import type { ReviewOutcome } from '../../codes';
import { actOnDecision, checkReasons, type DecisionInput } from '../act-on-decision';
import { panelOf } from '../panel';

export interface ReviewDecisionInput extends DecisionInput {
  readonly outcome: ReviewOutcome;
  readonly report?: FreeText;
}

/**
 * What the panel made of a decision. It reviews any, called in or not, standing or not (section 28(6), Police
 * Reform and Social Responsibility Act 2011).
 */
export const reviewDecision = actOnDecision<'scrutiny.decision-reviewed', ReviewDecisionInput>({
  type: 'scrutiny.decision-reviewed',
  partyOf: (_, input, context) => panelOf(input, context),
  misfit: () => undefined,
  says({ outcome, report }, { setting }) {
    const problems = checkReasons(report, '/report', setting, 'Say what the panel reported.');
    return problems.length > 0 ? problems : { data: { outcome, report: report ?? null } };
  },
});
