import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, Length, Matches } from 'class-validator';
import { ID, ID_MESSAGE, ReasonedBody } from '../body';
import { InspectionsCommand, WriteInspections } from '../write-book';
import {
  carryForwardFinding,
  closeFinding,
  reopenFinding,
  supersedeFinding,
  withdrawFinding,
} from './end-finding.decider';

export class CarryForwardBody extends ReasonedBody {
  /** The id of the later finding that it goes on in; absent where none was named. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  into?: string | null;
}

export class SupersedeBody extends ReasonedBody {
  /** The id of the later finding that takes its place; absent where none was named. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  supersededBy?: string | null;
}

export class CloseFinding extends InspectionsCommand<ReasonedBody> {}

export const closeFindingCommand = {
  name: 'close-finding',
  title: 'Close a finding',
  body: ReasonedBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof CloseFinding>) => new CloseFinding(...of),
};

@CommandHandler(CloseFinding)
export class CloseFindingHandler implements ICommandHandler<CloseFinding> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: CloseFinding) {
    return this.book.execute(closeFinding, closeFindingCommand, command);
  }
}

export class ReopenFinding extends InspectionsCommand<ReasonedBody> {}

export const reopenFindingCommand = {
  name: 'reopen-finding',
  title: 'Open a closed finding again',
  body: ReasonedBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof ReopenFinding>) => new ReopenFinding(...of),
};

@CommandHandler(ReopenFinding)
export class ReopenFindingHandler implements ICommandHandler<ReopenFinding> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: ReopenFinding) {
    return this.book.execute(reopenFinding, reopenFindingCommand, command);
  }
}

export class CarryForwardFinding extends InspectionsCommand<CarryForwardBody> {}

export const carryForwardFindingCommand = {
  name: 'carry-forward-finding',
  title: 'Carry a finding forward into a later inspection',
  body: CarryForwardBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof CarryForwardFinding>) => new CarryForwardFinding(...of),
};

@CommandHandler(CarryForwardFinding)
export class CarryForwardFindingHandler implements ICommandHandler<CarryForwardFinding> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: CarryForwardFinding) {
    return this.book.execute(carryForwardFinding, carryForwardFindingCommand, command);
  }
}

export class SupersedeFinding extends InspectionsCommand<SupersedeBody> {}

export const supersedeFindingCommand = {
  name: 'supersede-finding',
  title: 'Let a later finding take the place of one',
  body: SupersedeBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof SupersedeFinding>) => new SupersedeFinding(...of),
};

@CommandHandler(SupersedeFinding)
export class SupersedeFindingHandler implements ICommandHandler<SupersedeFinding> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: SupersedeFinding) {
    return this.book.execute(supersedeFinding, supersedeFindingCommand, command);
  }
}

export class WithdrawFinding extends InspectionsCommand<ReasonedBody> {}

export const withdrawFindingCommand = {
  name: 'withdraw-finding',
  title: 'Withdraw a finding',
  body: ReasonedBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof WithdrawFinding>) => new WithdrawFinding(...of),
};

@CommandHandler(WithdrawFinding)
export class WithdrawFindingHandler implements ICommandHandler<WithdrawFinding> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: WithdrawFinding) {
    return this.book.execute(withdrawFinding, withdrawFindingCommand, command);
  }
}
