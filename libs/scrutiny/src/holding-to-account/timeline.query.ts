import type { TimelineEntry } from '@daybook/provenance';
import { Rows, type Audience, type Position, type View } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { History, SubjectKind } from '../histories';
import { commitmentsView, decisionsView, meetingsView, questionsView } from '../histories.view';
import { entriesOf } from './timeline';

/** Every event of an area's scrutiny at a position, in no order: whoever asks puts others beside them. */
export class ScrutinyTimelineQuery {
  constructor(
    readonly area: string,
    readonly position: Position,
    readonly audience: Audience,
  ) {}
}

@QueryHandler(ScrutinyTimelineQuery)
export class ScrutinyTimelineHandler implements IQueryHandler<ScrutinyTimelineQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ area, position, audience }: ScrutinyTimelineQuery): Promise<readonly TimelineEntry[]> {
    const of = <Kind extends SubjectKind>(kind: Kind, view: View<History<Kind>>): TimelineEntry[] =>
      this.rows.list(view, { area }, position, audience).rows.flatMap(({ row }) => entriesOf(kind, row));
    return [
      ...of('meeting', meetingsView),
      ...of('question', questionsView),
      ...of('commitment', commitmentsView),
      ...of('decision', decisionsView),
    ];
  }
}
