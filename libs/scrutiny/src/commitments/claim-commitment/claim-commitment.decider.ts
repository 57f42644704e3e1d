import type { FreeText } from '@daybook/ledger';
import { actOnCommitment, missing, textIn, type DeedInput } from '../act-on-commitment';

export interface ClaimCommitmentInput extends DeedInput {
  readonly evidence?: FreeText;
}

/** The owner says that it is kept. */
export const claimCommitment = actOnCommitment<'claim-commitment', ClaimCommitmentInput>({
  deed: 'claim-commitment',
  party: 'owner',
  does: 'claim that it is kept',
  needs: ({ evidence }) =>
    evidence
      ? []
      : missing(
          '/evidence',
          'scrutiny.evidence-missing',
          'Say what shows that it is kept. Only what is read in a paper may go without.',
        ),
  says: ({ evidence }, { cited }) => ({ evidence: textIn(evidence), cites: cited.cites }),
});
