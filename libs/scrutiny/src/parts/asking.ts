import type { Part } from '@daybook/identity';
import { LeaningHandler } from '../citing/leaning.query';
import {
  AnswerQuestionHandler,
  answerQuestionCommand,
} from '../questions/answer-question/answer-question.command';
import { AskQuestionHandler, askQuestionCommand } from '../questions/ask-question/ask-question.command';
import {
  FollowUpQuestionHandler,
  followUpQuestionCommand,
} from '../questions/follow-up-question/follow-up-question.command';
import { QuestionHandler } from '../questions/see-questions/question.query';
import { QuestionsHandler } from '../questions/see-questions/questions.query';
import {
  SettleQuestionHandler,
  settleQuestionCommand,
} from '../questions/settle-question/settle-question.command';

/** Questions, and their answers. */
export const asking: Part = {
  commands: [askQuestionCommand, answerQuestionCommand, followUpQuestionCommand, settleQuestionCommand],
  handlers: [
    ...[AskQuestionHandler, AnswerQuestionHandler, FollowUpQuestionHandler, SettleQuestionHandler],
    ...[QuestionsHandler, QuestionHandler, LeaningHandler],
  ],
};
