import type { Actor } from '@daybook/ledger';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import { FileBody } from '@daybook/provenance';
import { SourcedBody } from '../body';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { CheckTracker, CheckTrackerBody } from './check-tracker.query';
import { importTracker } from './import-tracker.decider';
import { MOST_LINES } from './tracker-file';
import { TrackerLineBody } from './tracker-line.body';

export class ImportTrackerBody extends SourcedBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => TrackerLineBody)
  lines!: TrackerLineBody[];

  /** The file that the lines were read from. */
  @IsOptional()
  @ValidateNested()
  @Type(() => FileBody)
  file?: FileBody | null;
}

export class ImportTracker extends InspectionsCommand<ImportTrackerBody> {}

const TEXTS = ['reason', 'progress', 'taken', 'planned', 'evidence'];

export const importTrackerCommand = {
  name: 'import-tracker',
  title: 'Import a tracker: dates, progress and claims of up to 1,000 findings, all recorded or none',
  body: ImportTrackerBody,
  sealed: [...TEXTS.map((text) => `/lines/*/${text}`), '/file/name', '/file/sha256'],
  make: (...of: ConstructorParameters<typeof ImportTracker>) => new ImportTracker(...of),
  check: {
    body: CheckTrackerBody,
    make: (body: object, by: Actor) => new CheckTracker(body as CheckTrackerBody, by),
  },
};

@CommandHandler(ImportTracker)
export class ImportTrackerHandler implements ICommandHandler<ImportTracker> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: ImportTracker) {
    return this.book.execute(importTracker, importTrackerCommand, command);
  }
}
