import { Ledger } from '@daybook/ledger';
import { rowById, Rows, type Audience, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { beginningOf } from '../../histories';
import { decisionsView } from '../../histories.view';
import { subjectRef } from '../../scrutiny.events';
import { openHistory } from '../../told';
import { decisionInFull, type DecisionInFull } from './decision-in-full';

/**
 * One decision by its id. Without an area it is that of the area that recorded the id first, of those that
 * this reader may read. Undefined where there is none.
 */
export class DecisionQuery {
  constructor(
    readonly of: { readonly decision: string; readonly area?: string },
    readonly position: Position,
    readonly audienceIn: (area: string) => Audience,
  ) {}
}

@QueryHandler(DecisionQuery)
export class DecisionHandler implements IQueryHandler<DecisionQuery> {
  constructor(
    private readonly rows: Rows,
    private readonly ledger: Ledger,
  ) {}

  async execute({ of, position, audienceIn }: DecisionQuery): Promise<DecisionInFull | undefined> {
    const { decision: id, area } = of;
    const row = rowById(
      this.rows,
      decisionsView,
      {
        ...{ filter: { id }, area },
        refIn: (one) => subjectRef({ kind: 'decision', id }, one),
        orderOf: (history) => beginningOf('decision', history)?.order,
      },
      { position, audienceIn },
    );
    return row && decisionInFull(row, position.asOf, await openHistory(this.ledger, row));
  }
}
