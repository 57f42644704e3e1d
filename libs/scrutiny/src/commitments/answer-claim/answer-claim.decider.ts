import type { FreeText } from '@daybook/ledger';
import { actOnCommitment, needsReason, textIn, type DeedInput } from '../act-on-commitment';

export interface AnswerClaimInput extends DeedInput {
  readonly reason?: FreeText;
}

/** Whoever it was promised to is satisfied that it is kept. */
export const acceptDischarge = actOnCommitment<'accept-discharge', AnswerClaimInput>({
  deed: 'accept-discharge',
  party: 'promisee',
  own: 'scrutiny.own-discharge',
  does: 'accept that it is kept',
  says: ({ reason }) => ({ reason: textIn(reason) }),
});

export const refuseDischarge = actOnCommitment<'refuse-discharge', AnswerClaimInput>({
  deed: 'refuse-discharge',
  party: 'promisee',
  own: 'scrutiny.own-discharge',
  does: 'refuse that it is kept',
  needs: needsReason('Say why it is not accepted as kept.'),
  says: ({ reason }) => ({ reason: textIn(reason) }),
});
