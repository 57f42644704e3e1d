import { Ledger } from '@daybook/ledger';
import { openTexts } from '@daybook/provenance';
import { Rows, areasWith, rowById, type Looking } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { planRef } from '../../register.events';
import { firstDay } from '../period';
import {
  formerOf,
  historyOf,
  placedOf,
  planItem,
  plansIn,
  reasonOf,
  type FormerPriorityItem,
  type PlacedItem,
  type PlanFound,
  type PlanHistoryItem,
  type PlanItem,
} from './plan-item';
import { plansView } from './plans.view';

export interface PlanList {
  readonly items: readonly PlanItem[];
}

/** A plan, the priorities that it dropped, what was placed under each, and every event about it. */
export interface PlanOnRecord {
  readonly item: PlanItem;
  readonly former: readonly FormerPriorityItem[];
  readonly placed: ReadonlyMap<string, readonly PlacedItem[]>;
  readonly history: readonly PlanHistoryItem[];
}

/** Plans of one area or of all, by area, the one that begins first before the others. */
export class PlansQuery {
  constructor(
    readonly filter: { readonly area?: string },
    readonly looking: Looking,
  ) {}
}

/** One plan by its id; without an area, that of the area which recorded the id first. */
export class PlanQuery {
  constructor(
    readonly of: { readonly plan: string; readonly area?: string },
    readonly looking: Looking,
  ) {}
}

@QueryHandler(PlansQuery)
export class PlansHandler implements IQueryHandler<PlansQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ filter: { area }, looking }: PlansQuery): Promise<PlanList> {
    const areas = area === undefined ? areasWith(this.rows, plansView, {}, looking) : [area];
    const items = [...areas].sort().flatMap((of) => {
      const all = plansOf(this.rows, of, looking);
      return [...all]
        .sort((a, b) => firstDay(a.state.from).localeCompare(firstDay(b.state.from)))
        .map((one) => planItem(one, all, looking.position.asOf));
    });
    return { items };
  }
}

@QueryHandler(PlanQuery)
export class PlanHandler implements IQueryHandler<PlanQuery> {
  constructor(
    private readonly rows: Rows,
    private readonly ledger: Ledger,
  ) {}

  async execute({ of: { plan, area }, looking }: PlanQuery): Promise<PlanOnRecord | undefined> {
    const row = rowById(
      this.rows,
      plansView,
      {
        ...{ filter: { plan }, area },
        refIn: (one) => planRef(one, plan),
        orderOf: (one) => plansIn([one])[0]?.state.adopted.order,
      },
      looking,
    );
    if (!row) return undefined;
    const all = plansOf(this.rows, row.area, looking);
    const found = all.find((one) => one.row.plan === plan);
    if (!found) return undefined;
    const read = await openTexts(this.ledger, found.row.acts.map(reasonOf));
    return {
      item: planItem(found, all, looking.position.asOf),
      former: formerOf(found.state),
      placed: placedOf(found.state),
      history: historyOf(found, read),
    };
  }
}

function plansOf(rows: Rows, area: string, { position, audienceIn }: Looking): PlanFound[] {
  return plansIn(rows.list(plansView, { area }, position, audienceIn(area)).rows.map(({ row }) => row));
}
