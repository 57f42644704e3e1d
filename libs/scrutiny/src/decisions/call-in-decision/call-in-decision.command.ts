import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { DecisionBody, MOST_REASON } from '../../body';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { callInDecision } from './call-in-decision.decider';

export class CallInDecisionBody extends DecisionBody {
  /** Why it is called in. Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reason?: string | null;
}

export class CallInDecision extends ScrutinyCommand<CallInDecisionBody> {}

export const callInDecisionCommand = {
  name: 'call-in-decision',
  title: 'Call a decision in, as the panel',
  body: CallInDecisionBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof CallInDecision>) => new CallInDecision(...of),
};

@CommandHandler(CallInDecision)
export class CallInDecisionHandler implements ICommandHandler<CallInDecision> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: CallInDecision) {
    return this.book.execute(callInDecision, callInDecisionCommand, command);
  }
}
