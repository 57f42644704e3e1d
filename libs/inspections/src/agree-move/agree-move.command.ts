import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { FindingBody } from '../body';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { agreeMove } from './agree-move.decider';

export class AgreeMoveBody extends FindingBody {
  /** The event id of the move; the latest that is not agreed where absent. */
  @IsOptional()
  @IsString()
  @MaxLength(36)
  of?: string | null;
}

export class AgreeMove extends InspectionsCommand<AgreeMoveBody> {}

export const agreeMoveCommand = {
  name: 'agree-move',
  title: 'Agree that a date may move',
  body: AgreeMoveBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof AgreeMove>) => new AgreeMove(...of),
};

@CommandHandler(AgreeMove)
export class AgreeMoveHandler implements ICommandHandler<AgreeMove> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: AgreeMove) {
    return this.book.execute(agreeMove, agreeMoveCommand, command);
  }
}
