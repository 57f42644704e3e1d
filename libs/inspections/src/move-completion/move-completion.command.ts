import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { ID, ID_MESSAGE, NOT_BLANK, ReasonedBody } from '../body';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { moveCompletion } from './move-completion.decider';

export class MoveCompletionBody extends ReasonedBody {
  /** The event id of the date that is moved; the one that stands where absent. */
  @IsOptional()
  @IsString()
  @MaxLength(36)
  of?: string | null;

  /** When it is to be complete now: 2023-02, 2023-02-28 or the paper's words. */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 200)
  to!: string;

  /** The earliest day that the words leave room for, where they do not say it. */
  @IsOptional()
  @IsString()
  @Length(10, 10)
  earliest?: string | null;

  /** The latest day, from which overdue counts. */
  @IsOptional()
  @IsString()
  @Length(10, 10)
  latest?: string | null;

  /** The body that asked for it; of its own move, the addressee where absent. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  askedBy?: string | null;
}

export class MoveCompletion extends InspectionsCommand<MoveCompletionBody> {}

export const moveCompletionCommand = {
  name: 'move-completion',
  title: 'Move the date by which a finding is to be complete',
  body: MoveCompletionBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof MoveCompletion>) => new MoveCompletion(...of),
};

@CommandHandler(MoveCompletion)
export class MoveCompletionHandler implements ICommandHandler<MoveCompletion> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: MoveCompletion) {
    return this.book.execute(moveCompletion, moveCompletionCommand, command);
  }
}
