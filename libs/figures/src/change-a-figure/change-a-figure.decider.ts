import { Refusal, type Decider } from '@daybook/ledger';
import { figuresBook, type FiguresBook } from '../book';
import type { Declaration } from '../codes';
import { Working, draftLine } from '../draft-line';
import type { ObservationEvent } from '../figures.events';
import type { Line } from '../line';
import { checkPaper, readEffectiveOn, type GivenPaper, type Heading } from '../setting';
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
      const date = readEffectiveOn(input.effectiveOn, context.today);
      const setting = settingOf(input, input.measure, book, context);
      const problems = [...checkPaper(input, context)];
      if ('code' in date) problems.push(date);
      else if ('code' in setting) problems.push(setting);
      else {
        const drafted = draftLine({ ...input, kind: declared }, '', setting, new Working(book));
        if (!Array.isArray(drafted) && problems.length === 0) return [drafted];
        if (Array.isArray(drafted)) problems.push(...drafted);
      }
      return Refusal.of('figures.bad-change', 'The change was not recorded.', problems);
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
    const problems = [...checkPaper(input, context)];
    const date = readEffectiveOn(input.effectiveOn, context.today);
    if ('code' in date) problems.push(date);
    if (problems.length > 0) return Refusal.of('figures.bad-change', 'The restatement was not recorded.', problems);
    const lines = input.lines.map((line) => ({ ...line, reason: line.reason ?? input.reason, kind: 'restated' }));
    return draftLines({ ...input, lines }, book, context);
  },
};
