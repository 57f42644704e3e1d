import { daysBetween } from '@daybook/ledger';
import type { Act, Raised, Said } from './acts';
import type { Expected } from './inspections.events';

/** A date by which a finding is to be complete, and who set it. */
export interface DateSaid {
  /** The event that gave it: the raising, where the inspectorate set it. */
  readonly id: string;
  readonly expected: Expected;
  readonly setBy: string;
  readonly effectiveOn: string;
}

/** A date that was moved. It counts at once, agreed or not. */
export interface Move {
  readonly id: string;
  readonly said: Said;
  readonly from: DateSaid;
  readonly to: DateSaid;
  /** From the latest day of the one to that of the other; null where either has none. */
  readonly days: number | null;
  /** Whether it was recorded as a move; else it is a date that an older one, entered later, made into one. */
  readonly declared: boolean;
  readonly agreed: Said | null;
}

/** How a finding's date drifted, for one addressee. */
export interface Completion {
  /** First by effective date, on this basis. */
  readonly original: DateSaid | null;
  readonly standing: DateSaid | null;
  readonly moves: readonly Move[];
  /** From the latest day first on record to the one that stands; null where either has none. */
  readonly slipDays: number | null;
  /** That it was said, last of all, that no date was given. */
  readonly noDateGiven: Said | null;
}

export const NO_DATE: Completion = {
  original: null,
  standing: null,
  moves: [],
  slipDays: null,
  noDateGiven: null,
};

/** The date that the inspectorate set when it raised the finding. */
export function completionOfRaising(raised: Raised): Completion {
  const { completeBy, inspectorate } = { inspectorate: raised.for ?? raised.by.body, ...raised };
  if (!completeBy?.anticipated) return NO_DATE;
  const { id, effectiveOn } = raised;
  return withDate(NO_DATE, { id, expected: completeBy, setBy: inspectorate, effectiveOn }, raised, false);
}

/** The completion after one more act. Acts that say nothing of dates, or nothing new, change nothing. */
export function completionAfter(before: Completion, act: Act): Completion {
  if (act.type === 'inspections.completion-anticipated')
    return withDate(before, dateOf(act, act.data.expected), act, false);
  if (act.type === 'inspections.completion-moved')
    return withDate(before, dateOf(act, act.data.to), act, true);
  if (act.type !== 'inspections.move-agreed') return before;
  const { of } = act.data;
  const agree = (move: Move): Move => (move.id === of && !move.agreed ? { ...move, agreed: act } : move);
  return { ...before, moves: before.moves.map(agree) };
}

function dateOf(act: Act, expected: Expected): DateSaid {
  return { id: act.id, expected, setBy: act.for ?? act.by.body, effectiveOn: act.effectiveOn };
}

function withDate(before: Completion, to: DateSaid, said: Said, declared: boolean): Completion {
  const from = before.standing;
  if (to.expected.anticipated === null) return from ? before : { ...before, noDateGiven: said };
  if (!from) return { ...before, original: to, standing: to, slipDays: slip(to, to), noDateGiven: null };
  if (sameDate(from.expected, to.expected)) return before;
  const move: Move = { id: to.id, said, from, to, days: slip(from, to), declared, agreed: null };
  const original = before.original ?? to;
  const moves = [...before.moves, move];
  return { ...before, original, standing: to, moves, slipDays: slip(original, to) };
}

/** Whether two say the same: the same days, or the same words where there are none. */
export function sameDate(a: Expected, b: Expected): boolean {
  if (a.earliest !== b.earliest || a.latest !== b.latest) return false;
  return a.latest !== null || a.earliest !== null || a.anticipated === b.anticipated;
}

function slip(from: DateSaid, to: DateSaid): number | null {
  const [a, b] = [from.expected.latest, to.expected.latest];
  return a === null || b === null ? null : daysBetween(a, b);
}
