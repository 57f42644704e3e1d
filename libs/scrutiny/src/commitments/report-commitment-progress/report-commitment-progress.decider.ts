import type { FreeText } from '@daybook/ledger';
import { actOnCommitment, missing, textIn, type DeedInput } from '../act-on-commitment';

export interface ReportCommitmentProgressInput extends DeedInput {
  readonly report?: FreeText;
  readonly taken?: FreeText;
  readonly planned?: FreeText;
}

/** How far it has come; also of a commitment that has ended. */
export const reportCommitmentProgress = actOnCommitment<
  'report-commitment-progress',
  ReportCommitmentProgressInput
>({
  deed: 'report-commitment-progress',
  party: 'owner',
  does: 'report on it',
  says: ({ report, taken, planned }) =>
    report || taken || planned
      ? { report: textIn(report), taken: textIn(taken), planned: textIn(planned) }
      : missing(
          '/report',
          'scrutiny.progress-missing',
          'Say how it stands, what was done or what is planned.',
        ),
});
