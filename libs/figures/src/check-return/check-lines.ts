import { lineProblem, type LineProblem } from '@daybook/identity';
import { isRefusal, type Access, type Context, type Problem, type SealedText } from '@daybook/ledger';
import { contentOn, type FiguresBook } from '../book';
import { parseBreakdown } from '../breakdown';
import { DECLARATIONS, type Kind, type Status, type Unit } from '../codes';
import { Working } from '../draft-line';
import { figureRef, type ObservationEvent, type OfFigure } from '../figures.events';
import { flagsOf, type Flag } from '../flags';
import type { Line } from '../line';
import { parsePeriod } from '../period';
import { readEffectiveOn, type GivenPaper } from '../setting';
import { checkHeading, draftEach, type SubmitReturnInput } from '../submit-return/submit-return.decider';
import { difference } from '../value';
import { NOTHING, asOn, judge, type FigureRecord, type Standing } from '../vintages';

/**
 * What would come of a line. `new`: the first release, or the first word that there is no value. `changed`:
 * a declared change, or, transcribed, one without a reason. `differs`: refused until it is declared.
 */
export const LINE_OUTCOMES = ['new', 'confirmed', 'changed', 'contradicts', 'differs', 'refused'] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

/** The entry that stands on the return's date, before the return. */
export interface RecordedBefore {
  readonly id: string;
  readonly value: string | null;
  readonly status: Status;
  readonly kind: Kind;
  readonly effectiveOn: string;
  readonly withheldBy: string | null;
}

/** One line of a return before it is sent. The figure is as it will be kept, where it can be read. */
export interface CheckedLine {
  /** From 1, in the order sent. */
  readonly number: number;
  readonly measure: string;
  readonly period: string;
  readonly breakdown: string;
  readonly value: string | null;
  readonly unit: Unit | null;
  readonly outcome: LineOutcome;
  /** What it would stand as in the history of its figure; null where it would not be recorded. */
  readonly kind: Kind | null;
  readonly recorded: RecordedBefore | null;
  /** The entry that a declared change names; where none was named, the one found standing. */
  readonly of: string | null;
  /** Its value less the recorded one, where both are exact. */
  readonly difference: string | null;
  /** What it could be declared as, where it differs. */
  readonly declare: readonly string[];
  readonly access: Access | null;
  readonly flags: readonly Flag[];
  readonly problems: readonly LineProblem[];
}

export interface CheckedReturn {
  readonly area: string;
  readonly paper: string;
  readonly effectiveOn: string;
  /** Whether all of it would be recorded as it is; else none of it would. */
  readonly recordable: boolean;
  readonly totals: Readonly<Record<LineOutcome | 'lines' | 'flagged', number>>;
  /** What is wrong with what is said once for all lines. */
  readonly problems: readonly LineProblem[];
  readonly lines: readonly CheckedLine[];
}

/** A line as it was sent; `badly` lists what of it is no line at all. */
export interface SentLine {
  readonly line: Omit<Line, 'reason'> & { readonly reason?: string | null };
  readonly badly: readonly Problem[];
}

/** Stands for a reason, which is not sealed before it is recorded: only that there is one counts here. */
const GIVEN: SealedText = { sealed: '', key: '' };

/** What the decider of `submit-return` would make of a return, line by line, on the book as it stands. */
export function checkReturn(
  input: Omit<SubmitReturnInput, 'lines'> & { readonly lines: readonly SentLine[] },
  book: FiguresBook,
  context: Context<GivenPaper>,
): CheckedReturn {
  const date = readEffectiveOn(input.effectiveOn, context.today);
  const day = 'code' in date ? context.today : date.effectiveOn;
  const before = new Before(book, input.area, day);
  const lines = input.lines.map(({ line }) => before.naming({ ...line, reason: line.reason ? GIVEN : null }));
  const working = new Working(book);
  const sent = { ...input, lines };
  const drafts = draftEach(sent, book, context, working);
  const heading = checkHeading(sent, book, context);
  const checked = lines.map((line, i) => {
    const badly = input.lines[i]?.badly ?? [];
    const draft = badly.length > 0 ? badly : (drafts[i] ?? []);
    return checkedLine(line, i, before, isProblems(draft) ? draft : kindOf(draft, i, working), draft);
  });
  const problems = isRefusal(heading) ? heading.fields.map(lineProblem) : [];
  const totals = totalsOf(checked);
  const { area, paper } = input;
  const recordable = problems.length === 0 && totals.refused + totals.differs === 0;
  return { area, paper, effectiveOn: input.effectiveOn, recordable, totals, problems, lines: checked };
}

