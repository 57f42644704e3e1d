import { sameDate, type DateSaid, type Expected } from '@daybook/due-dates';
import { isRefusal, Refusal, type Decider, type FreeText, type Problem } from '@daybook/ledger';
import { accessOf, type GivenPaper } from '@daybook/provenance';
import { inspectionsBook, type InspectionsBook } from '../book';
import { readExpected } from '../expected';
import type { CompletionMoved } from '../inspections.events';
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

export interface MoveCompletionInput extends WorkInput {
  /** The event that gave the date that is moved; the one that stands where absent. */
  readonly of?: string | null;
  /** A day, a month or words. */
  readonly to: string;
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly reason?: FreeText;
  /** The body that asked for it. */
  readonly askedBy?: string | null;
}

type Moving = Decider<MoveCompletionInput, InspectionsBook, CompletionMoved, GivenPaper>;

/** Another date for a finding, and for those that share its plan item. It counts at once, agreed or not. */
export const moveCompletion: Moving = {
  ...inspectionsBook,
  decide(input, book, context) {
    const { to: anticipated, earliest, latest } = input;
    const to = readExpected({ anticipated, earliest, latest }, dayOf(input, context), '/to');
    const problem = 'code' in to ? [to] : to.anticipated === null ? [noDate()] : [];
    const work = readWork(input, book, context, problem);
    if (isRefusal(work)) return work;
    if ('code' in to) return refused('The date was not moved.', [to]);
    const from = checkTakesDates(work) ?? dateMoved(input, work, to);
    if (isRefusal(from)) return from;
    const problems = [...checkNotBeforeFindings(work, to, '/to'), ...checkSaysWhy(input, work)];
    if (problems.length > 0) return refused('The date was not moved.', problems);
    const own = work.setting.acting.for === undefined;
    // It repeats the date that it moves: for no more people than may read that.
    const access = accessOf(work.setting.access, [book.entries.get(from.id)?.access]);
    const { data, ...fact } = workFact(
      { ...work, setting: { ...work.setting, access } },
      input.area,
      work.items.map(({ finding }) => finding),
    );
    return [
      {
        type: 'inspections.completion-moved',
        ...fact,
        data: {
          ...data,
          of: from.id,
          from: from.expected,
          to,
          reason: input.reason ?? null,
          askedBy: input.askedBy ?? (own ? work.setting.actor : null),
        },
      },
    ];
  },
};

function noDate(): Problem {
  const message = 'Say to what date it moved, in the words it was said in: "to be confirmed" is one.';
  return { field: '/to', code: 'inspections.date-missing', message };
}

/** The date that stands, which is the only one that can be moved. */
function dateMoved({ of }: MoveCompletionInput, { named }: Work, to: Expected): DateSaid | Refusal {
  const { standing } = named.state.completion;
  if (!standing) {
    const message = `No date stands for ${named.finding} on that day. Give its first with anticipate-completion.`;
    return new Refusal('inspections.no-date-stands', message);
  }
  const detail = { standing: standing.id, anticipated: standing.expected.anticipated };
  if (of && of !== standing.id) {
    const message = `That date does not stand on that day. ${dateNamed(standing.expected)} does: name it, or none.`;
    return new Refusal('inspections.not-standing', message, false, [], detail);
  }
  if (!sameDate(standing.expected, to)) return standing;
  const message = `${dateNamed(standing.expected)} stands already for ${named.finding}. Nothing was recorded.`;
  return new Refusal('inspections.nothing-changes', message, false, [], detail);
}

/** Reasons are asked of a body that records its own act; a paper may not give them. */
function checkSaysWhy({ reason }: MoveCompletionInput, { setting }: Work): Problem[] {
  if (reason || setting.acting.for) return [];
  const message = 'Say why the date moves.';
  return [{ field: '/reason', code: 'inspections.reason-missing', message }];
}
