import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { MOST_REASON, ResponseBody } from '../body';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { recordComments } from './record-comments.decider';

export class RecordCommentsBody extends ResponseBody {
  /** Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  comments?: string | null;

  /** False: none came. True where it is absent. */
  @IsOptional()
  @IsBoolean()
  arrived?: boolean | null;
}

export class RecordComments extends InspectionsCommand<RecordCommentsBody> {}

export const recordCommentsCommand = {
  name: 'record-comments',
  title: "Record the chief officer's comments on a report, or that none came",
  body: RecordCommentsBody,
  sealed: ['/comments'],
  make: (...of: ConstructorParameters<typeof RecordComments>) => new RecordComments(...of),
};

@CommandHandler(RecordComments)
export class RecordCommentsHandler implements ICommandHandler<RecordComments> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: RecordComments) {
    return this.book.execute(recordComments, recordCommentsCommand, command);
  }
}
