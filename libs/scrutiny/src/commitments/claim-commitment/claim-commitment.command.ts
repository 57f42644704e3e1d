import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { CommitmentBody, MOST_REASON } from '../../body';
import { CiteBody, Cites } from '../../citing/cite.body';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { claimCommitment } from './claim-commitment.decider';

export class ClaimCommitmentBody extends CommitmentBody {
  /** What shows that it is kept. Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  evidence?: string | null;

  /** The figures that it rests on. */
  @Cites()
  cites?: CiteBody[] | null;
}

export class ClaimCommitment extends ScrutinyCommand<ClaimCommitmentBody> {}

export const claimCommitmentCommand = {
  name: 'claim-commitment',
  title: 'Claim that a commitment is kept',
  body: ClaimCommitmentBody,
  sealed: ['/evidence'],
  make: (...of: ConstructorParameters<typeof ClaimCommitment>) => new ClaimCommitment(...of),
};

@CommandHandler(ClaimCommitment)
export class ClaimCommitmentHandler implements ICommandHandler<ClaimCommitment> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: ClaimCommitment) {
    return this.book.execute(claimCommitment, claimCommitmentCommand, command);
  }
}
