import { Refusal, type Context, type Decider, type Problem } from '@daybook/ledger';
import { figuresBook, type FiguresBook } from '../book';
import type { Declaration } from '../codes';
import { Working, draftLine } from '../draft-line';
import type { ObservationEvent } from '../figures.events';
import type { Line, Setting } from '../line';
import { checkPaper, checkTranscript, type GivenPaper, type Heading } from '../setting';
import { draftLines, settingOf } from '../submit-return/submit-return.decider';

/** One figure that changes, and how: the fields of a line beside the date. */
export type ChangeFigureInput = Heading & Omit<Line, 'kind'>;
export interface RestateFiguresInput extends Heading {
  readonly lines: readonly Omit<Line, 'kind'>[];
  readonly reason?: Line['reason'];
}

type ChangeDecider<Input> = Decider<Input, FiguresBook, ObservationEvent, GivenPaper>;

/** Revise, correct or withdraw one figure: the same rules as a line of a return that declares it. */
function changeDecider(declared: Declaration): ChangeDecider<ChangeFigureInput> {
  return {
    ...figuresBook,
    decide(input, book, context) {
      const setting = settingOfChange(input, input.measure, book, context);
      const drafted = Array.isArray(setting)
        ? setting
        : draftLine({ ...input, kind: declared }, '', setting, new Working(book));
      if (!Array.isArray(drafted)) return [drafted];
      return Refusal.of('figures.bad-change', 'The change was not recorded.', drafted);
    },
  };
}

export const reviseFigure = changeDecider('revised');
export const correctFigure = changeDecider('corrected');
export const withdrawFigure = changeDecider('withdrawn');

/** Back periods issued again after a recorded redefinition, all of them or none. */
export const restateFigures: ChangeDecider<RestateFiguresInput> = {
  ...figuresBook,
  decide(input, book, context) {
    const setting = settingOfChange(input, input.lines[0]?.measure ?? '', book, context);
    if (Array.isArray(setting))
      return Refusal.of('figures.bad-change', 'The restatement was not recorded.', setting);
    const lines = input.lines.map((line) => ({
      ...line,
      reason: line.reason ?? input.reason,
      kind: 'restated',
    }));
    return draftLines({ ...input, lines }, book, context);
  },
};

/** Who changes a figure, when, and by which paper; or every problem with that. */
function settingOfChange(
  heading: Heading,
  measure: string,
  book: FiguresBook,
  context: Context<GivenPaper>,
): Setting | Problem[] {
  const setting = settingOf(heading, measure, book, context);
  const problems = [...checkPaper(heading, context)];
  if ('code' in setting) return [...problems, setting];
  problems.push(...checkTranscript(setting, heading.paper));
  return problems.length > 0 ? problems : setting;
}
