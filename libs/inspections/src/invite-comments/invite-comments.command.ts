import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsString, MaxLength } from 'class-validator';
import { ResponseBody } from '../body';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { inviteComments } from './invite-comments.decider';

export class InviteCommentsBody extends ResponseBody {
  /** The UK date by which comments are asked for. */
  @IsString()
  @MaxLength(10)
  commentsBy!: string;
}

export class InviteComments extends InspectionsCommand<InviteCommentsBody> {}

export const inviteCommentsCommand = {
  name: 'invite-comments',
  title: 'Invite the chief officer to comment on a report',
  body: InviteCommentsBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof InviteComments>) => new InviteComments(...of),
};

@CommandHandler(InviteComments)
export class InviteCommentsHandler implements ICommandHandler<InviteComments> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: InviteComments) {
    return this.book.execute(inviteComments, inviteCommentsCommand, command);
  }
}
