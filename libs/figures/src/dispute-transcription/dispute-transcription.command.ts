import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { ID, ID_MESSAGE, MOST_REASON } from '../body';
import { FiguresCommand, WriteBook } from '../write-book';
import { disputeTranscription, withdrawDispute } from './dispute-transcription.decider';

export class DisputeTranscriptionBody {
  /** The area whose book it is written into, such as `kent`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 60)
  area!: string;

  /** The event id of the entry. */
  @IsString()
  @MaxLength(36)
  of!: string;

  /** What is wrong with it; needed to dispute. Sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reason?: string | null;

  /** The UK date on which the body said so: 2022-09-14, or 2022-09 where only the month is known. */
  @IsString()
  @Length(7, 10)
  effectiveOn!: string;
}

export class DisputeTranscription extends FiguresCommand<DisputeTranscriptionBody> {}
export class WithdrawDispute extends FiguresCommand<DisputeTranscriptionBody> {}

type Given = [body: DisputeTranscriptionBody, id: string, by: FiguresCommand<object>['by']];

export const disputeTranscriptionCommand = {
  name: 'dispute-transcription',
  title: 'Dispute what another body wrote down for yours',
  body: DisputeTranscriptionBody,
  sealed: ['/reason'],
  make: (...of: Given) => new DisputeTranscription(...of),
};

export const withdrawDisputeCommand = {
  name: 'withdraw-dispute',
  title: 'Withdraw a dispute of what another body wrote down',
  body: DisputeTranscriptionBody,
  sealed: ['/reason'],
  make: (...of: Given) => new WithdrawDispute(...of),
};

@CommandHandler(DisputeTranscription)
export class DisputeTranscriptionHandler implements ICommandHandler<DisputeTranscription> {
  constructor(private readonly book: WriteBook) {}

  execute(command: DisputeTranscription) {
    return this.book.execute(disputeTranscription, disputeTranscriptionCommand, command);
  }
}

@CommandHandler(WithdrawDispute)
export class WithdrawDisputeHandler implements ICommandHandler<WithdrawDispute> {
  constructor(private readonly book: WriteBook) {}

  execute(command: WithdrawDispute) {
    return this.book.execute(withdrawDispute, withdrawDisputeCommand, command);
  }
}
