import type { SealedText } from '@daybook/ledger';
import { actOnFinding, textIn, type DeedInput } from '../act-on-finding';

export interface AssureDischargeInput extends DeedInput {
  readonly reason?: SealedText | null;
}

/** The local policing body is satisfied with what its force claims; also with what it declined at first. */
export const assureDischarge = actOnFinding<'assure-discharge', AssureDischargeInput>({
  deed: 'assure-discharge',
  party: 'policing-body',
  says: ({ reason }) => ({ reason: textIn(reason) }),
});

/** It is not satisfied, or no longer. */
export const declineDischarge = actOnFinding<'decline-discharge', AssureDischargeInput>({
  deed: 'decline-discharge',
  party: 'policing-body',
  needs: { field: 'reason', code: 'inspections.reason-missing', message: 'Say why the claim is declined.' },
  says: ({ reason }) => ({ reason: textIn(reason) }),
});
