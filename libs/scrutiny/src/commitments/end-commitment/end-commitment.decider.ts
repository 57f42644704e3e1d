import type { FreeText } from '@daybook/ledger';
import { actOnCommitment, needsReason, textIn, type DeedInput } from '../act-on-commitment';

export interface EndCommitmentInput extends DeedInput {
  readonly reason?: FreeText;
}

export interface SupersedeCommitmentInput extends EndCommitmentInput {
  /** The commitment that takes its place; absent where none was named. */
  readonly supersededBy?: string | null;
}

export const withdrawCommitment = actOnCommitment<'withdraw-commitment', EndCommitmentInput>({
  deed: 'withdraw-commitment',
  party: 'either',
  does: 'withdraw it',
  needs: needsReason('Say why it is withdrawn.'),
  says: ({ reason }) => ({ reason: textIn(reason) }),
});

/** Another commitment takes its place. */
export const supersedeCommitment = actOnCommitment<'supersede-commitment', SupersedeCommitmentInput>({
  deed: 'supersede-commitment',
  party: 'either',
  does: 'let another take its place',
  needs: ({ reason, supersededBy }) =>
    supersededBy ? [] : needsReason('Name the commitment that takes its place, or say why.')({ reason }),
  says: ({ supersededBy, reason }) => ({ supersededBy: supersededBy || null, reason: textIn(reason) }),
  namesOther: ({ supersededBy }) => supersededBy,
});

/** What was discharged, withdrawn or superseded is to be kept after all. */
export const reopenCommitment = actOnCommitment<'reopen-commitment', EndCommitmentInput>({
  deed: 'reopen-commitment',
  party: 'promisee',
  does: 'open it again',
  needs: needsReason('Say why it is opened again.'),
  says: ({ reason }) => ({ reason: textIn(reason) }),
});
