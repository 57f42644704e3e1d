import { daysBetween, type Actor } from '@daybook/ledger';
import { Rows, type Audience, type Filter, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Unit } from '../codes';
import type { OfFigure } from '../figures.events';
import { figuresView } from '../see-figures/figures.view';
import { named, unitsAt, type EntryNamed } from '../see-papers/entered';
import { sinceThen } from '../since';

/** A figure that changed between two papers, and nobody has said why by the position. */
export interface UnexplainedChange extends OfFigure {
  /** The entry that is the change. */
  readonly id: string;
  readonly index: number;
  readonly unit: Unit | null;
  /** What stood before, with the value that confirmations made finer. */
  readonly from: EntryNamed;
  readonly to: EntryNamed;
  /** `to` less `from`, where both are exact. */
  readonly difference: string | null;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  /** Who wrote it down, and whose act it is where that is another body's. */
  readonly by: Actor;
  readonly for: string | null;
  /** Days from its effective date to the position's. */
  readonly days: number;
  /** Whether it still answers for the figure; one that does not is unexplained all the same. */
  readonly stands: boolean;
  /** Whoever wrote it down looked for a reason in the paper, and found none. */
  readonly paperGivesNone: boolean;
}

/** Changes that nobody has explained by a position in an area, the oldest first. */
export class UnexplainedQuery {
  constructor(
    readonly filter: { readonly area: string; readonly measure?: string },
    readonly position: Position,
    readonly audience: Audience,
    readonly page: { readonly after?: string; readonly limit?: number } = {},
  ) {}
}

export interface UnexplainedList {
  readonly items: readonly UnexplainedChange[];
  readonly next?: string;
}

@QueryHandler(UnexplainedQuery)
export class UnexplainedHandler implements IQueryHandler<UnexplainedQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ filter, position, audience, page }: UnexplainedQuery): Promise<UnexplainedList> {
    const { area, measure } = filter;
    const wanted: Filter = { unexplained: 'yes', ...(measure && { measure }), area };
    const { rows } = this.rows.list(figuresView, wanted, position, audience);
    const unitOf = unitsAt(this.rows, position, () => audience);
    const all = rows
      .flatMap(({ row }): UnexplainedChange[] =>
        sinceThen(row.vintages).flatMap(({ vintage, became, before }) => {
          if (vintage.kind !== 'unexplained' || !before) return [];
          const { id, order, effectiveOn, recordedAt, difference, saysNotWhy, by } = vintage;
          return {
            ...row.figure,
            ...{ id, index: order, unit: unitOf(row.figure) },
            from: named(before.vintage, before.value),
            to: named(vintage),
            ...{ difference: difference ?? null, effectiveOn, recordedAt },
            ...{ by, for: vintage.for ?? null },
            days: daysBetween(effectiveOn, position.asOf),
            stands: became === 'stands',
            paperGivesNone: saysNotWhy ?? false,
          };
        }),
      )
      .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    return pageOf(all, placeOf, page);
  }
}

function placeOf({ effectiveOn, index }: UnexplainedChange): string {
  return `${effectiveOn} ${String(index).padStart(15, '0')}`;
}

/** A part of a list that is sorted by its places: what comes after one, and where to go on. */
export function pageOf<T>(
  all: readonly T[],
  place: (item: T) => string,
  { after, limit }: { readonly after?: string; readonly limit?: number },
): { readonly items: readonly T[]; readonly next?: string } {
  const rest = after === undefined ? all : all.filter((item) => place(item) > after);
  const items = limit === undefined ? rest : rest.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(last !== undefined && items.length < rest.length && { next: place(last) }) };
}
