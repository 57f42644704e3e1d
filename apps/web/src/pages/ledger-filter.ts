import { dateFields, fieldsOf, readDate, roleInWords, type DateFields, typeInWords } from '@daybook/pages';
import type { EventFilter } from '@daybook/runtime';

/** Which records the ledger browser lists, and from where on: what its address says, and nothing more. */
export interface LedgerAsked {
  readonly filter: EventFilter;
  readonly oldestFirst: boolean;
  /** The record that the page begins with; the first or the last of all where absent. */
  readonly from?: number;
}

type Query = Readonly<Record<string, string>>;

const FILTERS = ['stream', 'type', 'role', 'paper', 'about', 'by'] as const;
const PLACE = /^\d{1,15}$/;

export function askedBy(query: Query): LedgerAsked {
  const given = FILTERS.flatMap((name) => (query[name] ? [[name, query[name].trim()] as const] : []));
  const filter: EventFilter = {
    ...(Object.fromEntries(given) as EventFilter),
    ...(query.date && { effectiveOn: query.date }),
  };
  const from = PLACE.test(query.from ?? '') ? { from: Number(query.from) } : {};
  return { filter, oldestFirst: query.order === 'oldest', ...from };
}

/** The query of the ledger's address that asks for this; the place of the page kept, moved or left out. */
export function queryOf({ filter, oldestFirst, from }: LedgerAsked): Record<string, string | undefined> {
  const { effectiveOn, ...rest } = filter;
  return {
    ...rest,
    date: effectiveOn,
    order: oldestFirst ? 'oldest' : undefined,
    from: from === undefined ? undefined : String(from),
  };
}

/** The same by the API: its parameters but for the basis. */
export function apiQueryOf({ filter, oldestFirst }: LedgerAsked): Record<string, string | undefined> {
  const { effectiveOn, ...rest } = filter;
  return { ...rest, date: effectiveOn, order: oldestFirst ? undefined : 'newest' };
}

/** What of an address only a filled-in form has: the three fields of the date. */
export function typedDate(query: Query): { readonly fields: DateFields; readonly date?: string } | undefined {
  if (!('date-day' in query)) return undefined;
  const fields = dateFields(query, 'date');
  const date = readDate(fields);
  return { fields, ...(date && { date }) };
}

export function fieldsOfDate({ filter }: LedgerAsked): DateFields {
  return fieldsOf(filter.effectiveOn ?? '');
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

/** The values to choose from, with the one that is chosen even where nothing has it. */
export function choicesOf(
  values: readonly string[],
  chosen: string | undefined,
  whatever: string,
  words: (value: string) => string = (value) => value,
): Choice[] {
  const all = chosen && !values.includes(chosen) ? [chosen, ...values] : values;
  const choices = all.map((value) => ({ value, text: words(value) }));
  return [{ value: '', text: whatever }, ...choices.sort((a, b) => a.text.localeCompare(b.text, 'en-GB'))];
}

export const inWords = {
  /** "Figure corrected (figures)": two slices may use the same words. */
  type: (type: string): string => `${typeInWords(type)} (${type.split('.', 1)[0] ?? ''})`,
  role: (role: string): string => {
    const words = roleInWords(role);
    return words.charAt(0).toUpperCase() + words.slice(1);
  },
};
