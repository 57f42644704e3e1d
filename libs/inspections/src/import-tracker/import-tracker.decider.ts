import { Refusal, isRefusal, type Access, type Context, type Decider } from '@daybook/ledger';
import { accessOf, type GivenPaper, headed, secondHand, type Setting } from '@daybook/provenance';
import { inspectionsBook, type InspectionsBook } from '../book';
import {
  paperRef,
  type FindingAct,
  type InspectionsEvent,
  type TrackerImported,
} from '../inspections.events';
import { readSetting, refused } from '../setting';
import { draftLines, headingOnce, inOrder } from './draft-lines';
import type { Tracker } from './tracker-line';

/** What is new of up to 1,000 findings: all of it is recorded or none of it is. */
export const importTracker: Decider<Tracker, InspectionsBook, InspectionsEvent, GivenPaper> = {
  ...inspectionsBook,
  decide(tracker, book, context) {
    const drafted = draftLines(tracker, book, context);
    const heading = readHeading(tracker, context);
    const bad = drafted.filter(({ problems }) => problems.length > 0).length;
    const above = isRefusal(heading) ? heading.fields : [];
    const problems = headingOnce([...above, ...drafted.flatMap((line) => line.problems)]);
    if (problems.length > 0 || isRefusal(heading)) {
      const message = `Nothing was recorded: ${bad} of ${drafted.length} lines cannot be recorded as they are.`;
      return Refusal.of('inspections.bad-lines', message, problems);
    }
    const acts = inOrder(tracker, context.today).flatMap((i) => drafted[i]?.events ?? []);
    return [importedFact(tracker, heading, acts), ...acts];
  },
};

/** What is said once for all lines, or all that is wrong with it. Whose act each line is depends on the line. */
export function readHeading(tracker: Tracker, context: Context<GivenPaper>): Setting | Refusal {
  const owner = tracker.for || context.by.body;
  const setting = readSetting(tracker, owner, [], context);
  if ('actor' in setting) return setting;
  return refused('The tracker was not recorded.', setting);
}

function importedFact(
  { area, paper, lines, file }: Tracker,
  setting: Setting,
  acts: readonly FindingAct[],
): TrackerImported {
  return {
    type: 'inspections.tracker-imported',
    ...headed(setting),
    ...actingTogether(acts),
    // It counts the lines, and would tell of a restricted one by its number.
    access: accessOf(
      setting.access,
      acts.map((act): Access => act.access),
    ),
    about: paper ? [paperRef(paper)] : [],
    data: { area, ...secondHand(setting), lines: lines.length, ...(file && { file }) },
  };
}

/** Whose act the import is, where it is the act of one body throughout. */
function actingTogether(acts: readonly FindingAct[]): Pick<TrackerImported, 'for'> {
  const [body, ...others] = new Set(acts.map((act) => act.for));
  return body && others.length === 0 ? { for: body } : {};
}
