import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { DecisionBody, ID, ID_MESSAGE, MOST_REASON } from '../../body';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { rescindDecision, supersedeDecision } from './end-decision.decider';

export class RescindDecisionBody extends DecisionBody {
  /** Why it is taken back. Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reasons?: string | null;
}

export class RescindDecision extends ScrutinyCommand<RescindDecisionBody> {}

export const rescindDecisionCommand = {
  name: 'rescind-decision',
  title: 'Rescind a decision',
  body: RescindDecisionBody,
  sealed: ['/reasons'],
  make: (...of: ConstructorParameters<typeof RescindDecision>) => new RescindDecision(...of),
};

@CommandHandler(RescindDecision)
export class RescindDecisionHandler implements ICommandHandler<RescindDecision> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: RescindDecision) {
    return this.book.execute(rescindDecision, rescindDecisionCommand, command);
  }
}

export class SupersedeDecisionBody extends DecisionBody {
  /** The id of the decision that takes its place. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  supersededBy?: string | null;

  /** Why another takes its place. Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reasons?: string | null;
}

export class SupersedeDecision extends ScrutinyCommand<SupersedeDecisionBody> {}

export const supersedeDecisionCommand = {
  name: 'supersede-decision',
  title: 'Say which decision takes the place of another',
  body: SupersedeDecisionBody,
  sealed: ['/reasons'],
  make: (...of: ConstructorParameters<typeof SupersedeDecision>) => new SupersedeDecision(...of),
};

@CommandHandler(SupersedeDecision)
export class SupersedeDecisionHandler implements ICommandHandler<SupersedeDecision> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: SupersedeDecision) {
    return this.book.execute(supersedeDecision, supersedeDecisionCommand, command);
  }
}
