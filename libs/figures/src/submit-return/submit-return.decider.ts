import { Refusal, type Access, type Context, type Decider, type Problem } from '@daybook/ledger';
import type { FileSent } from '@daybook/provenance';
import { figuresBook, type FiguresBook } from '../book';
import { Working, draftLine } from '../draft-line';
import { figureRef, paperRef, type ObservationEvent, type ReturnSubmitted } from '../figures.events';
import type { Line, Setting } from '../line';
import { parsePeriod } from '../period';
import { parseBreakdown } from '../breakdown';
import {
  accessAsked,
  actingFor,
  checkPaper,
  checkTranscript,
  readEffectiveOn,
  type GivenPaper,
  type Heading,
} from '../setting';

export interface SubmitReturnInput extends Heading {
  readonly paper: string;
  readonly lines: readonly Line[];
  /** The file that the lines were read from, where they were. */
  readonly file?: FileSent | null;
}

/** One paper, one date, up to 1,000 figures: all of it is recorded or none of it is. */
export const submitReturn: Decider<
  SubmitReturnInput,
  FiguresBook,
  ReturnSubmitted | ObservationEvent,
  GivenPaper
> = {
  ...figuresBook,
  decide(input, book, context) {
    const heading = checkHeading(input, book, context);
    if (heading instanceof Refusal) return heading;
    const drafted = draftLines(input, book, context);
    if (drafted instanceof Refusal) return drafted;
    const { area, paper, lines, file } = input;
    const header: ReturnSubmitted = {
      type: 'figures.return-submitted',
      schema: 1,
      ...heading,
      ...actingTogether(drafted),
      about: [paperRef(paper)],
      access: accessOfReturn(accessAsked(input, context), drafted),
      data: { area, paper, lines: lines.length, ...(file && { file }) },
    };
    return [header, ...drafted];
  },
};

/** The header counts the lines, and would tell of a restricted one by its number. */
function accessOfReturn(asked: Access | undefined, lines: readonly ObservationEvent[]): Access {
  return lines.some((l) => l.access === 'restricted') ? 'restricted' : (asked ?? 'public');
}

/** Whose act the return is, where it is the act of one body throughout. */
function actingTogether(lines: readonly ObservationEvent[]): Pick<ReturnSubmitted, 'for'> {
  const [body, ...others] = new Set(lines.map((l) => l.for));
  return body && others.length === 0 ? { for: body } : {};
}

type HeadingFacts = Pick<ReturnSubmitted, 'effectiveOn' | 'precision'>;

/** What is said once for all lines: the date as it will be recorded, or all that is wrong with it. */
export function checkHeading(
  input: SubmitReturnInput,
  book: FiguresBook,
  context: Context<GivenPaper>,
): HeadingFacts | Refusal {
  const date = readEffectiveOn(input.effectiveOn, context.today);
  const owner = book.measures.get(input.lines[0]?.measure ?? '')?.defined.owner;
  const acting = actingFor(input, context.by, owner, context.given.paper);
  const problems = [...checkPaper(input, context)];
  if ('code' in date) problems.push(date);
  if ('code' in acting) problems.push(acting);
  if (problems.length > 0 || 'code' in date || 'code' in acting)
    return Refusal.of('figures.bad-return', 'The return was not recorded.', problems);
  return date;
}

/**
 * The lines of a command that says its date and paper once, as events in their order, or every problem there
 * is.
 */
export function draftLines(
  input: Heading & { readonly lines: readonly Line[] },
  book: FiguresBook,
  context: Context<GivenPaper>,
): ObservationEvent[] | Refusal {
  const problems: Problem[] = [];
  const events: ObservationEvent[] = [];
  let badLines = 0;
  for (const drafted of draftEach(input, book, context)) {
    if (!Array.isArray(drafted)) {
      events.push(drafted);
      continue;
    }
    badLines += 1;
    // What is wrong with the heading is wrong once, however many lines it spoils.
    const isNew = ({ field }: Problem): boolean =>
      field.startsWith('/lines/') || !problems.some((p) => p.field === field);
    problems.push(...drafted.filter(isNew));
  }
  if (problems.length === 0) return events;
  const bad = `${badLines} of ${input.lines.length} lines cannot be recorded as they are`;
  return Refusal.of('figures.bad-lines', `Nothing was recorded: ${bad}.`, problems);
}

/**
 * What becomes of each line, in order: the event that it would be, or its problems. A later line sees the
 * earlier ones as recorded.
 */
export function draftEach(
  input: Heading & { readonly lines: readonly Line[] },
  book: FiguresBook,
  context: Context<GivenPaper>,
  working = new Working(book),
): (ObservationEvent | Problem[])[] {
  const duplicates = duplicatesAmong(input);
  const draftOne = (line: Line, at: string): ObservationEvent | Problem[] => {
    const setting = settingOf(input, line.measure, book, context);
    if ('code' in setting) return [setting];
    const unsourced = checkTranscript(setting, input.paper);
    return unsourced.length > 0 ? unsourced : draftLine(line, at, setting, working);
  };
  return input.lines.map((line, i) => duplicates.get(i) ?? draftOne(line, `/lines/${i}`));
}

/** The setting of one line: whose act it is depends on whose measure it is. */
export function settingOf(
  heading: Heading,
  measure: string,
  book: FiguresBook,
  context: Context<GivenPaper>,
): Setting | Problem {
  const date = readEffectiveOn(heading.effectiveOn, context.today);
  if ('code' in date) return date;
  const owner = book.measures.get(measure)?.defined.owner;
  const acting = actingFor(heading, context.by, owner, context.given.paper);
  if ('code' in acting) return acting;
  const { area, paper } = heading;
  const access = accessAsked(heading, context);
  return { area, ...date, paper: paper || undefined, access, by: context.by, ...acting };
}

/**
 * The same figure twice at one place is a slip, whatever its values: the problem of each later line, by its
 * number.
 */
function duplicatesAmong({
  area,
  lines,
}: Heading & { readonly lines: readonly Line[] }): ReadonlyMap<number, Problem[]> {
  const first = new Map<string, number>();
  const found = new Map<number, Problem[]>();
  for (const [i, line] of lines.entries()) {
    const period = parsePeriod(line.period)?.canonical ?? line.period;
    const breakdown = parseBreakdown(line.breakdown ?? '') ?? line.breakdown ?? '';
    const key = `${figureRef({ area, measure: line.measure, period, breakdown })} ${line.place ?? ''}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, i);
    else {
      const message = `Line ${i + 1} gives the figure of line ${before + 1} again, at the same place.`;
      found.set(i, [{ field: `/lines/${i}`, code: 'figures.duplicate-line', message }]);
    }
  }
  return found;
}
