import type { FreeText } from '@daybook/ledger';
import { saidItem, type ReasonedItem, type ReadText, type SaidItem } from '@daybook/provenance';
import type { PlanAct } from '../../book';
import type { PlansEvent, Priority } from '../../register.events';
import { firstDay, lastDay } from '../period';
import { planOf, type PlanState } from '../plan-state';
import type { PlanRow } from './plans.view';

/** Whether a plan guides anything on a day: its period, and whether the plan after it has begun. */
export const PLAN_STATUSES = ['to-come', 'in-force', 'ended', 'succeeded'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

export interface PriorityItem {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** The body that it is set for; null: not said. */
  readonly setFor: string | null;
}

/** A priority that a later list of the plan left out, and the day from which it is none. */
export interface FormerPriorityItem extends PriorityItem {
  readonly until: string;
}

/** A plan at a position. The days, who and where are those of its adoption. */
export interface PlanItem extends Omit<SaidItem, 'id'> {
  readonly area: string;
  readonly id: string;
  readonly title: string;
  /** A day, a month or a year. */
  readonly from: string;
  readonly until: string | null;
  readonly status: PlanStatus;
  /** The plan whose place it takes, and the one that takes its own. */
  readonly succeeds: string | null;
  readonly succeededBy: string | null;
  /** How often it was varied. */
  readonly variations: number;
  readonly priorities: readonly PriorityItem[];
}

/** What was placed under a priority, since which day, and the place of that record in the ledger. */
export interface PlacedItem {
  readonly reference: string;
  readonly since: string;
  readonly index: number;
}

/** One event about a plan. What it says is null where it says nothing of it. */
export interface PlanHistoryItem extends ReasonedItem {
  readonly type: PlansEvent['type'];
  readonly title: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly priorities: readonly PriorityItem[] | null;
  /** The priority that something was placed under or taken from, and what. */
  readonly priority: string | null;
  readonly references: readonly string[];
  /** It did not fit what stood before it, and changes nothing. */
  readonly fits: boolean;
}

/** A plan of an area with the state that its acts come to. */
export interface PlanFound {
  readonly row: PlanRow;
  readonly state: PlanState;
}

/** The plans that are on record among rows of one area. */
export function plansIn(rows: readonly PlanRow[]): PlanFound[] {
  return rows.flatMap((row) => {
    const state = planOf(row.acts);
    return state ? [{ row, state }] : [];
  });
}

/** A plan among all of its area, as on a day. */
export function planItem({ row, state }: PlanFound, all: readonly PlanFound[], day: string): PlanItem {
  const { adopted, title, from, until, succeeds, variations, priorities } = state;
  const next = all.find((one) => one.state.succeeds === row.plan);
  const { id: _event, ...said } = saidItem(adopted);
  return {
    ...{ area: row.area, id: row.plan, title, from, until },
    ...{ status: statusOn(state, next?.state, day), succeeds, succeededBy: next?.row.plan ?? null },
    ...{ variations: variations.length, priorities: priorities.map(priorityItem) },
    ...said,
  };
}

function statusOn({ from, until }: PlanState, next: PlanState | undefined, day: string): PlanStatus {
  if (next && firstDay(next.from) <= day) return 'succeeded';
  if (firstDay(from) > day) return 'to-come';
  const last = lastDay(until);
  return last !== null && last < day ? 'ended' : 'in-force';
}

export function priorityItem({ priority, number, title, setFor }: Priority): PriorityItem {
  return { id: priority, number, title, setFor };
}

export function formerOf({ former }: PlanState): FormerPriorityItem[] {
  return former.map(({ priority, until }) => ({ ...priorityItem(priority), until: until.effectiveOn }));
}

/** What hangs from each priority by having been placed there, in the order in which it was. */
export function placedOf({ placed }: PlanState): ReadonlyMap<string, readonly PlacedItem[]> {
  const items = (priority: string): PlacedItem[] =>
    [...(placed.get(priority) ?? [])].map(([reference, act]) => ({
      ...{ reference, since: act.effectiveOn, index: act.order },
    }));
  return new Map([...placed.keys()].map((priority) => [priority, items(priority)]));
}

export function reasonOf(act: PlanAct): FreeText {
  return 'reason' in act.data ? act.data.reason : null;
}

/** Every event about a plan, in effective order. */
export function historyOf(
  { row, state }: PlanFound,
  read: (text: FreeText) => ReadText,
): readonly PlanHistoryItem[] {
  return row.acts.map((act) => {
    const { data } = act;
    const priorities = 'priorities' in data ? data.priorities : null;
    return {
      ...{ ...saidItem(act), ...read(reasonOf(act)), type: act.type },
      title: 'title' in data ? data.title : null,
      from: 'from' in data ? data.from : null,
      until: 'until' in data ? data.until : null,
      priorities: priorities && priorities.map(priorityItem),
      priority: 'priority' in data ? data.priority : null,
      references: 'references' in data ? data.references : [],
      fits: !state.notFitting.includes(act.id),
    };
  });
}
