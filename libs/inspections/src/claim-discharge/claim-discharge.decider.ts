import type { SealedText } from '@daybook/ledger';
import { actOnFinding, textIn, type DeedInput } from '../act-on-finding';

export interface ClaimDischargeInput extends DeedInput {
  readonly evidence?: SealedText | null;
}

/** An addressee says that it has done what the finding asks. */
export const claimDischarge = actOnFinding<'claim-discharge', ClaimDischargeInput>({
  deed: 'claim-discharge',
  party: 'addressee',
  needs: {
    field: 'evidence',
    code: 'inspections.evidence-missing',
    message: 'Say what shows that it is done. Only what is read in a paper may go without.',
  },
  says: ({ evidence }) => ({ evidence: textIn(evidence) }),
});
