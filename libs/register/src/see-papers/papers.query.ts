import type { Actor, Precision } from '@daybook/ledger';
import { Rows, type Audience, type Filter, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { PaperContent } from '../register.events';
import { papersView, type PaperRow } from './papers.view';

/** A paper at a position. `index` is its record's place in the ledger. */
export interface PaperItem extends Omit<PaperContent, 'paper'> {
  readonly id: string;
  readonly index: number;
  readonly effectiveOn: string;
  /** Whether that day is known, or only its month. */
  readonly precision: Precision;
  readonly recordedAt: string;
  readonly by: Actor;
}

export interface PaperList {
  readonly items: readonly PaperItem[];
  readonly next?: string;
}

export class PapersQuery {
  constructor(
    readonly filter: { readonly area?: string },
    readonly position: Position,
    readonly audience: Audience,
    readonly page: { readonly after?: string; readonly limit?: number } = {},
  ) {}
}

/**
 * One paper by its id; the reader's audience is known once its area is. Undefined where there is none for
 * them.
 */
export class PaperQuery {
  constructor(
    readonly paper: string,
    readonly position: Position,
    readonly audienceIn: (area: string) => Audience,
  ) {}
}

@QueryHandler(PapersQuery)
export class PapersHandler implements IQueryHandler<PapersQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ filter, position, audience, page }: PapersQuery): Promise<PaperList> {
    const wanted: Filter = filter.area ? { area: filter.area } : {};
    const { rows, next } = this.rows.list(papersView, wanted, position, audience, page);
    return { items: rows.map(({ row }) => itemOf(row)), ...(next && { next }) };
  }
}

@QueryHandler(PaperQuery)
export class PaperHandler implements IQueryHandler<PaperQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ paper, position, audienceIn }: PaperQuery): Promise<PaperItem | undefined> {
    const key = `paper:${paper}`;
    const whole = this.rows.at(papersView, key, position, 'inside');
    const row = whole && this.rows.at(papersView, key, position, audienceIn(whole.area));
    return row && itemOf(row);
  }
}

function itemOf({ paper, event: _event, ...row }: PaperRow): PaperItem {
  return { id: paper, ...row };
}
