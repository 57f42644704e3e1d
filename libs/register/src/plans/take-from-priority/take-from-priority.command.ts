import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RegisterCommand, WriteRegister } from '../../write-book';
import { HangingBody } from '../priority.body';
import { takeFromPriority } from './take-from-priority.decider';

export class TakeFromPriorityBody extends HangingBody {}

export class TakeFromPriority extends RegisterCommand<TakeFromPriorityBody> {}

export const takeFromPriorityCommand = {
  name: 'take-from-priority',
  title: 'Take from a priority what was placed under it',
  body: TakeFromPriorityBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof TakeFromPriority>) => new TakeFromPriority(...of),
};

@CommandHandler(TakeFromPriority)
export class TakeFromPriorityHandler implements ICommandHandler<TakeFromPriority> {
  constructor(private readonly book: WriteRegister) {}

  execute(command: TakeFromPriority) {
    return this.book.execute(takeFromPriority, takeFromPriorityCommand, command);
  }
}
