import { longDate, longMonth } from '@daybook/pages';
import type { PlanHistoryItem, PlanItem, PlanStatus } from './plan-item';

export const PLAN_STATUS_WORDS: Readonly<Record<PlanStatus, string>> = {
  'to-come': 'Still to come',
  'in-force': 'In force',
  ended: 'Ended',
  succeeded: 'Succeeded',
};

export const PLAN_EVENT_WORDS: Readonly<Record<PlanHistoryItem['type'], string>> = {
  'register.plan-adopted': 'Adopted',
  'register.plan-varied': 'Varied',
  'register.placed-under-priority': 'Placed under a priority',
  'register.taken-from-priority': 'Taken from a priority',
};

/** An end of a period in words: "1 April 2022", "April 2022", "2025". */
export function endInWords(text: string): string {
  if (text.length === 10) return longDate(text);
  return text.length === 7 ? longMonth(text) : text;
}

/** "April 2022 to 2025"; where no end is said, so it says. */
export function periodOfPlan({ from, until }: Pick<PlanItem, 'from' | 'until'>): string {
  return until ? `${endInWords(from)} to ${endInWords(until)}` : `From ${endInWords(from)}; no end is given`;
}

export function planPath(area: string, plan: string): string {
  return `/${area}/plan/${encodeURIComponent(plan)}`;
}

export function priorityPath(area: string, plan: string, priority: string): string {
  return `${planPath(area, plan)}/${encodeURIComponent(priority)}`;
}
