import { Rows, type Audience, type Filter, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { measureRef, type MeasureContent } from '../figures.events';
import { contentOf, measuresView, type Break, type MeasureRow } from './measures.view';

/** A measure at a position. `start` is the earliest date from which figures of it may be effective. */
export interface MeasureItem extends MeasureContent {
  readonly area: string;
  readonly id: string;
  readonly start: string;
  readonly breaks: readonly Break[];
}

export class MeasuresQuery {
  constructor(
    readonly filter: { readonly area?: string },
    readonly position: Position,
    readonly audience: Audience,
    readonly page: { readonly after?: string; readonly limit?: number } = {},
  ) {}
}

export interface MeasureList {
  readonly items: readonly MeasureItem[];
  readonly next?: string;
}

export class MeasureQuery {
  constructor(
    readonly of: { readonly area: string; readonly measure: string },
    readonly position: Position,
    readonly audience: Audience,
  ) {}
}

/** The areas that have a measure on record at a position, in order; the answer is `string[]`. */
export class AreasQuery {
  constructor(
    readonly position: Position,
    readonly audience: Audience,
  ) {}
}

@QueryHandler(AreasQuery)
export class AreasHandler implements IQueryHandler<AreasQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ position, audience }: AreasQuery): Promise<string[]> {
    const { rows } = this.rows.list(measuresView, {}, position, audience);
    return [...new Set(rows.map(({ row }) => row.area))].sort();
  }
}

@QueryHandler(MeasuresQuery)
export class MeasuresHandler implements IQueryHandler<MeasuresQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ filter, position, audience, page }: MeasuresQuery): Promise<MeasureList> {
    const wanted: Filter = filter.area ? { area: filter.area } : {};
    const { rows, next } = this.rows.list(measuresView, wanted, position, audience, page);
    return { items: rows.flatMap(({ row }) => itemOf(row) ?? []), ...(next && { next }) };
  }
}

@QueryHandler(MeasureQuery)
export class MeasureHandler implements IQueryHandler<MeasureQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ of, position, audience }: MeasureQuery): Promise<MeasureItem | undefined> {
    const row = this.rows.at(measuresView, measureRef(of), position, audience);
    return row && itemOf(row);
  }
}

function itemOf(row: MeasureRow): MeasureItem | undefined {
  const content = contentOf(row);
  const start = row.definitions.map((d) => d.effectiveOn).sort()[0];
  if (!content || !start) return undefined;
  const breaks = row.redefinitions.map(({ data: _data, ...one }) => one);
  return { area: row.area, id: row.measure, ...content, start, breaks };
}
