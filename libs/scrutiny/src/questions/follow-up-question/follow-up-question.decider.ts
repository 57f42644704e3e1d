import type { FreeText } from '@daybook/ledger';
import { actOnQuestion, askerOf, missing, textIn, type QuestionInput } from '../act-on-question';

export interface FollowUpQuestionInput extends QuestionInput {
  /** What is asked from now on, where that is something else. */
  readonly title?: string | null;
  readonly words?: FreeText;
}

/** The body that asked asks again: the question waits for an answer once more. */
export const followUpQuestion = actOnQuestion<'scrutiny.question-followed-up', FollowUpQuestionInput>({
  type: 'scrutiny.question-followed-up',
  partyOf: askerOf,
  misfit: () => undefined,
  says(input, { setting }) {
    const { meeting, item, title, words } = input;
    if (!words && !title && !setting.acting.for)
      return [missing('/words', 'scrutiny.words-missing', 'Write what is asked further.')];
    const place = { meeting: meeting || null, item: item || null };
    return { data: { ...place, title: title || null, words: textIn(words) } };
  },
});
