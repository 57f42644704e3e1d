import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { MOST_REASON, MeetingBody } from '../../body';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { cancelMeeting, postponeMeeting } from './put-off-meeting.decider';

export class CancelMeetingBody extends MeetingBody {
  /** Why; a paper may leave it out. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reason?: string | null;
}

export class PostponeMeetingBody extends CancelMeetingBody {
  /** The UK date to which it is moved, which may be to come; absent where none is fixed. */
  @IsOptional()
  @IsString()
  @Length(10, 10)
  to?: string | null;
}

export class PostponeMeeting extends ScrutinyCommand<PostponeMeetingBody> {}
export class CancelMeeting extends ScrutinyCommand<CancelMeetingBody> {}

export const postponeMeetingCommand = {
  name: 'postpone-meeting',
  title: 'Postpone a meeting, to another day or to none that is fixed',
  body: PostponeMeetingBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof PostponeMeeting>) => new PostponeMeeting(...of),
};

export const cancelMeetingCommand = {
  name: 'cancel-meeting',
  title: 'Cancel a meeting',
  body: CancelMeetingBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof CancelMeeting>) => new CancelMeeting(...of),
};

@CommandHandler(PostponeMeeting)
export class PostponeMeetingHandler implements ICommandHandler<PostponeMeeting> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: PostponeMeeting) {
    return this.book.execute(postponeMeeting, postponeMeetingCommand, command);
  }
}

@CommandHandler(CancelMeeting)
export class CancelMeetingHandler implements ICommandHandler<CancelMeeting> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: CancelMeeting) {
    return this.book.execute(cancelMeeting, cancelMeetingCommand, command);
  }
}
