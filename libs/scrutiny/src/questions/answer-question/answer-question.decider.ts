import type { FreeText, Refusal } from '@daybook/ledger';
import { figuresIn, readCites, type Citing } from '../../citing/cites';
import type { Extent } from '../../codes';
import {
  actOnQuestion,
  missing,
  standsAlready,
  textIn,
  type Asked,
  type QuestionInput,
} from '../act-on-question';

export interface AnswerQuestionInput extends QuestionInput, Citing {
  readonly extent: Extent;
  readonly answer?: FreeText;
}

/** Whoever is asked answers, in full or in part, or takes the question away to write. */
export const answerQuestion = actOnQuestion<'scrutiny.question-answered', AnswerQuestionInput>({
  type: 'scrutiny.question-answered',
  partyOf: ({ data }) => data.to,
  misfit,
  says(input, { setting, context }) {
    const { extent, answer } = input;
    const cited = readCites(input, setting.effectiveOn, context);
    const unsaid = extent !== 'taken-away' && !answer && !setting.acting.for;
    const problems = [
      ...(unsaid ? [missing('/answer', 'scrutiny.answer-missing', 'Write the answer that was given.')] : []),
      ...('cites' in cited ? [] : cited),
    ];
    if (problems.length > 0 || !('cites' in cited)) return problems;
    return {
      data: { ...placeOf(input), extent, answer: textIn(answer), cites: cited.cites },
      about: figuresIn(cited.cites),
      access: cited.access,
    };
  },
});

/** What is settled waits for no answer; what was answered in full can still be added to. */
function misfit({ extent, question }: AnswerQuestionInput, asked: Asked): Refusal | undefined {
  const { status, settled, closedBy } = asked.state;
  if (status === 'settled')
    return standsAlready(
      'scrutiny.question-settled',
      asked,
      `Question "${question}" was settled on ${settled?.effectiveOn}. Whoever asked can follow it up.`,
    );
  if (status !== 'answered' || extent === 'part') return undefined;
  return standsAlready(
    'scrutiny.question-answered',
    asked,
    `Question "${question}" was answered in full on ${closedBy?.effectiveOn}. Add to that answer in part.`,
  );
}

function placeOf({ meeting, item }: QuestionInput) {
  return { meeting: meeting || null, item: item || null };
}
