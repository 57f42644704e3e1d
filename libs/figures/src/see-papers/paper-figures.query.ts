import { Rows, type Audience, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { totalsOf, type Totals } from '../since';
import { enteredBy, enteredItem, unitsAt, type EnteredFigure } from './entered';

/** What a paper put on record by a position, and what became of it; the answer is `PaperFigures`. */
export class PaperFiguresQuery {
  constructor(
    readonly paper: string,
    readonly position: Position,
    readonly audienceIn: (area: string) => Audience,
  ) {}
}

export interface PaperFigures {
  /** In ledger order, which is that of the paper where its return kept it. */
  readonly figures: readonly EnteredFigure[];
  readonly totals: Totals;
}

@QueryHandler(PaperFiguresQuery)
export class PaperFiguresHandler implements IQueryHandler<PaperFiguresQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ paper, position, audienceIn }: PaperFiguresQuery): Promise<PaperFigures> {
    const entered = await enteredBy(this.rows, paper, position, audienceIn);
    const unitOf = unitsAt(this.rows, position, audienceIn);
    return { figures: entered.map((one) => enteredItem(one, unitOf)), totals: totalsOf(entered) };
  }
}
