import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { FindingBody, MOST_REASON } from '../body';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { reportProgress } from './report-progress.decider';

/** At least one of the three; each is free text, and sealed before it is recorded. */
export class ReportProgressBody extends FindingBody {
  /** How far it has come. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  report?: string | null;

  /** Actions taken. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  taken?: string | null;

  /** Actions planned. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  planned?: string | null;
}

export class ReportProgress extends InspectionsCommand<ReportProgressBody> {}

export const reportProgressCommand = {
  name: 'report-progress',
  title: 'Report progress on a finding: what was done, and what is planned',
  body: ReportProgressBody,
  sealed: ['/report', '/taken', '/planned'],
  make: (...of: ConstructorParameters<typeof ReportProgress>) => new ReportProgress(...of),
};

@CommandHandler(ReportProgress)
export class ReportProgressHandler implements ICommandHandler<ReportProgress> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: ReportProgress) {
    return this.book.execute(reportProgress, reportProgressCommand, command);
  }
}
