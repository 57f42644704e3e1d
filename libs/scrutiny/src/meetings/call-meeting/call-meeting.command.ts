import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ID, ID_MESSAGE, NOT_BLANK, ScrutinyBody } from '../../body';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { papersIn } from '../agenda';
import { AgendaItemBody } from '../agenda-item.body';
import { callMeeting } from './call-meeting.decider';

export class CallMeetingBody extends ScrutinyBody {
  /** Its id, unique in its area, such as `kent-panel-2023-06-27`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  id!: string;

  /** The board or panel that meets, such as `kent-panel`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  body!: string;

  /** In own words. */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 300)
  title!: string;

  /** The UK date for which it is called; it may be to come. */
  @IsString()
  @Length(10, 10)
  on!: string;

  /** UK time, such as `10:00`. */
  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'Write the time as 10:00.' })
  time?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  venue?: string | null;

  /** Whether it is called beside the ordinary ones; false where absent. */
  @IsOptional()
  @IsBoolean()
  extraordinary?: boolean | null;

  /** Its agenda; it may be changed later. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => AgendaItemBody)
  items?: AgendaItemBody[] | null;
}

export class CallMeeting extends ScrutinyCommand<CallMeetingBody> {}

export const callMeetingCommand = {
  name: 'call-meeting',
  title: 'Call a meeting of a board or panel',
  body: CallMeetingBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof CallMeeting>) => new CallMeeting(...of),
};

@CommandHandler(CallMeeting)
export class CallMeetingHandler implements ICommandHandler<CallMeeting> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: CallMeeting) {
    return this.book.execute(callMeeting, callMeetingCommand, command, papersIn(command.body.items));
  }
}
