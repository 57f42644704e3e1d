import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { MOST_REASON, QuestionBody } from '../../body';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { followUpQuestion } from './follow-up-question.decider';

export class FollowUpQuestionBody extends QuestionBody {
  /** What is asked from now on, in a few words, where that is something else. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  title?: string | null;

  /** What is asked further. Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  words?: string | null;
}

export class FollowUpQuestion extends ScrutinyCommand<FollowUpQuestionBody> {}

export const followUpQuestionCommand = {
  name: 'follow-up-question',
  title: 'Follow a question up: it waits for an answer again',
  body: FollowUpQuestionBody,
  sealed: ['/words'],
  make: (...of: ConstructorParameters<typeof FollowUpQuestion>) => new FollowUpQuestion(...of),
};

@CommandHandler(FollowUpQuestion)
export class FollowUpQuestionHandler implements ICommandHandler<FollowUpQuestion> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: FollowUpQuestion) {
    return this.book.execute(followUpQuestion, followUpQuestionCommand, command);
  }
}
