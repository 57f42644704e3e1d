import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommitmentBody } from '../../body';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { acceptCommitment } from './accept-commitment.decider';

export class AcceptCommitment extends ScrutinyCommand<CommitmentBody> {}

export const acceptCommitmentCommand = {
  name: 'accept-commitment',
  title: 'Take on a commitment',
  body: CommitmentBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof AcceptCommitment>) => new AcceptCommitment(...of),
};

@CommandHandler(AcceptCommitment)
export class AcceptCommitmentHandler implements ICommandHandler<AcceptCommitment> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: AcceptCommitment) {
    return this.book.execute(acceptCommitment, acceptCommitmentCommand, command);
  }
}
