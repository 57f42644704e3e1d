import { Refusal, type Context, type Decider, type Problem, type SealedText } from '@daybook/ledger';
import { figuresBook, findEntry, type FiguresBook } from '../book';
import { STATUSES, type Declaration } from '../codes';
import { Working, draftLine } from '../draft-line';
import {
  figureRef,
  measureRef,
  paperRef,
  type EntryMarkedWrong,
  type ObservationEvent,
  type OfFigure,
} from '../figures.events';
import type { Line, Setting } from '../line';
import { readEffectiveOn, type GivenPaper } from '../setting';
import type { Act, FigureEntry, FigureRecord } from '../vintages';

/** What the paper really says; what is left out is as it was entered. */
export type RightEntry = Partial<Line> & { readonly effectiveOn?: string | null };

export interface MarkEnteredWronglyInput {
  readonly area: string;
  /** The event id of the wrong entry. */
  readonly of: string;
  readonly reason?: SealedText | null;
  /** Absent or null only where the paper has no such figure at all. */
  readonly right?: RightEntry | null;
}

const DECLARED: Readonly<Record<Act, Declaration>> = {
  reported: 'report',
  revised: 'revised',
  corrected: 'corrected',
  restated: 'restated',
  withdrawn: 'withdrawn',
};

/**
 * A slip of the pen is not a correction. Writes the mark, effective on the wrong entry's date, and the right
 * entry, with the date and figure that the paper gives, in one commit; all else is judged as if the wrong
 * entry were absent.
 */
export const markEnteredWrongly: Decider<
  MarkEnteredWronglyInput,
  FiguresBook,
  EntryMarkedWrong | ObservationEvent,
  GivenPaper
> = {
  ...figuresBook,
  decide(input, book, context) {
    const found = findEntry(book, input.of);
    if (found instanceof Refusal) return found;
    const { entry: wrong, figure, record } = found;
    if (wrong.by.body !== context.by.body)
      return new Refusal('figures.not-yours', 'Only the body that wrote the entry may mark it.');
    if (record.marks.some((m) => m.of === input.of))
      return new Refusal('figures.already-marked', `Entry ${input.of} is marked entered wrongly already.`);
    const right = input.right ? rightEntry(input.right, figure, wrong, record, book, context) : undefined;
    if (Array.isArray(right))
      return Refusal.of('figures.bad-entry', 'The right entry cannot be recorded as it is.', right);
    const mark: EntryMarkedWrong = {
      type: 'figures.entry-marked-wrong',
      schema: 1,
      effectiveOn: wrong.effectiveOn,
      precision: wrong.precision,
      ...(wrong.for && wrong.for !== context.by.body && { for: wrong.for }),
      ...(wrong.source && { source: wrong.source }),
      about: [figureRef(figure), measureRef(figure), ...(wrong.source ? [paperRef(wrong.source.paper)] : [])],
      access: wrong.access,
      data: {
        ...figure,
        of: input.of,
        reason: input.reason ?? null,
        right: right ? figureRef(right.data) : null,
      },
    };
    return right ? [mark, right] : [mark];
  },
};

function rightEntry(
  right: RightEntry,
  figure: OfFigure,
  wrong: FigureEntry,
  record: FigureRecord,
  book: FiguresBook,
  context: Context<GivenPaper>,
): ObservationEvent | Problem[] {
  const date = right.effectiveOn
    ? readEffectiveOn(right.effectiveOn, context.today, '/right/effectiveOn')
    : { effectiveOn: wrong.effectiveOn, precision: wrong.precision };
  if ('code' in date) return [date];
  const working = new Working(book);
  working.replace(figure, { ...record, entries: record.entries.filter((e) => e.id !== wrong.id) });
  const line: Line = {
    measure: right.measure || figure.measure,
    period: right.period || figure.period,
    breakdown: right.breakdown ?? figure.breakdown,
    value: right.value === undefined ? wrong.value : right.value,
    status: right.status ?? (STATUSES[wrong.status].missing && right.value ? undefined : wrong.status),
    unit: right.unit,
    kind: right.kind || (wrong.saysNotWhy ? 'unexplained' : DECLARED[wrong.act]),
    reason: right.reason ?? wrong.reason,
    place: right.place || wrong.source?.place,
    of: right.of ?? wrong.of,
    severity: right.severity ?? wrong.severity,
    printed:
      right.printed === undefined ? (right.value === undefined ? wrong.printed : undefined) : right.printed,
    withheldBy: right.withheldBy ?? (right.value ? undefined : wrong.withheldBy),
  };
  const setting: Setting = {
    area: figure.area,
    ...date,
    paper: wrong.source?.paper,
    access: wrong.access,
    by: context.by,
    ...(wrong.for && wrong.for !== context.by.body && { for: wrong.for }),
    ...(wrong.secondHand && { secondHand: true as const }),
  };
  return draftLine(line, '/right', setting, working);
}
