import { inEffectiveOrder } from '@daybook/provenance';
import { Rows, type Audience, type Filter, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { FindingStatus } from '../codes';
import { after, beginning } from '../finding-state';
import { findingsView, type FindingRow } from './findings.view';

/** How many findings stood in which status at the end of a day, one for each addressee. */
export interface FindingCounts {
  readonly on: string;
  readonly open: number;
  readonly accepted: number;
  readonly disputed: number;
  readonly claimed: number;
  readonly assured: number;
  readonly closed: number;
  readonly carriedForward: number;
  readonly superseded: number;
  readonly withdrawn: number;
  readonly total: number;
}

/**
 * The counts of an area's findings over time, as they are seen from the position: one item for each day on
 * which a finding was raised or came into another status, the earliest first.
 */
export class FindingCountsQuery {
  constructor(
    readonly filter: { readonly area: string; readonly inspection?: string; readonly kind?: string },
    readonly position: Position,
    readonly audience: Audience,
  ) {}
}

@QueryHandler(FindingCountsQuery)
export class FindingCountsHandler implements IQueryHandler<FindingCountsQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ filter, position, audience }: FindingCountsQuery): Promise<FindingCounts[]> {
    const { area, inspection, kind } = filter;
    const wanted: Filter = { ...(inspection && { inspection }), ...(kind && { kind }), area };
    const { rows } = this.rows.list(findingsView, wanted, position, audience);
    return countsOver(rows.flatMap(({ row }) => turnsOf(row)));
  }
}

/** A day on which a finding came into a status with one addressee, and out of another. */
interface Turn {
  readonly on: string;
  readonly from: FindingStatus | null;
  readonly to: FindingStatus;
}

function turnsOf({ raised, acts }: FindingRow): Turn[] {
  if (!raised) return [];
  const inOrder = [...acts].sort(inEffectiveOrder);
  return raised.addressees.flatMap((addressee) => {
    let state = beginning(raised, addressee);
    const turns: Turn[] = [{ on: raised.effectiveOn, from: null, to: state.status }];
    for (const act of inOrder) {
      if (!act.data.addressees.includes(addressee)) continue;
      const next = after(state, act);
      // What was said of it before the day on which it was raised is seen from that day on.
      const on = act.effectiveOn < raised.effectiveOn ? raised.effectiveOn : act.effectiveOn;
      if (next.status !== state.status) turns.push({ on, from: state.status, to: next.status });
      state = next;
    }
    return turns;
  });
}

function countsOver(turns: readonly Turn[]): FindingCounts[] {
  const counts = new Map<FindingStatus, number>();
  const add = (status: FindingStatus | null, n: number): void => {
    if (status) counts.set(status, (counts.get(status) ?? 0) + n);
  };
  const byDay = new Map<string, FindingCounts>();
  for (const { on, from, to } of [...turns].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    add(from, -1);
    add(to, 1);
    byDay.set(on, { on, ...countsIn(counts) });
  }
  return [...byDay.values()];
}

export function countsIn(by: ReadonlyMap<FindingStatus, number>): Omit<FindingCounts, 'on'> {
  const of = (status: FindingStatus): number => by.get(status) ?? 0;
  return {
    ...{ open: of('open'), accepted: of('accepted'), disputed: of('disputed') },
    ...{ claimed: of('claimed'), assured: of('assured'), closed: of('closed') },
    ...{ carriedForward: of('carried-forward'), superseded: of('superseded'), withdrawn: of('withdrawn') },
    total: [...by.values()].reduce((sum, n) => sum + n, 0),
  };
}
