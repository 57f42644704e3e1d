import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { ReasonedBody } from '../body';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { acceptFinding, answerDispute, disputeFinding } from './answer-finding.decider';

export class AnswerDisputeBody extends ReasonedBody {
  /** The event id of the dispute; the one that stands where absent. */
  @IsOptional()
  @IsString()
  @MaxLength(36)
  of?: string | null;
}

export class AcceptFinding extends InspectionsCommand<ReasonedBody> {}

export const acceptFindingCommand = {
  name: 'accept-finding',
  title: 'Accept a finding',
  body: ReasonedBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof AcceptFinding>) => new AcceptFinding(...of),
};

@CommandHandler(AcceptFinding)
export class AcceptFindingHandler implements ICommandHandler<AcceptFinding> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: AcceptFinding) {
    return this.book.execute(acceptFinding, acceptFindingCommand, command);
  }
}

export class DisputeFinding extends InspectionsCommand<ReasonedBody> {}

export const disputeFindingCommand = {
  name: 'dispute-finding',
  title: 'Dispute a finding',
  body: ReasonedBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof DisputeFinding>) => new DisputeFinding(...of),
};

@CommandHandler(DisputeFinding)
export class DisputeFindingHandler implements ICommandHandler<DisputeFinding> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: DisputeFinding) {
    return this.book.execute(disputeFinding, disputeFindingCommand, command);
  }
}

export class AnswerDispute extends InspectionsCommand<AnswerDisputeBody> {}

export const answerDisputeCommand = {
  name: 'answer-dispute',
  title: 'Answer a dispute of a finding',
  body: AnswerDisputeBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof AnswerDispute>) => new AnswerDispute(...of),
};

@CommandHandler(AnswerDispute)
export class AnswerDisputeHandler implements ICommandHandler<AnswerDispute> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: AnswerDispute) {
    return this.book.execute(answerDispute, answerDisputeCommand, command);
  }
}
