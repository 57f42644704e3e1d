import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { CommitmentBody, MOST_REASON } from '../../body';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { acceptDischarge, refuseDischarge } from './answer-claim.decider';

export class AnswerClaimBody extends CommitmentBody {
  /** The event id of the claim; the one that counts where absent. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  of?: string | null;

  /** Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reason?: string | null;
}

export class AcceptDischarge extends ScrutinyCommand<AnswerClaimBody> {}

export const acceptDischargeCommand = {
  name: 'accept-discharge',
  title: 'Accept that a commitment is kept',
  body: AnswerClaimBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof AcceptDischarge>) => new AcceptDischarge(...of),
};

@CommandHandler(AcceptDischarge)
export class AcceptDischargeHandler implements ICommandHandler<AcceptDischarge> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: AcceptDischarge) {
    return this.book.execute(acceptDischarge, acceptDischargeCommand, command);
  }
}

export class RefuseDischarge extends ScrutinyCommand<AnswerClaimBody> {}

export const refuseDischargeCommand = {
  name: 'refuse-discharge',
  title: 'Refuse that a commitment is kept',
  body: AnswerClaimBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof RefuseDischarge>) => new RefuseDischarge(...of),
};

@CommandHandler(RefuseDischarge)
export class RefuseDischargeHandler implements ICommandHandler<RefuseDischarge> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: RefuseDischarge) {
    return this.book.execute(refuseDischarge, refuseDischargeCommand, command);
  }
}
