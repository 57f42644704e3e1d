import { Rows, type Audience, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { commitmentsView, decisionsView, questionsView } from '../histories.view';
import { latestSaidFirst, leaningOf, type Leaning } from './leaning';

/** Everything said in an area, at a position, that cites a figure; each figure cited by itself, the latest first. */
export class LeaningQuery {
  constructor(
    readonly area: string,
    readonly position: Position,
    readonly audience: Audience,
  ) {}
}

@QueryHandler(LeaningQuery)
export class LeaningHandler implements IQueryHandler<LeaningQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ area, position, audience }: LeaningQuery): Promise<Leaning[]> {
    return [
      ...this.rows.list(questionsView, { area }, position, audience).rows,
      ...this.rows.list(commitmentsView, { area }, position, audience).rows,
      ...this.rows.list(decisionsView, { area }, position, audience).rows,
    ]
      .flatMap(({ row }) => leaningOf(row, position.asOf))
      .sort(latestSaidFirst);
  }
}
