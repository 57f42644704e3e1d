import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsIn } from 'class-validator';
import { ResponseBody } from '../body';
import { COPIED_TO, type CopiedTo } from '../codes';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { sendCopy } from './send-copy.decider';

export class SendCopyBody extends ResponseBody {
  /** To whom: the inspectorate and the Secretary of State each get one. */
  @IsIn(COPIED_TO)
  to!: CopiedTo;
}

export class SendCopy extends InspectionsCommand<SendCopyBody> {}

export const sendCopyCommand = {
  name: 'send-copy',
  title: 'Send a copy of the response',
  body: SendCopyBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof SendCopy>) => new SendCopy(...of),
};

@CommandHandler(SendCopy)
export class SendCopyHandler implements ICommandHandler<SendCopy> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: SendCopy) {
    return this.book.execute(sendCopy, sendCopyCommand, command);
  }
}
