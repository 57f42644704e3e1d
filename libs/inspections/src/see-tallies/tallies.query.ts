import type { Actor, Source } from '@daybook/ledger';
import { Rows, type Audience, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { findingsView } from '../see-findings/findings.view';
import { compareTally, type TallyCompared } from './compare-tally';
import { talliesView, type TallyRow } from './tallies.view';

/** Numbers that a board was told, with what the ledger counts beside them. `index` is the record's place. */
export interface TallyItem extends TallyCompared {
  readonly id: string;
  readonly index: number;
  readonly area: string;
  readonly inspection: string | null;
  readonly occasion: string;
  readonly effectiveOn: string;
  readonly precision: 'day' | 'month';
  readonly recordedAt: string;
  readonly by: Actor;
  readonly for: string | null;
  readonly source: Source | null;
  readonly secondHand: boolean;
  /** Whether it is marked as entered wrongly. */
  readonly enteredWrongly: boolean;
}

export interface TallyList {
  readonly items: readonly TallyItem[];
}

/** The tallies of an area at a position, in effective order. */
export class TalliesQuery {
  constructor(
    readonly filter: { readonly area: string; readonly inspection?: string },
    readonly position: Position,
    readonly audience: Audience,
  ) {}
}

@QueryHandler(TalliesQuery)
export class TalliesHandler implements IQueryHandler<TalliesQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ filter, position, audience }: TalliesQuery): Promise<TallyList> {
    const { area, inspection } = filter;
    const wanted = { area, ...(inspection && { inspection }) };
    const tallies = this.rows.list(talliesView, wanted, position, audience).rows.map(({ row }) => row);
    if (tallies.length === 0) return { items: [] };
    const findings = this.rows.list(findingsView, wanted, position, audience).rows.map(({ row }) => row);
    const items = tallies
      .sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn) || a.order - b.order)
      .map((row) => ({ ...itemOf(row), ...compareTally(row, findings) }));
    return { items };
  }
}

function itemOf({ order, wrong, access: _access, parts: _parts, sum: _sum, ...row }: TallyRow) {
  return { ...row, index: order, enteredWrongly: wrong };
}
