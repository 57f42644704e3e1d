import { saidItem, type SaidItem } from '@daybook/provenance';
import { Rows, areasWith, type Looking } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { BUILT_IN_SCALES } from '../codes';
import { scalesView } from './scales.view';

/** The grades that can be given, the best first. Scales known from the beginning have no area and no record. */
export interface ScaleItem {
  readonly id: string;
  readonly area: string | null;
  readonly title: string;
  readonly grades: readonly string[];
  readonly defined: SaidItem | null;
}

/** The scales that are known from the beginning, then those that an area defined, or all areas did. */
export class ScalesQuery {
  constructor(
    readonly filter: { readonly area?: string },
    readonly looking: Looking,
  ) {}
}

@QueryHandler(ScalesQuery)
export class ScalesHandler implements IQueryHandler<ScalesQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ filter, looking }: ScalesQuery): Promise<ScaleItem[]> {
    return scalesIn(this.rows, filter.area, looking);
  }
}

export function scalesIn(rows: Rows, area: string | undefined, looking: Looking): ScaleItem[] {
  const { position, audienceIn } = looking;
  const areas = area === undefined ? areasWith(rows, scalesView, {}, looking) : [area];
  const builtIn = Object.entries(BUILT_IN_SCALES).map(([id, scale]): ScaleItem => ({
    ...{ id, area: null, ...scale, defined: null },
  }));
  const own = areas.flatMap((of) =>
    rows.list(scalesView, { area: of }, position, audienceIn(of)).rows.map(({ row }): ScaleItem => ({
      ...{ id: row.scale, area: row.area, title: row.title, grades: row.grades },
      defined: saidItem(row.defined),
    })),
  );
  return [...builtIn, ...own];
}
