import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { ID, ID_MESSAGE, MOST_REASON, SourcedBody } from '../../body';
import { RegisterCommand, WriteRegister } from '../../write-book';
import { succeedBody } from './succeed-body.decider';

export class SucceedBodyBody extends SourcedBody {
  /** The body whose place is taken, such as `kent-pcc`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  body!: string;

  /** The registered body that takes its place, from the effective date on. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  successor!: string;

  /** Why, such as the act that says so. */
  @IsOptional()
  @IsString()
  @Length(0, MOST_REASON)
  reason?: string | null;
}

export class SucceedBody extends RegisterCommand<SucceedBodyBody> {}

export const succeedBodyCommand = {
  name: 'succeed-body',
  title: 'Record that one body takes the place of another',
  body: SucceedBodyBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof SucceedBody>) => new SucceedBody(...of),
};

@CommandHandler(SucceedBody)
export class SucceedBodyHandler implements ICommandHandler<SucceedBody> {
  constructor(private readonly book: WriteRegister) {}

  execute(command: SucceedBody) {
    return this.book.execute(succeedBody, succeedBodyCommand, command);
  }
}
