import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ChangeBody, ID, ID_MESSAGE, MOST_REASON } from '../body';
import { DECLARATIONS, type Declaration } from '../codes';
import { FiguresCommand, WriteBook } from '../write-book';
import { markEnteredWrongly } from './mark-entered-wrongly.decider';

/** What the paper really says; what is left out is as it was entered. */
export class RightEntryBody extends ChangeBody {
  @IsOptional()
  declare measure: string;

  @IsOptional()
  declare period: string;

  @IsOptional()
  @IsString()
  @Length(7, 10)
  effectiveOn?: string | null;

  @IsOptional()
  @IsIn(['', ...DECLARATIONS])
  kind?: Declaration | '' | null;
}

export class MarkEnteredWronglyBody {
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 60)
  area!: string;

  /** The event id of the wrong entry. */
  @IsString()
  @MaxLength(36)
  of!: string;

  /** How the slip came about; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reason?: string | null;

  /** Absent only where the paper has no such figure at all. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RightEntryBody)
  right?: RightEntryBody | null;
}

export class MarkEnteredWrongly extends FiguresCommand<MarkEnteredWronglyBody> {}

export const markEnteredWronglyCommand = {
  name: 'mark-entered-wrongly',
  title: 'Mark an entry as entered wrongly, with what the paper really says',
  body: MarkEnteredWronglyBody,
  sealed: ['/reason', '/right/reason'],
  make: (...of: ConstructorParameters<typeof MarkEnteredWrongly>) => new MarkEnteredWrongly(...of),
};

@CommandHandler(MarkEnteredWrongly)
export class MarkEnteredWronglyHandler implements ICommandHandler<MarkEnteredWrongly> {
  constructor(private readonly book: WriteBook) {}

  execute(command: MarkEnteredWrongly) {
    return this.book.execute(markEnteredWrongly, markEnteredWronglyCommand, command);
  }
}
