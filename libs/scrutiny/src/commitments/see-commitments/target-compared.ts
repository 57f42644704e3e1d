import type { FigureItem, Unit } from '@daybook/figures';
import {
  between,
  difference,
  isAtLeast,
  isAtMost,
  isExactly,
  parsePeriod,
  parseValue,
  sumOf,
  written,
  type Between,
} from '@daybook/notation';
import type { CommitmentStatus, Sense } from '../../codes';
import type { Target } from '../../scrutiny.events';
import type { CommitmentItem, Verdict } from './commitment-item';

/** Why it cannot be said whether a target is met. */
export const WHY_NOT_SAID = [
  'no-measure',
  'no-figure',
  'withheld',
  'incomplete',
  'forecast',
  'undecidable',
] as const;
export type WhyNotSaid = (typeof WHY_NOT_SAID)[number];

/** What the ledger holds of a target's measure at a position, for one reader. */
export interface FiguresOfTarget {
  /** Undefined where no such measure is on record. */
  readonly measure: { readonly title: string; readonly unit: Unit } | undefined;
  /** The figure that stands of each period, in the target's order; undefined where none does. */
  readonly figures: readonly (FigureItem | undefined)[];
}

/** A target beside its figures, as they stood at a position. */
export interface TargetCompared {
  readonly verdict: Verdict;
  /** Null unless it cannot be said. */
  readonly why: WhyNotSaid | null;
  /** The UK day after which it is held against its figures; null: no day says when. */
  readonly dueOn: string | null;
  readonly measureTitle: string | null;
  readonly unit: Unit | null;
  /** The figure of its one period, or the sum of its periods' figures, with the bounds of inexact ones. */
  readonly value: string | null;
  /** That less the target's value, where it is exact. */
  readonly difference: string | null;
  readonly figures: readonly { readonly period: string; readonly figure: FigureItem | null }[];
}

type Due = Pick<CommitmentItem, 'dueLatest'>;

/** The latest day of the date that stands, else the last day of the last of its periods. */
export function targetDueOn({ periods }: Target, { dueLatest }: Due): string | null {
  const ends = periods.map((period) => parsePeriod(period)?.end ?? null);
  const open = ends.some((end) => end === null);
  return dueLatest ?? (open ? null : (ends.sort().at(-1) ?? null));
}

/** Whether a target is held against its figures at all: nobody is held to what was withdrawn or superseded. */
export function isHeld(status: CommitmentStatus): boolean {
  return status !== 'withdrawn' && status !== 'superseded';
}

/** A target beside its figures on a day. What has no day is held against them at once. */
export function compareTarget(
  target: Target,
  due: Due,
  { measure, figures }: FiguresOfTarget,
  day: string,
): TargetCompared {
  const dueOn = targetDueOn(target, due);
  const sum = sumOf(figures.map((figure) => between(parseValue(figure?.value ?? '') ?? NOWHERE)));
  const value = figures.length > 0 && figures.every((one) => one?.value) ? written(sum) : null;
  const why = measure ? whyNot(figures) : 'no-measure';
  const early = dueOn !== null && day <= dueOn;
  return {
    ...(early ? { verdict: 'not-yet-due', why: null } : verdictOf(target, sum, why)),
    ...{ dueOn, measureTitle: measure?.title ?? null, unit: measure?.unit ?? null, value },
    difference: difference(value, target.value) ?? null,
    figures: target.periods.map((period, i) => ({ period, figure: figures[i] ?? null })),
  };
}

const NOWHERE = { bound: 'around', low: '0', high: '0' } as const;

/** What keeps its figures from saying anything; null: nothing does, but that they may be inexact. */
function whyNot(figures: FiguresOfTarget['figures']): WhyNotSaid | null {
  if (figures.some((figure) => figure?.withheldBy)) return 'withheld';
  const known = figures.filter((figure) => figure?.value);
  if (known.length === 0) return 'no-figure';
  if (known.length < figures.length) return 'incomplete';
  return known.some((figure) => figure?.status === 'F') ? 'forecast' : null;
}

const HOLDS: Readonly<Record<Sense, (sum: Between, value: string) => boolean | undefined>> = {
  'at-least': isAtLeast,
  'at-most': isAtMost,
  exactly: isExactly,
};

function verdictOf(
  { sense, value }: Target,
  sum: Between,
  why: WhyNotSaid | null,
): Pick<TargetCompared, 'verdict' | 'why'> {
  const holds = why === null ? HOLDS[sense](sum, value) : undefined;
  if (holds === undefined) return { verdict: 'cannot-be-said', why: why ?? 'undecidable' };
  return { verdict: holds ? 'met' : 'missed', why: null };
}
