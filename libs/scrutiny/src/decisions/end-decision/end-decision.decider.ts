import type { FreeText, Problem } from '@daybook/ledger';
import { known } from '../../book';
import { subjectRef } from '../../scrutiny.events';
import {
  actOnDecision,
  checkReasons,
  endedAlready,
  type DecisionInput,
  type Standing,
} from '../act-on-decision';
import { decisionOn, officeThatDecided } from '../decision-state';

export interface RescindDecisionInput extends DecisionInput {
  readonly reasons?: FreeText;
}

export interface SupersedeDecisionInput extends RescindDecisionInput {
  /** The decision in whose place it stands no more; absent: the paper does not say which. */
  readonly supersededBy?: string | null;
}

/** The office that decided takes it back. */
export const rescindDecision = actOnDecision<'scrutiny.decision-rescinded', RescindDecisionInput>({
  type: 'scrutiny.decision-rescinded',
  partyOf: officeThatDecided,
  misfit: (_, standing) => endedAlready(standing),
  says({ reasons }, { setting }) {
    const problems = checkReasons(reasons, '/reasons', setting, 'Say why it is rescinded.');
    return problems.length > 0 ? problems : { data: { reasons: reasons ?? null } };
  },
});

/** Another decision takes its place. */
export const supersedeDecision = actOnDecision<'scrutiny.decision-superseded', SupersedeDecisionInput>({
  type: 'scrutiny.decision-superseded',
  partyOf: officeThatDecided,
  accessesOf: ({ supersededBy }, book) => [
    supersededBy ? known(book, 'decision', supersededBy)?.began.access : undefined,
  ],
  misfit: (_, standing) => endedAlready(standing),
  says(input, standing) {
    const { area, reasons, supersededBy } = input;
    const problems = [
      ...checkReasons(reasons, '/reasons', standing.setting, 'Say why another decision takes its place.'),
      ...checkOther(input, standing),
    ];
    if (problems.length > 0) return problems;
    return {
      data: { supersededBy: supersededBy || null, reasons: reasons ?? null },
      about: supersededBy ? [subjectRef({ kind: 'decision', id: supersededBy }, area)] : [],
    };
  },
});

/** The other is on record by that day and stands then, so that no two supersede one another. */
function checkOther(
  { decision, supersededBy }: SupersedeDecisionInput,
  { book, setting: { effectiveOn, acting } }: Standing,
): Problem[] {
  if (!supersededBy) {
    // A paper may not say by what; whoever decides knows.
    if (acting.for) return [];
    const message = 'Name the decision that takes its place, once that is on record; else rescind this one.';
    return [say('scrutiny.successor-missing', message)];
  }
  if (supersededBy === decision)
    return [say('scrutiny.supersedes-itself', 'A decision does not take its own place. Name the other one.')];
  const other = decisionOn(known(book, 'decision', supersededBy)?.acts ?? [], effectiveOn);
  if (!other) {
    const message = `No decision "${supersededBy}" is on record in this area by ${effectiveOn}. Record it first.`;
    return [say('scrutiny.unknown-decision', message)];
  }
  if (other.status === 'standing') return [];
  const message = `Decision "${supersededBy}" was ${other.status} on ${other.ended?.effectiveOn}: it takes no other's place.`;
  return [say('scrutiny.not-standing', message)];
}

function say(code: string, message: string): Problem {
  return { field: '/supersededBy', code, message };
}
