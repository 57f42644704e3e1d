import { sameDate, slip, type DateSaid, type Expected } from '@daybook/due-dates';
import type { Said } from '@daybook/provenance';
import type { Act, Raised } from './acts';

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
  /** Later acts that gave the same date again: an older move to it, entered later, took their place. */
  readonly repeated: readonly string[];
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
  const { id, completeBy, effectiveOn } = raised;
  if (!completeBy?.anticipated) return NO_DATE;
  const inspectorate = raised.for ?? raised.by.body;
  const set: DateSaid = { id, expected: completeBy, setBy: inspectorate, effectiveOn };
  return { ...NO_DATE, original: set, standing: set, slipDays: slip(set, set) };
}

/** The completion after one more act of a live finding's; undefined where the act does not fit what stood. */
export function completionAfter(before: Completion, act: Act): Completion | undefined {
  if (act.type === 'inspections.completion-anticipated')
    return withDate(before, dateOf(act, act.data.expected), act, false);
  if (act.type === 'inspections.completion-moved')
    return withDate(before, dateOf(act, act.data.to), act, true);
  return act.type === 'inspections.move-agreed' ? withAgreement(before, act, act.data.of) : before;
}

function dateOf(act: Act, expected: Expected): DateSaid {
  return { id: act.id, expected, setBy: act.for ?? act.by.body, effectiveOn: act.effectiveOn };
}

function withDate(before: Completion, to: DateSaid, said: Said, declared: boolean): Completion | undefined {
  const { original, standing: from, moves } = before;
  if (to.expected.anticipated === null) return from ? undefined : { ...before, noDateGiven: said };
  if (!from || !original)
    return { ...before, original: to, standing: to, slipDays: slip(to, to), noDateGiven: null };
  if (sameDate(from.expected, to.expected)) return { ...before, moves: withRepetition(moves, to.id) };
  const move: Move = {
    id: to.id,
    said,
    from,
    to,
    days: slip(from, to),
    declared,
    agreed: null,
    repeated: [],
  };
  return { ...before, standing: to, moves: [...moves, move], slipDays: slip(original, to) };
}

/** The date that stands was said again: what is agreed of that is agreed of the move that made it stand. */
function withRepetition(moves: readonly Move[], id: string): readonly Move[] {
  return moves.map((move, i) =>
    i === moves.length - 1 ? { ...move, repeated: [...move.repeated, id] } : move,
  );
}

function withAgreement(before: Completion, said: Said, of: string): Completion | undefined {
  const agreed = before.moves.find(({ id, repeated }) => id === of || repeated.includes(of));
  if (!agreed || agreed.agreed) return undefined;
  const moves = before.moves.map((move) => (move === agreed ? { ...move, agreed: said } : move));
  return { ...before, moves };
}
