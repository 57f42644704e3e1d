import type { Actor, Precision } from '@daybook/ledger';
import { counted, longDate, nameOf, whoWrote } from '@daybook/pages';
import { drawDrift, type DriftDrawing } from './draw-drift';
import { expectedInWords, expectedWithDay, slipInWords, type Due } from './due-words';

/** Who said something and when, as queries answer it. */
interface SaidThen {
  readonly effectiveOn: string;
  readonly precision: Precision;
  readonly by: Actor;
  readonly for: string | null;
}

/** One date that was said, as queries answer it. */
export interface DateInDrift extends SaidThen, Due {
  readonly id: string;
  /** Its place in the ledger. */
  readonly index: number;
  readonly latest: string | null;
  /** The date that it took, or was to take, the place of; null: it is the first on record. */
  readonly from: string | null;
  /** From the latest day before to its own; null where either has none. */
  readonly days: number | null;
  readonly askedBy: string | null;
  readonly reason: string | null;
  readonly reasonErased: boolean;
  /** Null: nobody has agreed; of the first date there is nothing to agree. */
  readonly agreed: SaidThen | null;
}

/** Every date of one thing, the first on record first, and how far it slipped in all. */
export interface Drift<T extends DateInDrift = DateInDrift> {
  /** Sets the parts of one drawing apart from those of another on the page. */
  readonly key: string;
  readonly dates: readonly T[];
  readonly slipDays: number | null;
  readonly noDateGiven: boolean;
}

/** What a slice says of a drift in its own words. */
export interface DriftWords {
  readonly title: string;
  /** The drift in a sentence; that of a date whose moves count at once, where absent. */
  readonly summary?: string;
  /** What the drawing says of its two directions. */
  readonly axis: string;
  /** What the marks mean, where they differ. */
  readonly hollow: string;
  readonly cross: string;
  readonly first: string;
  readonly notAgreed: string;
  readonly heads: Readonly<Record<DriftColumn, string>>;
}

export type DriftColumn = 'said' | 'from' | 'to' | 'days' | 'who' | 'askedBy' | 'why' | 'agreed';

/** The words for a date whose moves count at once, agreed or not. */
export const DRIFT_WORDS: Omit<DriftWords, 'title'> = {
  axis: 'Due by, and when it was said',
  hollow: 'A hollow mark is a move that is not agreed.',
  cross: 'A cross is a date without a latest day.',
  first: 'first on record',
  notAgreed: 'Not agreed',
  heads: {
    ...{ said: 'Date said', from: 'From', to: 'To', days: 'How far', who: 'Said by' },
    ...{ askedBy: 'Who asked', why: 'Why', agreed: 'Agreed' },
  },
};

/** How a due date drifted, for a template: in a sentence, drawn where there is something to draw, and as a table. */
export interface DriftShown {
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  readonly axis: string;
  /** None where fewer than two dates have a latest day. */
  readonly drawings: readonly DriftDrawing[];
  /** What the marks mean, where they differ. */
  readonly marks: string;
  readonly heads: DriftWords['heads'];
  readonly rows: readonly DriftRow[];
}

export interface DriftRow extends Readonly<Record<DriftColumn, string>> {
  readonly id: string;
  /** Whether it is a move that nobody has agreed. */
  readonly open: boolean;
  /** Its place in the ledger. */
  readonly index: number;
}

/**
 * The drift of a date, as on a day. `counts` says which dates took the place of the one before: all of them,
 * unless a slice counts a move only when it is agreed.
 */
export function driftShown<T extends DateInDrift>(
  drift: Drift<T>,
  asOf: string,
  { title, summary = driftInWords(drift), ...words }: DriftWords,
  counts: (date: T) => boolean = () => true,
): DriftShown {
  const points = drift.dates.map((one) => ({
    ...{ said: one.effectiveOn, due: one.latest, firm: one.from === null || one.agreed !== null },
    aside: !counts(one),
  }));
  const drawn = points.filter(({ due }) => due !== null).length > 1;
  const marks = [
    ...(points.some(({ firm }) => !firm) ? [words.hollow] : []),
    ...(points.some(({ due }) => due === null) ? [words.cross] : []),
  ];
  return {
    ...{ key: drift.key, title, summary, axis: words.axis, heads: words.heads },
    drawings: drawn ? drawDrift(points, asOf) : [],
    marks: marks.join(' '),
    rows: drift.dates.map((one) => rowOf(one, words)),
  };
}

/**
 * One sentence: the date first on record, the one that stands, how often and how far it moved. It takes every
 * date for one that counted.
 */
export function driftInWords({ dates, slipDays, noDateGiven }: Drift): string {
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return noDateGiven ? 'It was said that no date is given.' : 'No date is on record.';
  const began = `${expectedInWords(first)} was the first date on record, said ${saidOn(first)}`;
  if (first === last) return `${began}; it has not moved.`;
  const moves = dates.slice(1);
  const open = moves.filter(({ agreed }) => agreed === null).length;
  const agreed = open === 0 ? 'agreed' : open === moves.length ? 'not agreed' : `${open} not agreed`;
  const far = slipDays === null ? '' : `, ${slipInWords(slipDays)} in all`;
  return `${began}; now it is ${expectedInWords(last)}: ${counted(moves.length, 'move')} (${agreed})${far}.`;
}

function saidOn({ effectiveOn, precision }: SaidThen): string {
  return `${precision === 'month' ? 'in' : 'on'} ${longDate(effectiveOn, precision)}`;
}

function rowOf(one: DateInDrift, words: Pick<DriftWords, 'first' | 'notAgreed'>): DriftRow {
  const first = one.from === null;
  const asked = one.askedBy ? nameOf(one.askedBy) : 'not given';
  const why = one.reasonErased ? 'erased' : (one.reason ?? 'not given');
  const agreed = one.agreed
    ? `agreed by ${nameOf(one.agreed.for ?? one.agreed.by.body)}, ${longDate(one.agreed.effectiveOn, one.agreed.precision)}`
    : words.notAgreed;
  return {
    id: one.id,
    said: longDate(one.effectiveOn, one.precision),
    who: whoWrote(one),
    from: first ? words.first : expectedInWords({ anticipated: one.from }),
    to: expectedWithDay(one),
    days: first ? '' : one.days === null ? 'not known' : slipInWords(one.days),
    askedBy: first ? '' : asked,
    why: first ? '' : why,
    agreed: first ? '' : agreed,
    open: !first && one.agreed === null,
    index: one.index,
  };
}
