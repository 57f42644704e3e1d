import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { MOST_REASON, QuestionBody } from '../../body';
import { CiteBody, Cites } from '../../citing/cite.body';
import { EXTENTS, type Extent } from '../../codes';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { answerQuestion } from './answer-question.decider';

export class AnswerQuestionBody extends QuestionBody {
  /** How far it goes; `taken-away`: whoever is asked will write. */
  @IsIn(EXTENTS)
  extent!: Extent;

  /** What was answered. Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  answer?: string | null;

  /** The figures that it rests on. */
  @Cites()
  cites?: CiteBody[] | null;
}

export class AnswerQuestion extends ScrutinyCommand<AnswerQuestionBody> {}

export const answerQuestionCommand = {
  name: 'answer-question',
  title: 'Answer a question, in full or in part, or take it away',
  body: AnswerQuestionBody,
  sealed: ['/answer'],
  make: (...of: ConstructorParameters<typeof AnswerQuestion>) => new AnswerQuestion(...of),
};

@CommandHandler(AnswerQuestion)
export class AnswerQuestionHandler implements ICommandHandler<AnswerQuestion> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: AnswerQuestion) {
    return this.book.execute(answerQuestion, answerQuestionCommand, command);
  }
}
