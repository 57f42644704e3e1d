import { checkEach } from '@daybook/identity';
import { Ledger, type Actor } from '@daybook/ledger';
import { BodyRegister, PaperRegister } from '@daybook/provenance';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional } from 'class-validator';
import { SourcedBody } from '../body';
import { inspectionsBook, inspectionsStream } from '../book';
import { checkTracker, type CheckedTracker } from './check-tracker';
import { MOST_LINES } from './tracker-file';
import { TrackerLineBody } from './tracker-line.body';

/** A tracker to look at. Its lines are each checked by themselves, so that one bad line hides no other. */
export class CheckTrackerBody extends SourcedBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  lines!: unknown[];

  /** As `import-tracker` takes it; nothing depends on it here. */
  @IsOptional()
  file?: unknown;
}

/** What would come of each line of a tracker, were it imported now; the answer is a `CheckedTracker`. */
export class CheckTracker {
  constructor(
    readonly body: CheckTrackerBody,
    readonly by: Actor,
  ) {}
}

@QueryHandler(CheckTracker)
export class CheckTrackerHandler implements IQueryHandler<CheckTracker> {
  constructor(
    private readonly ledger: Ledger,
    private readonly papers: PaperRegister,
    private readonly bodies: BodyRegister,
  ) {}

  async execute({ body, by }: CheckTracker): Promise<CheckedTracker> {
    const { file: _file, ...heading } = body;
    const paper = body.paper ? await this.papers.find(body.paper) : undefined;
    const bodies = await this.bodies.of(body.area);
    const lines = await checkEach(TrackerLineBody, body.lines, '/lines');
    return this.ledger.preview(
      inspectionsBook,
      inspectionsStream(body.area),
      { by, given: { paper, bodies } },
      (book, context) => checkTracker({ ...heading, lines }, book, context),
    );
  }
}
