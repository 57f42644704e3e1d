import type { FreeText, Problem } from '@daybook/ledger';
import {
  actOnDecision,
  checkDays,
  checkReasons,
  endedAlready,
  type Dated,
  type DecisionInput,
  type Standing,
} from '../act-on-decision';
import { officeThatDecided } from '../decision-state';

export interface AmendDecisionInput extends DecisionInput, Dated {
  readonly title?: string | null;
  readonly reasons?: FreeText;
}

/** The office that decided says what is otherwise from now on; the rest stays as it was. */
export const amendDecision = actOnDecision<'scrutiny.decision-amended', AmendDecisionInput>({
  type: 'scrutiny.decision-amended',
  partyOf: officeThatDecided,
  misfit: (_, standing) => endedAlready(standing),
  says(input, standing) {
    const { title, reasons, takesEffectOn, publishedOn, exempt } = input;
    const problems = [
      ...checkReasons(reasons, '/reasons', standing.setting, 'Say why it is amended.'),
      ...checkDays(input, standing.context),
      ...checkChanges(input, standing),
    ];
    if (problems.length > 0) return problems;
    return {
      data: {
        ...{ title: title || null, reasons: reasons ?? null, exempt: exempt ?? null },
        ...{ takesEffectOn: takesEffectOn || null, publishedOn: publishedOn || null },
      },
    };
  },
});

function checkChanges(input: AmendDecisionInput, { state }: Standing): Problem[] {
  const { title, takesEffectOn, publishedOn, exempt, reasons } = input;
  const pairs = [
    [title, state.title],
    [takesEffectOn, state.takesEffectOn],
    [publishedOn, state.publishedOn],
    [exempt?.join('\n'), state.exempt.join('\n')],
  ] as const;
  const changes = pairs.some(([said, stood]) => said !== undefined && said !== null && said !== stood);
  if (changes || reasons) return [];
  const message = 'Say what is otherwise: its title, its reasons, a date, or which parts are exempt.';
  return [{ field: '/title', code: 'scrutiny.nothing-changes', message }];
}
