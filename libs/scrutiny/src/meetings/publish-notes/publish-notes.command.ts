import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsIn, IsOptional, Length, Matches } from 'class-validator';
import { ID, ID_MESSAGE, MeetingBody } from '../../body';
import { NOTES_KINDS, type NotesKind } from '../../codes';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { publishNotes } from './publish-notes.decider';

export class PublishNotesBody extends MeetingBody {
  @IsIn(NOTES_KINDS)
  kind!: NotesKind;

  /** The id of the recorded paper that they are; absent where it is not on record. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  notes?: string | null;
}

export class PublishNotes extends ScrutinyCommand<PublishNotesBody> {}

export const publishNotesCommand = {
  name: 'publish-notes',
  title: 'Publish the notes or minutes of a meeting',
  body: PublishNotesBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof PublishNotes>) => new PublishNotes(...of),
};

@CommandHandler(PublishNotes)
export class PublishNotesHandler implements ICommandHandler<PublishNotes> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: PublishNotes) {
    const { notes } = command.body;
    return this.book.execute(publishNotes, publishNotesCommand, command, notes ? [notes] : []);
  }
}
