import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RegisterCommand, WriteRegister } from '../../write-book';
import { HangingBody } from '../priority.body';
import { placeUnderPriority } from './place-under-priority.decider';

export class PlaceUnderPriorityBody extends HangingBody {}

export class PlaceUnderPriority extends RegisterCommand<PlaceUnderPriorityBody> {}

export const placeUnderPriorityCommand = {
  name: 'place-under-priority',
  title: 'Place figures, findings, questions, commitments or decisions under a priority',
  body: PlaceUnderPriorityBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof PlaceUnderPriority>) => new PlaceUnderPriority(...of),
};

@CommandHandler(PlaceUnderPriority)
export class PlaceUnderPriorityHandler implements ICommandHandler<PlaceUnderPriority> {
  constructor(private readonly book: WriteRegister) {}

  execute(command: PlaceUnderPriority) {
    return this.book.execute(placeUnderPriority, placeUnderPriorityCommand, command);
  }
}
