import { refuse } from '@daybook/ledger';
import { Rows, areasWith, type Audience, type Filter, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { DecisionStatus } from '../../codes';
import { decisionsView } from '../../histories.view';
import { decisionItem, type DecisionItem } from './decision-item';

export interface DecisionsWanted {
  readonly area?: string;
  readonly status?: DecisionStatus;
  readonly office?: string;
  readonly meeting?: string;
  /** `<plan>/<priority>`. */
  readonly priority?: string;
}

/**
 * Decisions at a position, the latest first, of one area or of all, each as the reader's audience in its area
 * may see it. Throws `request.bad-cursor` for an `after` that no answer gave.
 */
export class DecisionsQuery {
  constructor(
    readonly wanted: DecisionsWanted,
    readonly position: Position,
    readonly audienceIn: (area: string) => Audience,
    readonly page: { readonly after?: string; readonly limit?: number } = {},
  ) {}
}

export interface DecisionList {
  readonly items: readonly DecisionItem[];
  readonly next?: string;
}

@QueryHandler(DecisionsQuery)
export class DecisionsHandler implements IQueryHandler<DecisionsQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ wanted, position, audienceIn, page }: DecisionsQuery): Promise<DecisionList> {
    const filter: Filter = wanted.meeting ? { meeting: wanted.meeting } : {};
    const areas =
      wanted.area === undefined
        ? areasWith(this.rows, decisionsView, filter, { position, audienceIn })
        : [wanted.area];
    const all = areas
      .flatMap((area) => this.rows.list(decisionsView, { ...filter, area }, position, audienceIn(area)).rows)
      .flatMap(({ row }) => decisionItem(row, position.asOf) ?? [])
      .filter((item) => isWanted(item, wanted))
      .sort(latestFirst);
    const last = page.after === undefined ? undefined : placeIn(page.after);
    const rest = last ? all.filter((item) => latestFirst(item, last) > 0) : all;
    const items = rest.slice(0, page.limit);
    const end = items.at(-1);
    return { items, ...(end && items.length < rest.length && { next: placeOf(end) }) };
  }
}

function isWanted(item: DecisionItem, { status, office, priority }: DecisionsWanted): boolean {
  if (status !== undefined && item.status !== status) return false;
  if (office !== undefined && item.office !== office) return false;
  return priority === undefined || item.priority === priority;
}

type Place = Pick<DecisionItem, 'decidedOn' | 'area' | 'id'>;

function latestFirst(a: Place, b: Place): number {
  if (a.decidedOn !== b.decidedOn) return a.decidedOn < b.decidedOn ? 1 : -1;
  const [one, other] = [`${a.area}/${a.id}`, `${b.area}/${b.id}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

function placeOf({ decidedOn, area, id }: Place): string {
  return `${decidedOn} ${area}/${id}`;
}

function placeIn(after: string): Place {
  const [, decidedOn, area, id] = /^(\d{4}-\d\d-\d\d) ([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(after) ?? [];
  if (!decidedOn || !area || !id)
    return refuse('request.bad-cursor', 'Pass as "after" only what an answer gave as "next".');
  return { decidedOn, area, id };
}
