import { Ledger } from '@daybook/ledger';
import { rowById, Rows, type Audience, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { beginningOf } from '../../histories';
import { questionsView } from '../../histories.view';
import { subjectRef } from '../../scrutiny.events';
import { openHistory } from '../../told';
import { questionInFull, type QuestionInFull } from './question-in-full';

/**
 * One question by its id. Without an area it is that of the area that recorded the id first, of those that
 * this reader may read. Undefined where there is none.
 */
export class QuestionQuery {
  constructor(
    readonly of: { readonly question: string; readonly area?: string },
    readonly position: Position,
    readonly audienceIn: (area: string) => Audience,
  ) {}
}

@QueryHandler(QuestionQuery)
export class QuestionHandler implements IQueryHandler<QuestionQuery> {
  constructor(
    private readonly rows: Rows,
    private readonly ledger: Ledger,
  ) {}

  async execute({ of, position, audienceIn }: QuestionQuery): Promise<QuestionInFull | undefined> {
    const { question: id, area } = of;
    const row = rowById(
      this.rows,
      questionsView,
      {
        ...{ filter: { id }, area },
        refIn: (one) => subjectRef({ kind: 'question', id }, one),
        orderOf: (history) => beginningOf('question', history)?.order,
      },
      { position, audienceIn },
    );
    return row && questionInFull(row, position.asOf, await openHistory(this.ledger, row));
  }
}
