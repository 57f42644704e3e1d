import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { ID, ID_MESSAGE, MOST_REASON, ScrutinyBody } from '../../body';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { settleQuestion } from './settle-question.decider';

export class SettleQuestionBody extends ScrutinyBody {
  /** The question's id, such as `kent-board-2023-03-15-question-1`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  question!: string;

  /** Why it is settled; must be given where it was not answered in full. Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reason?: string | null;
}

export class SettleQuestion extends ScrutinyCommand<SettleQuestionBody> {}

export const settleQuestionCommand = {
  name: 'settle-question',
  title: 'Settle a question that your body asked',
  body: SettleQuestionBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof SettleQuestion>) => new SettleQuestion(...of),
};

@CommandHandler(SettleQuestion)
export class SettleQuestionHandler implements ICommandHandler<SettleQuestion> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: SettleQuestion) {
    return this.book.execute(settleQuestion, settleQuestionCommand, command);
  }
}
