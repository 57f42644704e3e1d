import { isRefusal, type Decider, type FreeText, type Problem } from '@daybook/ledger';
import type { GivenPaper } from '@daybook/provenance';
import { inspectionsBook, type InspectionsBook } from '../book';
import type { ProgressReported } from '../inspections.events';
import { readWork, workFact, type WorkInput } from '../work-on';

export interface ReportProgressInput extends WorkInput {
  readonly report?: FreeText;
  readonly taken?: FreeText;
  readonly planned?: FreeText;
}

/** What was done and what is to be done, on a finding and on those that share its plan item. */
export const reportProgress: Decider<ReportProgressInput, InspectionsBook, ProgressReported, GivenPaper> = {
  ...inspectionsBook,
  decide(input, book, context) {
    const work = readWork(input, book, context, checkSaysSomething(input));
    if (isRefusal(work)) return work;
    const findings = work.items.map(({ finding }) => finding);
    const { data, ...fact } = workFact(work, input.area, findings);
    const { report = null, taken = null, planned = null } = input;
    const said = { report, taken, planned };
    return [{ type: 'inspections.progress-reported', ...fact, data: { ...data, ...said } }];
  },
};

function checkSaysSomething({ report, taken, planned }: ReportProgressInput): Problem[] {
  if (report || taken || planned) return [];
  const message = 'Say what was done, what is planned, or how far it has come.';
  return [{ field: '/report', code: 'inspections.progress-missing', message }];
}
