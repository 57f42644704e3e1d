import { lineProblem, type LineProblem } from '@daybook/identity';
import { isRefusal, type Context, type Problem, type SealedText } from '@daybook/ledger';
import type { GivenPaper } from '@daybook/provenance';
import type { InspectionsBook } from '../book';
import { draftLines, headingOnce, isOfHeading } from './draft-lines';
import { readHeading } from './import-tracker.decider';
import { LINE_ACTS, type LineAct, type LineDrafted, type Tracker, type TrackerLine } from './tracker-line';

/** What would come of a line: acts, nothing (it says what is on record already), or a refusal. */
export const TRACKER_OUTCOMES = ['recorded', 'unchanged', 'refused'] as const;
export type TrackerOutcome = (typeof TRACKER_OUTCOMES)[number];

/** One line of a tracker before it is imported. */
export interface CheckedTrackerLine {
  /** From 1, in the order sent. */
  readonly number: number;
  readonly finding: string;
  /** Null where no such finding is on record. */
  readonly title: string | null;
  readonly addressee: string | null;
  readonly effectiveOn: string | null;
  readonly outcome: TrackerOutcome;
  readonly acts: readonly LineAct[];
  /** The date that stood on the line's day before it, and the one that the line gives; null: none. */
  readonly from: string | null;
  readonly to: string | null;
  /** How far the latest day moves. */
  readonly days: number | null;
  readonly problems: readonly LineProblem[];
}

/** A tracker before it is imported. */
export interface CheckedTracker {
  readonly area: string;
  readonly paper: string | null;
  readonly effectiveOn: string;
  /** Whether all of it would be recorded as it is; else none of it would. */
  readonly recordable: boolean;
  readonly totals: Readonly<Record<TrackerOutcome | LineAct | 'lines', number>>;
  /** What is wrong with what is said once for all lines. */
  readonly problems: readonly LineProblem[];
  readonly lines: readonly CheckedTrackerLine[];
}

/** A text of a line that is not sealed, because nothing is recorded: only that there is one counts here. */
const GIVEN: SealedText = { sealed: '', key: '' };
const TEXTS = ['reason', 'progress', 'taken', 'planned', 'evidence'] as const;

/** A line as it was sent; `badly` lists what of it is no line at all. */
export interface SentTrackerLine {
  readonly texts: Readonly<Partial<Record<keyof TrackerLine, string | null>>>;
  readonly badly: readonly Problem[];
}

/** What the decider of `import-tracker` would make of a tracker, line by line, on the book as it stands. */
export function checkTracker(
  sent: Omit<Tracker, 'lines'> & { readonly lines: readonly SentTrackerLine[] },
  book: InspectionsBook,
  context: Context<GivenPaper>,
): CheckedTracker {
  const tracker: Tracker = { ...sent, lines: sent.lines.map(({ texts }) => lineOf(texts)) };
  const heading = readHeading(tracker, context);
  const drafted = draftLines(tracker, book, context);
  const lines = drafted.map((draft, i) => {
    const badly = sent.lines[i]?.badly ?? [];
    const own = badly.length > 0 ? badly : draft.problems;
    const { finding } = tracker.lines[i] ?? { finding: '' };
    const title = book.findings.get(finding)?.raised.title ?? null;
    return checkedLine(i, { ...draft, problems: own }, finding, title);
  });
  const above = isRefusal(heading) ? heading.fields : [];
  const once = drafted.flatMap((draft) => draft.problems.filter(isOfHeading));
  const problems = headingOnce([...above, ...once]).map(lineProblem);
  const { area, paper = null, effectiveOn } = tracker;
  const totals = totalsOf(lines);
  const recordable = problems.length === 0 && totals.refused === 0;
  return { area, paper: paper || null, effectiveOn, recordable, totals, problems, lines };
}

function lineOf(texts: SentTrackerLine['texts']): TrackerLine {
  const given = TEXTS.filter((name) => texts[name]?.trim());
  const free = Object.fromEntries(TEXTS.map((name) => [name, given.includes(name) ? GIVEN : null]));
  return { finding: '', ...texts, ...free } as TrackerLine;
}

function checkedLine(
  i: number,
  { acts, addressee, effectiveOn, stood, given, days, problems }: LineDrafted,
  finding: string,
  title: string | null,
): CheckedTrackerLine {
  const own = problems.filter((problem) => !isOfHeading(problem));
  const done = problems.length === 0 ? acts : [];
  return {
    number: i + 1,
    ...{ finding, title, addressee, effectiveOn },
    outcome: problems.length > 0 ? 'refused' : done.length > 0 ? 'recorded' : 'unchanged',
    acts: done,
    from: stood?.anticipated ?? null,
    to: given?.anticipated ?? null,
    days,
    problems: own.map(lineProblem),
  };
}

function totalsOf(lines: readonly CheckedTrackerLine[]): CheckedTracker['totals'] {
  const outcomes = TRACKER_OUTCOMES.map((one) => [one, lines.filter((l) => l.outcome === one).length]);
  const acts = LINE_ACTS.map((one) => [one, lines.filter((l) => l.acts.includes(one)).length]);
  return {
    lines: lines.length,
    ...(Object.fromEntries([...outcomes, ...acts]) as Record<TrackerOutcome | LineAct, number>),
  };
}
