import { Ledger, refuse } from '@daybook/ledger';
import { Rows, type Audience, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Unit } from '../codes';
import { measureRef } from '../figures.events';
import { contentOf, measuresView } from '../see-measures/measures.view';
import { tellChanges, type ChangeItem, type Changed } from './change-item';
import { CHANGE_KINDS, type ChangeKind } from './changes';
import { comparison, type Found, type Place } from './comparison';

/** A change between two positions, with whether the figure reads otherwise at the later one. */
export interface PositionChangeItem extends ChangeItem {
  readonly standingDiffers: boolean;
}

export interface ChangeList {
  readonly items: readonly PositionChangeItem[];
  readonly next?: string;
}

/** How many changes there are between two positions: of each kind that occurs, in the order of `CHANGE_KINDS`. */
export interface ChangeSummary {
  readonly total: number;
  readonly kinds: readonly { readonly kind: ChangeKind; readonly count: number }[];
  /** How many figures changed, and how many of them read otherwise than before. */
  readonly figures: number;
  readonly standingDiffers: number;
}

/**
 * What changed in an area between two positions, in order of measure, period and breakdown, the definition
 * of a measure before its figures. The first position is no later than the second on either clock.
 */
export class ChangesQuery {
  constructor(
    readonly filter: { readonly area: string; readonly measure?: string },
    readonly from: Position,
    readonly to: Position,
    readonly audience: Audience,
    readonly page: { readonly after?: string; readonly limit?: number } = {},
  ) {}
}

/** The same, counted. */
export class ChangeSummaryQuery extends ChangesQuery {}

@QueryHandler(ChangesQuery)
export class ChangesHandler implements IQueryHandler<ChangesQuery> {
  constructor(
    private readonly rows: Rows,
    private readonly ledger: Ledger,
  ) {}

  async execute(query: ChangesQuery): Promise<ChangeList> {
    const { after, limit = Infinity } = query.page;
    const found: Found[] = [];
    let more = false;
    for (const one of comparison(this.rows, query, after === undefined ? undefined : placeOf(after))) {
      more = found.length === limit;
      if (more) break;
      found.push(one);
    }
    const units = new Units(this.rows, query);
    const items = await tellChanges(
      this.ledger,
      found.map((one): Changed => ({ ...one, unit: units.of(one) })),
    );
    const last = found.at(-1);
    return {
      items: items.map((item, i) => ({ ...item, standingDiffers: differs(found[i]) })),
      ...(more && last && { next: `${last.n} ${last.key}` }),
    };
  }
}

@QueryHandler(ChangeSummaryQuery)
export class ChangeSummaryHandler implements IQueryHandler<ChangeSummaryQuery> {
  constructor(private readonly rows: Rows) {}

  async execute(query: ChangeSummaryQuery): Promise<ChangeSummary> {
    const kinds = new Map<ChangeKind, number>();
    const figures = new Set<string>();
    const otherwise = new Set<string>();
    for (const found of comparison(this.rows, query)) {
      const { kind } = found.figure ? found.change : found.definition;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (found.figure) figures.add(found.key);
      if (differs(found)) otherwise.add(found.key);
    }
    const counted = CHANGE_KINDS.flatMap((kind) => ({ kind, count: kinds.get(kind) ?? 0 }));
    return {
      total: [...kinds.values()].reduce((sum, n) => sum + n, 0),
      kinds: counted.filter(({ count }) => count > 0),
      figures: figures.size,
      standingDiffers: otherwise.size,
    };
  }
}

function differs(found: Found | undefined): boolean {
  return found?.figure ? found.standingDiffers : false;
}

/** Where a page ended: the place among the changes of one figure, then its reference. */
function placeOf(after: string): Place {
  const [, n, key] = /^(\d{1,9}) (figure:.+)$/.exec(after) ?? [];
  if (n === undefined || key === undefined)
    return refuse('request.bad-cursor', 'Pass as "after" only what an answer gave as "next".');
  return { n: Number(n), key };
}

/** Units by measure, each looked up once. */
export class Units {
  private readonly known = new Map<string, Unit | null>();

  constructor(
    private readonly rows: Rows,
    private readonly at: { readonly to: Position; readonly audience: Audience },
  ) {}

  of(measure: { readonly area: string; readonly measure: string }): Unit | null {
    const key = measureRef(measure);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const row = this.rows.at(measuresView, key, this.at.to, this.at.audience);
    const unit = (row && contentOf(row)?.unit) ?? null;
    this.known.set(key, unit);
    return unit;
  }
}