type Draft = ObservationEvent | readonly Problem[];

function isProblems(draft: Draft): draft is readonly Problem[] {
  return Array.isArray(draft);
}

/** What stood before the return, by its lines. */
class Before {
  constructor(
    private readonly book: FiguresBook,
    private readonly area: string,
    private readonly day: string,
  ) {}

  figure({ measure, period, breakdown }: Line): OfFigure {
    return {
      area: this.area,
      measure,
      period: parsePeriod(period)?.canonical ?? period,
      breakdown: parseBreakdown(breakdown ?? '') ?? breakdown ?? '',
    };
  }

  standing(line: Line): Standing | undefined {
    const record: FigureRecord = this.book.figures.get(figureRef(this.figure(line))) ?? NOTHING;
    return judge(asOn(record, this.day)).standing;
  }

  /** A declared change that names no entry changes the one that stands. */
  naming(line: Line): Line {
    const declared = DECLARATIONS.find((d) => d === line.kind);
    if (!declared || declared === 'report' || declared === 'unexplained' || line.of) return line;
    return { ...line, of: this.standing(line)?.id ?? null };
  }

  unit({ measure }: Line): Unit | null {
    const known = this.book.measures.get(measure);
    return known ? contentOn(known, this.day).unit : null;
  }
}

/** What the fold makes of a drafted line: on its own day, and whether its own paper says otherwise. */
function kindOf({ data, effectiveOn }: ObservationEvent, i: number, working: Working): Kind {
  const record = working.record(data);
  const kindIn = (of: FigureRecord): Kind | undefined =>
    judge(of).vintages.find(({ id }) => id === `/lines/${i}`)?.kind;
  const whole = kindIn(record);
  return whole === 'contradicts' ? whole : (kindIn(asOn(record, effectiveOn)) ?? 'first-release');
}

const OUTCOMES: Readonly<Partial<Record<Kind, LineOutcome>>> = {
  'first-release': 'new',
  missing: 'new',
  confirmed: 'confirmed',
  contradicts: 'contradicts',
};

function checkedLine(
  line: Line,
  i: number,
  before: Before,
  found: Kind | readonly Problem[],
  draft: Draft,
): CheckedLine {
  const problems = typeof found === 'string' ? [] : found;
  const differs = problems.length > 0 && problems.every(({ code }) => code === 'figures.value-differs');
  const standing = before.standing(line);
  const { measure, period, breakdown } = before.figure(line);
  const event = isProblems(draft) ? undefined : draft;
  const value = event ? event.data.value : line.value || null;
  const failed = differs ? 'differs' : 'refused';
  return {
    number: i + 1,
    measure,
    period,
    breakdown,
    value,
    unit: before.unit(line),
    outcome: typeof found === 'string' ? (OUTCOMES[found] ?? 'changed') : failed,
    kind: typeof found === 'string' ? found : null,
    recorded: standing ? recordedBefore(standing) : null,
    of: line.of || null,
    difference: difference(value, standing?.value ?? null) ?? null,
    declare: differs ? (problems[0]?.detail?.declare as readonly string[]) : [],
    access: event?.access ?? null,
    flags: flagsOf(line, before.unit(line)),
    problems: problems.map(lineProblem),
  };
}

function recordedBefore({ id, value, status, kind, effectiveOn, withheldBy }: Standing): RecordedBefore {
  return { id, value, status, kind, effectiveOn, withheldBy: withheldBy ?? null };
}

function totalsOf(lines: readonly CheckedLine[]): CheckedReturn['totals'] {
  const count = (outcome: LineOutcome): number => lines.filter((line) => line.outcome === outcome).length;
  const counts = Object.fromEntries(LINE_OUTCOMES.map((outcome) => [outcome, count(outcome)]));
  const flagged = lines.filter(({ flags }) => flags.length > 0).length;
  return { lines: lines.length, ...(counts as Record<LineOutcome, number>), flagged };
}
