import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { CommitmentBody, ID, ID_MESSAGE, MOST_REASON } from '../../body';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { reopenCommitment, supersedeCommitment, withdrawCommitment } from './end-commitment.decider';

export class EndCommitmentBody extends CommitmentBody {
  /** Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reason?: string | null;
}

export class SupersedeCommitmentBody extends EndCommitmentBody {
  /** The id of the commitment that takes its place; absent where none was named. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  supersededBy?: string | null;
}

export class WithdrawCommitment extends ScrutinyCommand<EndCommitmentBody> {}

export const withdrawCommitmentCommand = {
  name: 'withdraw-commitment',
  title: 'Withdraw a commitment',
  body: EndCommitmentBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof WithdrawCommitment>) => new WithdrawCommitment(...of),
};

@CommandHandler(WithdrawCommitment)
export class WithdrawCommitmentHandler implements ICommandHandler<WithdrawCommitment> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: WithdrawCommitment) {
    return this.book.execute(withdrawCommitment, withdrawCommitmentCommand, command);
  }
}

export class SupersedeCommitment extends ScrutinyCommand<SupersedeCommitmentBody> {}

export const supersedeCommitmentCommand = {
  name: 'supersede-commitment',
  title: 'Let another commitment take the place of one',
  body: SupersedeCommitmentBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof SupersedeCommitment>) => new SupersedeCommitment(...of),
};

@CommandHandler(SupersedeCommitment)
export class SupersedeCommitmentHandler implements ICommandHandler<SupersedeCommitment> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: SupersedeCommitment) {
    return this.book.execute(supersedeCommitment, supersedeCommitmentCommand, command);
  }
}

export class ReopenCommitment extends ScrutinyCommand<EndCommitmentBody> {}

export const reopenCommitmentCommand = {
  name: 'reopen-commitment',
  title: 'Open a commitment again',
  body: EndCommitmentBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof ReopenCommitment>) => new ReopenCommitment(...of),
};

@CommandHandler(ReopenCommitment)
export class ReopenCommitmentHandler implements ICommandHandler<ReopenCommitment> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: ReopenCommitment) {
    return this.book.execute(reopenCommitment, reopenCommitmentCommand, command);
  }
}
