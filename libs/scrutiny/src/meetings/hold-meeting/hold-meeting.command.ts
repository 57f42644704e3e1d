import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { MeetingBody, NOT_BLANK } from '../../body';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { ResolutionBody } from '../resolve-item/resolution.body';
import { holdMeeting } from './hold-meeting.decider';

export class HoldMeetingBody extends MeetingBody {
  /** The UK date on which it was held: the same as `effectiveOn`, whichever day it was called for. */
  @IsOptional()
  @IsString()
  @Length(10, 10)
  on?: string | null;

  /** Who was there, each by office: its id, or in words ("a member for Swale"); never by name. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(/\S/, { each: true, message: NOT_BLANK })
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  present?: string[] | null;

  /** Who sent apologies, by office. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(/\S/, { each: true, message: NOT_BLANK })
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  apologies?: string[] | null;

  /** Who was there without being of the body that met, by office. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(/\S/, { each: true, message: NOT_BLANK })
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  attending?: string[] | null;

  /** What became of its items; more may be said later, with resolve-item. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ResolutionBody)
  resolutions?: ResolutionBody[] | null;
}

export class HoldMeeting extends ScrutinyCommand<HoldMeetingBody> {}

export const holdMeetingCommand = {
  name: 'hold-meeting',
  title: 'Record that a meeting was held, who was there, and what became of its items',
  body: HoldMeetingBody,
  sealed: ['/resolutions/*/words'],
  make: (...of: ConstructorParameters<typeof HoldMeeting>) => new HoldMeeting(...of),
};

@CommandHandler(HoldMeeting)
export class HoldMeetingHandler implements ICommandHandler<HoldMeeting> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: HoldMeeting) {
    return this.book.execute(holdMeeting, holdMeetingCommand, command);
  }
}
