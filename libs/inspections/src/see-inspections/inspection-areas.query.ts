import { Rows, type Audience, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { inspectionsView } from './inspections.view';

/** The areas that have an inspection on record at a position; the answer is `string[]`. */
export class InspectionAreasQuery {
  constructor(
    readonly position: Position,
    readonly audience: Audience,
  ) {}
}

@QueryHandler(InspectionAreasQuery)
export class InspectionAreasHandler implements IQueryHandler<InspectionAreasQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ position, audience }: InspectionAreasQuery): Promise<string[]> {
    const { rows } = this.rows.list(inspectionsView, {}, position, audience);
    return [...new Set(rows.filter(({ row }) => row.recorded).map(({ row }) => row.area))];
  }
}
