import { breakdownInWords, periodInWords, withUnit } from '@daybook/notation';
import { inWords, nameOf } from '@daybook/pages';

import { STATUSES, type Frequency, type Kind, type Status, type Unit } from '../codes';

export { breakdownInWords, periodInWords };

/** A kind as a word, and what it means. */
export const KIND_WORDS: Readonly<Record<Kind, { readonly word: string; readonly meaning: string }>> = {
  'first-release': { word: 'First release', meaning: 'The first value on record for this period.' },
  confirmed: { word: 'Confirmed', meaning: 'A later paper gave the same value.' },
  revised: { word: 'Revised', meaning: 'Changed as planned, because more data arrived.' },
  corrected: { word: 'Corrected', meaning: 'Changed because an error was found.' },
  restated: { word: 'Restated', meaning: 'Issued again because the definition changed.' },
  withdrawn: { word: 'Withdrawn', meaning: 'Taken back; no value stands.' },
  unexplained: { word: 'Unexplained change', meaning: 'A different value, and nobody has said why.' },
  contradicts: {
    word: 'Contradicts its own paper',
    meaning: 'One paper gives two values for this figure, at two places.',
  },
  missing: { word: 'Missing', meaning: 'Reported without a value.' },
  'entered-wrongly': {
    word: 'Entered wrongly',
    meaning: 'A slip of the pen in this ledger, not a change of the figure.',
  },
};

/** How often a measure is taken. */
export const HOW_OFTEN: Readonly<Record<Frequency, string>> = {
  day: 'daily',
  month: 'monthly',
  quarter: 'quarterly',
  year: 'yearly',
  'financial-year': 'financial years',
  'rolling-12-months': 'rolling 12 months',
  irregular: 'irregularly',
};

/** What of a figure's value is said in words. */
export interface ValueSaid {
  readonly value: string | null;
  readonly status: Status;
  readonly kind?: Kind;
  readonly withheldBy: string | null;
}

/** "13,524", "70 or more"; without a value, why there is none. */
export function valueInWords({ value, status, kind, withheldBy }: ValueSaid): string {
  if (value !== null) return inWords(value);
  if (kind === 'withdrawn') return 'withdrawn';
  if (withheldBy) return `withheld by ${nameOf(withheldBy)}`;
  return STATUSES[status].meaning.toLowerCase();
}

/** The same with its unit: "£1,200", "85.0%", "31 seconds". */
export function valueWithUnit(said: ValueSaid, unit: Unit | null): string {
  return said.value === null ? valueInWords(said) : withUnit(said.value, unit);
}

/** A figure as its page heads it: "Robberies, sex: male, July 2022". */
export function figureHeading(
  { breakdown, period }: { readonly breakdown: string; readonly period: string },
  title: string,
): string {
  const parts = [title, breakdownInWords(breakdown), periodInWords(period)];
  return parts.filter((part) => part !== '').join(', ');
}

/** The statuses and kinds that a page uses, each with its meaning, for the key below its table. */
export function keyOf(items: readonly { readonly status: Status; readonly kind: Kind }[]): {
  statuses: { code: Status; meaning: string }[];
  kinds: { kind: Kind; word: string; meaning: string }[];
} {
  const statuses = [...new Set(items.map((i) => i.status))].sort();
  const kinds = [...new Set(items.map((i) => i.kind))].sort();
  return {
    statuses: statuses.map((code) => ({ code, meaning: STATUSES[code].meaning })),
    kinds: kinds.map((kind) => ({ kind, ...KIND_WORDS[kind] })),
  };
}

/** Where a figure has its page. */
export function figurePath(figure: {
  area: string;
  measure: string;
  period: string;
  breakdown: string;
}): string {
  const path = `/${figure.area}/figures/${figure.measure}/${figure.period}`;
  return figure.breakdown === ''
    ? path
    : `${path}?${new URLSearchParams({ breakdown: figure.breakdown }).toString()}`;
}
