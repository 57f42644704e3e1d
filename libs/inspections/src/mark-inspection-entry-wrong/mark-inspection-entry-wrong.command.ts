import { ID, ID_MESSAGE, MOST_REASON } from '@daybook/provenance';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { markInspectionEntryWrong } from './mark-inspection-entry-wrong.decider';

export class MarkInspectionEntryWrongBody {
  /** The area whose book it is written into, such as `kent`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 60)
  area!: string;

  /** The event id of the entry. */
  @IsString()
  @MaxLength(36)
  of!: string;

  /** How the slip came about. Sealed before it is recorded. */
  @IsString()
  @Length(1, MOST_REASON)
  reason!: string;

  /** What the paper really says. Sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  says?: string | null;
}

export class MarkInspectionEntryWrong extends InspectionsCommand<MarkInspectionEntryWrongBody> {}

export const markInspectionEntryWrongCommand = {
  name: 'mark-inspection-entry-wrong',
  title: 'Mark an entry about an inspection or a finding as entered wrongly',
  body: MarkInspectionEntryWrongBody,
  sealed: ['/reason', '/says'],
  make: (...of: ConstructorParameters<typeof MarkInspectionEntryWrong>) =>
    new MarkInspectionEntryWrong(...of),
};

@CommandHandler(MarkInspectionEntryWrong)
export class MarkInspectionEntryWrongHandler implements ICommandHandler<MarkInspectionEntryWrong> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: MarkInspectionEntryWrong) {
    return this.book.execute(markInspectionEntryWrong, markInspectionEntryWrongCommand, command);
  }
}
