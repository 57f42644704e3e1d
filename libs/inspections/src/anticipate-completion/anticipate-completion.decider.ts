import { sameDate, type Expected } from '@daybook/due-dates';
import { isRefusal, Refusal, type Decider } from '@daybook/ledger';
import type { GivenPaper } from '@daybook/provenance';
import { inspectionsBook, type InspectionsBook } from '../book';
import { readExpected } from '../expected';
import type { CompletionAnticipated } from '../inspections.events';
import { dayOf, refused } from '../setting';
import {
  checkNotBeforeFindings,
  checkTakesDates,
  dateNamed,
  readWork,
  workFact,
  type Work,
  type WorkInput,
} from '../work-on';

export interface AnticipateCompletionInput extends WorkInput {
  /** A day, a month or words; null: it is on record that no date was given. */
  readonly anticipated: string | null;
  readonly earliest?: string | null;
  readonly latest?: string | null;
}

type Anticipating = Decider<AnticipateCompletionInput, InspectionsBook, CompletionAnticipated, GivenPaper>;

/** The first date of a finding, and of those that share its plan item. */
export const anticipateCompletion: Anticipating = {
  ...inspectionsBook,
  decide(input, book, context) {
    const expected = readExpected(input, dayOf(input, context));
    const work = readWork(input, book, context, 'code' in expected ? [expected] : []);
    if (isRefusal(work)) return work;
    if ('code' in expected) return refused('No date was recorded.', [expected]);
    const conflict = checkTakesDates(work) ?? checkNoDateStands(work, expected);
    if (conflict) return conflict;
    const problems = checkNotBeforeFindings(work, expected, '/anticipated');
    if (problems.length > 0) return refused('No date was recorded.', problems);
    const findings = work.items.map(({ finding }) => finding);
    const { data, ...fact } = workFact(work, input.area, findings);
    return [{ type: 'inspections.completion-anticipated', ...fact, data: { ...data, expected } }];
  },
};

function checkNoDateStands({ items, named }: Work, expected: Expected): Refusal | undefined {
  const { standing, noDateGiven } = named.state.completion;
  const same = standing
    ? sameDate(standing.expected, expected)
    : noDateGiven !== null && expected.anticipated === null;
  if (same) {
    const message = `${named.finding}: ${dateNamed(expected)} is on record already. Nothing was recorded.`;
    return new Refusal('inspections.nothing-changes', message);
  }
  const dated = items.filter(({ state }) => {
    const stands = state.completion.standing?.expected;
    return stands !== undefined && (state === named.state || !sameDate(stands, expected));
  });
  const stands = dated.find(({ finding }) => finding === named.finding) ?? dated[0];
  if (!stands) return undefined;
  const known = stands.state.completion.standing;
  const said = `${stands.finding} has a date: ${known ? dateNamed(known.expected) : ''}.`;
  const shared = stands === named ? '' : ` It shares the plan item of ${named.finding}.`;
  const message = `${said}${shared} Move it with move-completion.`;
  const detail = { finding: stands.finding, standing: known?.id, anticipated: known?.expected.anticipated };
  return new Refusal('inspections.date-stands', message, false, [], detail);
}
