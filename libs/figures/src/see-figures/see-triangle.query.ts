import { Rows, type Audience, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { figuresView } from './figures.view';
import { triangleRow, type TriangleRow } from './triangle';

export { CELL_CHANGES, type CellChange, type TriangleCell, type TriangleRow } from './triangle';

/**
 * The revision triangle of a measure at a position: its figures in order of period and breakdown, each as it
 * stood after every day on which something about it became effective. Figures of which every entry was made
 * wrongly are left out.
 */
export class TriangleQuery {
  constructor(
    readonly of: { readonly area: string; readonly measure: string },
    readonly position: Position,
    readonly audience: Audience,
    readonly page: { readonly after?: string; readonly limit?: number } = {},
  ) {}
}

export interface TriangleList {
  readonly items: readonly TriangleRow[];
  readonly next?: string;
}

@QueryHandler(TriangleQuery)
export class TriangleHandler implements IQueryHandler<TriangleQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ of: { area, measure }, position, audience, page }: TriangleQuery): Promise<TriangleList> {
    const { rows, next } = this.rows.list(figuresView, { measure, area }, position, audience, page);
    const items = rows.map(({ row }) => triangleRow(row)).filter(({ cells }) => cells.length > 0);
    return { items, ...(next !== undefined && { next }) };
  }
}
