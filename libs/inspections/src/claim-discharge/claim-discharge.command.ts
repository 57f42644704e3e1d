import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { FindingBody, MOST_REASON } from '../body';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { claimDischarge } from './claim-discharge.decider';

export class ClaimDischargeBody extends FindingBody {
  /** What shows that it is done. Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  evidence?: string | null;
}

export class ClaimDischarge extends InspectionsCommand<ClaimDischargeBody> {}

export const claimDischargeCommand = {
  name: 'claim-discharge',
  title: 'Claim that a finding is discharged',
  body: ClaimDischargeBody,
  sealed: ['/evidence'],
  make: (...of: ConstructorParameters<typeof ClaimDischarge>) => new ClaimDischarge(...of),
};

@CommandHandler(ClaimDischarge)
export class ClaimDischargeHandler implements ICommandHandler<ClaimDischarge> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: ClaimDischarge) {
    return this.book.execute(claimDischarge, claimDischargeCommand, command);
  }
}
