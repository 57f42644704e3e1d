import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, Length, Matches, ValidateIf } from 'class-validator';
import { FindingBody, NOT_BLANK } from '../body';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { anticipateCompletion } from './anticipate-completion.decider';

export class AnticipateCompletionBody extends FindingBody {
  /** When it is to be complete: 2022-11, 2022-11-30 or the paper's words; null where no date is given. */
  @ValidateIf(({ anticipated }: AnticipateCompletionBody) => anticipated !== null)
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 200)
  anticipated!: string | null;

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
}

export class AnticipateCompletion extends InspectionsCommand<AnticipateCompletionBody> {}

export const anticipateCompletionCommand = {
  name: 'anticipate-completion',
  title: 'Say when a finding is to be complete, or that no date is given',
  body: AnticipateCompletionBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof AnticipateCompletion>) => new AnticipateCompletion(...of),
};

@CommandHandler(AnticipateCompletion)
export class AnticipateCompletionHandler implements ICommandHandler<AnticipateCompletion> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: AnticipateCompletion) {
    return this.book.execute(anticipateCompletion, anticipateCompletionCommand, command);
  }
}
