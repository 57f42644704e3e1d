import {
  DRIFT_WORDS,
  driftShown,
  expectedInWords,
  slipInWords,
  type DateInDrift,
  type DriftShown,
} from '@daybook/due-dates';
import { counted, longDate, nameIn, whoWrote, type Names } from '@daybook/pages';
import type { CommitmentInFull } from './commitment.query';
import type { DateOutcome, DueItem } from './commitment-in-full';

/** Outcomes of dates that took the place of the one before. */
const STOOD: readonly DateOutcome[] = ['first', 'agreed', 'not-given'];

/** How a commitment's date moved: a date that is only asked for is beside the line, and counts for nothing yet. */
export function driftOf(item: CommitmentInFull<unknown>, asOf: string, names: Names): DriftShown {
  const dates = item.dates.map((one) => ({ ...asDate(one), outcome: one.outcome }));
  const drift = { key: item.id, dates, slipDays: item.slipDays, noDateGiven: true };
  const words = {
    ...{ ...DRIFT_WORDS, title: 'How its date moved', summary: driftInWords(item) },
    hollow: 'A hollow mark is a date that nobody is on record to have agreed.',
    heads: { ...DRIFT_WORDS.heads, agreed: 'Answer' },
  };
  const shown = driftShown(drift, asOf, words, ({ outcome }) => STOOD.includes(outcome));
  return {
    ...shown,
    rows: shown.rows.map((row, i) => {
      const one = item.dates[i];
      if (!one) return row;
      const asked = one.outcome === 'first' ? '' : one.askedBy ? nameIn(names, one.askedBy) : 'not given';
      const answer = { agreed: answerInWords(one, names), open: one.outcome === 'pending' };
      return { ...row, who: whoWrote(one, names), askedBy: asked, ...answer };
    }),
  };
}

function asDate({ due, outcome, answered, from, ...one }: DueItem): DateInDrift {
  return {
    ...{ ...one, anticipated: due },
    from: outcome === 'first' ? null : (from ?? expectedInWords({ anticipated: null })),
    agreed: outcome === 'agreed' ? answered : null,
  };
}

function answerInWords({ outcome, answered }: DueItem, names: Names): string {
  const by = answered
    ? ` by ${nameIn(names, answered.for ?? answered.by.body)}, ${longDate(answered.effectiveOn, answered.precision)}`
    : '';
  switch (outcome) {
    case 'first':
      return '';
    case 'agreed':
      return `agreed${by}`;
    case 'refused':
      return `refused${by}`;
    case 'not-given':
      return 'whether it was agreed: not given';
    case 'pending':
      return 'No answer yet';
    case 'overtaken':
      return 'no answer; another date was asked for';
    default: {
      const never: never = outcome;
      throw new Error(`Unknown outcome ${String(never)}`);
    }
  }
}

/** One sentence: the date first on record, the one that stands, how often and how far it moved, what is asked. */
export function driftInWords({
  dates,
  originalDue,
  due,
  moves,
  slipDays,
  pendingMove,
}: CommitmentInFull<unknown>): string {
  const asked = pendingMove
    ? ` ${expectedInWords({ anticipated: pendingMove })} is asked for, and has no answer yet.`
    : '';
  const first = dates.find(({ outcome }) => STOOD.includes(outcome));
  if (!first) return `No date was given.${asked}`;
  const said = `${first.precision === 'month' ? 'in' : 'on'} ${longDate(first.effectiveOn, first.precision)}`;
  const began = `${expectedInWords({ anticipated: originalDue })} was the first date on record, said ${said}`;
  if (moves === 0) return `${began}; it has not moved.${asked}`;
  const far = slipDays === null ? '' : `, ${slipInWords(slipDays)} in all`;
  const now = expectedInWords({ anticipated: due });
  return `${began}; now it is ${now}: ${counted(moves, 'move')}${far}.${asked}`;
}
