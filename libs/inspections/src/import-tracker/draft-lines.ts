import { type Context, type Problem } from '@daybook/ledger';
import type { GivenPaper } from '@daybook/provenance';
import type { InspectionsBook } from '../book';
import { readEffectiveOn } from '../setting';
import { LineToDraft } from './line-to-draft';
import type { LineDrafted, Tracker } from './tracker-line';
import { WorkingBook } from './working-book';

/**
 * What becomes of each line: the acts that it is, each decided by the rules of its own command, or its
 * problems. Lines are taken in order of the days that they are about, and a later one sees the earlier ones
 * as recorded.
 */
export function draftLines(
  tracker: Tracker,
  book: InspectionsBook,
  context: Context<GivenPaper>,
): readonly LineDrafted[] {
  const working = new WorkingBook(book, context.by);
  const drafted = new Map<number, LineDrafted>();
  for (const i of inOrder(tracker, context.today))
    drafted.set(i, new LineToDraft(tracker, i, working, context).draft());
  return tracker.lines.flatMap((_, i) => drafted.get(i) ?? []);
}

/** The numbers of the lines, from 0, in order of the days that they are about. */
export function inOrder(tracker: Tracker, today: string): readonly number[] {
  const days = tracker.lines.map((line) => {
    const said = line.effectiveOn || tracker.effectiveOn;
    const date = readEffectiveOn(said, today);
    return 'code' in date ? said : date.effectiveOn;
  });
  const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...days.keys()].sort((a, b) => before(days[a] ?? '', days[b] ?? '') || a - b);
}

/** Whether a problem is of what is said once, and not of a line. */
export function isOfHeading({ field }: Problem): boolean {
  return !field.startsWith('/lines/');
}

/** What is wrong with the heading is wrong once, however many lines it spoils; what is wrong with lines stays. */
export function headingOnce(problems: readonly Problem[]): readonly Problem[] {
  const first = (field: string): number => problems.findIndex((problem) => problem.field === field);
  return problems.filter((problem, i) => !isOfHeading(problem) || first(problem.field) === i);
}
