import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { MeetingBody } from '../../body';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { papersIn } from '../agenda';
import { AgendaItemBody } from '../agenda-item.body';
import { changeAgenda } from './change-agenda.decider';

export class ChangeAgendaBody extends MeetingBody {
  /** Items to add; one with a number that is there stands in its place. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => AgendaItemBody)
  items!: AgendaItemBody[];
}

export class ChangeAgenda extends ScrutinyCommand<ChangeAgendaBody> {}

export const changeAgendaCommand = {
  name: 'change-agenda',
  title: "Add items to a meeting's agenda, or change them",
  body: ChangeAgendaBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof ChangeAgenda>) => new ChangeAgenda(...of),
};

@CommandHandler(ChangeAgenda)
export class ChangeAgendaHandler implements ICommandHandler<ChangeAgenda> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: ChangeAgenda) {
    return this.book.execute(changeAgenda, changeAgendaCommand, command, papersIn(command.body.items));
  }
}
