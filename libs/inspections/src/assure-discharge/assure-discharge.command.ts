import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { ReasonedBody } from '../body';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { assureDischarge, declineDischarge } from './assure-discharge.decider';

export class AssureDischargeBody extends ReasonedBody {
  /** The event id of the claim; the one that stands where absent. */
  @IsOptional()
  @IsString()
  @MaxLength(36)
  of?: string | null;
}

export class AssureDischarge extends InspectionsCommand<AssureDischargeBody> {}

export const assureDischargeCommand = {
  name: 'assure-discharge',
  title: 'Assure a claim that a finding is discharged',
  body: AssureDischargeBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof AssureDischarge>) => new AssureDischarge(...of),
};

@CommandHandler(AssureDischarge)
export class AssureDischargeHandler implements ICommandHandler<AssureDischarge> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: AssureDischarge) {
    return this.book.execute(assureDischarge, assureDischargeCommand, command);
  }
}

export class DeclineDischarge extends InspectionsCommand<AssureDischargeBody> {}

export const declineDischargeCommand = {
  name: 'decline-discharge',
  title: 'Decline a claim that a finding is discharged',
  body: AssureDischargeBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof DeclineDischarge>) => new DeclineDischarge(...of),
};

@CommandHandler(DeclineDischarge)
export class DeclineDischargeHandler implements ICommandHandler<DeclineDischarge> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: DeclineDischarge) {
    return this.book.execute(declineDischarge, declineDischargeCommand, command);
  }
}
