import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { ID, ID_MESSAGE, ITEM, ITEM_MESSAGE, MOST_REASON, MeetingBody } from '../../body';
import { NOTES_OUTCOMES, type NotesOutcome } from '../../codes';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { agreeNotes } from './agree-notes.decider';

export class AgreeNotesBody extends MeetingBody {
  /** The id of the later meeting at which that was done. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  at!: string;

  /** Another body's meeting only notes them: that agrees nothing. */
  @IsIn(NOTES_OUTCOMES)
  outcome!: NotesOutcome;

  /** What was corrected, in own words. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  corrections?: string | null;

  /** The number of the item of the later meeting's agenda. */
  @IsOptional()
  @Matches(ITEM, { message: ITEM_MESSAGE })
  item?: string | null;
}

export class AgreeNotes extends ScrutinyCommand<AgreeNotesBody> {}

export const agreeNotesCommand = {
  name: 'agree-notes',
  title: 'Agree the notes of a meeting at a later one, or note them there',
  body: AgreeNotesBody,
  sealed: ['/corrections'],
  make: (...of: ConstructorParameters<typeof AgreeNotes>) => new AgreeNotes(...of),
};

@CommandHandler(AgreeNotes)
export class AgreeNotesHandler implements ICommandHandler<AgreeNotes> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: AgreeNotes) {
    return this.book.execute(agreeNotes, agreeNotesCommand, command);
  }
}
