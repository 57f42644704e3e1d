import { ID, ID_MESSAGE, MOST_REASON } from '@daybook/provenance';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { ScrutinyCommand, WriteScrutiny } from '../write-book';
import { markScrutinyEntryWrong } from './mark-scrutiny-entry-wrong.decider';

export class MarkScrutinyEntryWrongBody {
  /** The area whose book it is written into, such as `kent`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 60)
  area!: string;

  /** The event id of the entry. */
  @IsString()
  @MaxLength(36)
  of!: string;

  /** The office of the marking body that says so. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  office?: string | null;

  /** How the slip came about. Free text; sealed before it is recorded. */
  @IsString()
  @Length(1, MOST_REASON)
  reason!: string;

  /** What the paper really says. Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  says?: string | null;
}

export class MarkScrutinyEntryWrong extends ScrutinyCommand<MarkScrutinyEntryWrongBody> {}

export const markScrutinyEntryWrongCommand = {
  name: 'mark-scrutiny-entry-wrong',
  title: 'Mark an entry about a meeting, a question, a commitment or a decision as entered wrongly',
  body: MarkScrutinyEntryWrongBody,
  sealed: ['/reason', '/says'],
  make: (...of: ConstructorParameters<typeof MarkScrutinyEntryWrong>) => new MarkScrutinyEntryWrong(...of),
};

@CommandHandler(MarkScrutinyEntryWrong)
export class MarkScrutinyEntryWrongHandler implements ICommandHandler<MarkScrutinyEntryWrong> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: MarkScrutinyEntryWrong) {
    return this.book.execute(markScrutinyEntryWrong, markScrutinyEntryWrongCommand, command);
  }
}
