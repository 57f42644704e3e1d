import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { CommitmentBody, MOST_REASON } from '../../body';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { reportCommitmentProgress } from './report-commitment-progress.decider';

export class ReportCommitmentProgressBody extends CommitmentBody {
  /** How it stands. Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  report?: string | null;

  /** What has been done. Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  taken?: string | null;

  /** What is planned. Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  planned?: string | null;
}

export class ReportCommitmentProgress extends ScrutinyCommand<ReportCommitmentProgressBody> {}

export const reportCommitmentProgressCommand = {
  name: 'report-commitment-progress',
  title: 'Report progress with a commitment',
  body: ReportCommitmentProgressBody,
  sealed: ['/report', '/taken', '/planned'],
  make: (...of: ConstructorParameters<typeof ReportCommitmentProgress>) =>
    new ReportCommitmentProgress(...of),
};

@CommandHandler(ReportCommitmentProgress)
export class ReportCommitmentProgressHandler implements ICommandHandler<ReportCommitmentProgress> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: ReportCommitmentProgress) {
    return this.book.execute(reportCommitmentProgress, reportCommitmentProgressCommand, command);
  }
}
