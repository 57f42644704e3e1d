import { isDate, type Problem } from '@daybook/ledger';
import type { CommitmentKind, Counting, Sense } from '../codes';
import type { Target } from '../scrutiny.events';

/** A target as it is sent. */
export interface TargetSent {
  readonly measure: string;
  readonly breakdown?: Readonly<Record<string, string>> | null;
  readonly value: string;
  readonly sense: Sense;
  readonly counting: Counting;
  readonly periods: readonly string[];
}

const MONTH = String.raw`\d{4}-(?:0[1-9]|1[0-2])`;
const DAY = String.raw`\d{4}-\d{2}-\d{2}`;
/** The kept forms of periods, as figures have them. */
const PERIOD = new RegExp(
  `^(?:${DAY}|${MONTH}|\\d{4}-Q[1-4]|\\d{4}|FY\\d{4}-\\d{2}|R[1-9]\\d{0,3}-${MONTH}|${DAY}--${DAY})$`,
);

/** Whether a period is written in its kept form. A target's is never open: its figure could not be told. */
export function isKeptPeriod(text: string): boolean {
  if (!PERIOD.test(text)) return false;
  const [, from, to] = /^FY(\d{4})-(\d{2})$/.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return String(Number(from) + 1).endsWith(to);
  const days = text.match(new RegExp(DAY, 'g')) ?? [];
  return days.every(isDate) && [...days].sort().join() === days.join();
}

/** What is wrong with a target. Whether its measure is on record is told when it is held against figures. */
export function checkTarget(kind: CommitmentKind, target: TargetSent | null | undefined): Problem[] {
  const field = '/target';
  if (kind === 'target' && !target) {
    const message = 'Say what the target is: its exact measure, the value, and of which periods.';
    return [{ field, code: 'scrutiny.target-missing', message }];
  }
  if (!target) return [];
  if (kind !== 'target') {
    const message = `Only a target has a measure and a value. Make it of kind "target", or leave them out.`;
    return [{ field, code: 'scrutiny.not-a-target', message }];
  }
  return [...checkBreakdown(target, `${field}/breakdown`), ...checkPeriods(target, `${field}/periods`)];
}

const PART = /^\w[\w .-]{0,99}$/;

function checkBreakdown({ breakdown }: TargetSent, field: string): Problem[] {
  const parts = Object.entries(breakdown ?? {});
  if (parts.every((part) => part.every((one) => typeof one === 'string' && PART.test(one)))) return [];
  const message =
    'Name each dimension of the breakdown and its value, in words, such as { "rank": "constable" }.';
  return [{ field, code: 'scrutiny.bad-breakdown', message }];
}

function checkPeriods({ counting, periods }: TargetSent, field: string): Problem[] {
  const problems = periods.flatMap((period, i) => {
    if (isKeptPeriod(period)) return [];
    const message = `"${period}" is no period. Write it as 2022-07, 2022-Q3, 2022, FY2022-23 or R12-2022-07.`;
    return [{ field: `${field}/${i}`, code: 'scrutiny.bad-period', message }];
  });
  const twice = periods.find((one, i) => periods.indexOf(one) !== i);
  if (twice !== undefined) {
    const message = `${twice} is named twice. Name each period once.`;
    problems.push({ field, code: 'scrutiny.period-twice', message });
  }
  if (counting === 'yearly' ? periods.length === 1 : periods.length > 0) return problems;
  const message =
    counting === 'yearly'
      ? 'A yearly target is of one period. Name one; make one target for each, or a cumulative one.'
      : 'A cumulative target is the sum of its periods. Name at least one.';
  return [...problems, { field, code: 'scrutiny.periods-of-target', message }];
}

export function targetIn(target: TargetSent | null | undefined): Target | null {
  if (!target) return null;
  const { measure, breakdown, value, sense, counting, periods } = target;
  return { measure, breakdown: breakdown ?? {}, value, sense, counting, periods };
}
