import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { CommitmentBody, ID, ID_MESSAGE, MOST_REASON, NOT_BLANK } from '../../body';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { agreeCommitmentMove, askCommitmentMove, refuseCommitmentMove } from './move-date.decider';

export class AskCommitmentMoveBody extends CommitmentBody {
  /** The date that is asked for, as it was said: a day, a month such as 2023-11, or words. */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 200)
  to!: string;

  /** The earliest day that the words leave room for, where they do not say it themselves. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  earliest?: string | null;

  /** The latest day, from which it counts as overdue. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  latest?: string | null;

  /** Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reason?: string | null;

  /** The body that asked for it. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  askedBy?: string | null;

  /** In a transcription: the paper states the new date, and not whether anybody agreed. It stands then. */
  @IsOptional()
  @IsIn(['not-given'])
  agreement?: 'not-given' | null;
}

export class AgreeCommitmentMoveBody extends CommitmentBody {
  /** The event id of the move; the one that is not answered where absent. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  of?: string | null;
}

export class RefuseCommitmentMoveBody extends AgreeCommitmentMoveBody {
  /** Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reason?: string | null;
}

export class AskCommitmentMove extends ScrutinyCommand<AskCommitmentMoveBody> {}

export const askCommitmentMoveCommand = {
  name: 'ask-commitment-move',
  title: 'Ask for another date of a commitment',
  body: AskCommitmentMoveBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof AskCommitmentMove>) => new AskCommitmentMove(...of),
};

@CommandHandler(AskCommitmentMove)
export class AskCommitmentMoveHandler implements ICommandHandler<AskCommitmentMove> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: AskCommitmentMove) {
    return this.book.execute(askCommitmentMove, askCommitmentMoveCommand, command);
  }
}

export class AgreeCommitmentMove extends ScrutinyCommand<AgreeCommitmentMoveBody> {}

export const agreeCommitmentMoveCommand = {
  name: 'agree-commitment-move',
  title: 'Agree that the date of a commitment moves',
  body: AgreeCommitmentMoveBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof AgreeCommitmentMove>) => new AgreeCommitmentMove(...of),
};

@CommandHandler(AgreeCommitmentMove)
export class AgreeCommitmentMoveHandler implements ICommandHandler<AgreeCommitmentMove> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: AgreeCommitmentMove) {
    return this.book.execute(agreeCommitmentMove, agreeCommitmentMoveCommand, command);
  }
}

export class RefuseCommitmentMove extends ScrutinyCommand<RefuseCommitmentMoveBody> {}

export const refuseCommitmentMoveCommand = {
  name: 'refuse-commitment-move',
  title: 'Refuse that the date of a commitment moves',
  body: RefuseCommitmentMoveBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof RefuseCommitmentMove>) => new RefuseCommitmentMove(...of),
};

@CommandHandler(RefuseCommitmentMove)
export class RefuseCommitmentMoveHandler implements ICommandHandler<RefuseCommitmentMove> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: RefuseCommitmentMove) {
    return this.book.execute(refuseCommitmentMove, refuseCommitmentMoveCommand, command);
  }
}
