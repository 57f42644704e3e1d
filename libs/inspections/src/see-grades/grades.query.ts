import { Rows, type Looking } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { inspectionsView } from '../see-inspections/inspections.view';
import { scalesIn } from '../see-scales/scales.query';
import { gradeHistory, type GradeInHistory } from './grade-history';

/** The grade history of an area: every question, or one, in every inspection that graded it. */
export class GradesQuery {
  constructor(
    readonly of: { readonly area: string; readonly question?: string },
    readonly looking: Looking,
  ) {}
}

@QueryHandler(GradesQuery)
export class GradesHandler implements IQueryHandler<GradesQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ of: { area, question }, looking }: GradesQuery): Promise<GradeInHistory[]> {
    const { position, audienceIn } = looking;
    const scales = new Map(scalesIn(this.rows, area, looking).map(({ id, grades }) => [id, grades]));
    const { rows } = this.rows.list(inspectionsView, { area }, position, audienceIn(area));
    const all = gradeHistory(
      rows.map(({ row }) => row),
      (scale) => scales.get(scale),
    );
    return question === undefined ? all : all.filter((one) => one.question === question);
  }
}
