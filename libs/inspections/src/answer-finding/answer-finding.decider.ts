import type { SealedText } from '@daybook/ledger';
import { actOnFinding, textIn, type DeedInput } from '../act-on-finding';

export interface AnswerFindingInput extends DeedInput {
  readonly reason?: SealedText | null;
}

export const acceptFinding = actOnFinding<'accept-finding', AnswerFindingInput>({
  deed: 'accept-finding',
  party: 'addressee',
  says: ({ reason }) => ({ reason: textIn(reason) }),
});

export const disputeFinding = actOnFinding<'dispute-finding', AnswerFindingInput>({
  deed: 'dispute-finding',
  party: 'addressee',
  needs: { field: 'reason', code: 'inspections.reason-missing', message: 'Say what is disputed, and why.' },
  says: ({ reason }) => ({ reason: textIn(reason) }),
});

/** The inspectorate keeps to its finding. To take it back is to withdraw it. */
export const answerDispute = actOnFinding<'answer-dispute', AnswerFindingInput>({
  deed: 'answer-dispute',
  party: 'inspectorate',
  needs: { field: 'reason', code: 'inspections.reason-missing', message: 'Say what the answer is.' },
  says: ({ reason }) => ({ reason: textIn(reason) }),
});
