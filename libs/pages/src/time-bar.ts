import { ukDate } from '@daybook/ledger';
import { positionQuery, withQuery, type PagePosition, type Visit } from './page';
import { dayOf, longDate } from './wording/dates';
import { counted } from './wording/numbers';
import { fieldsOf, isEmpty, type DateFields } from './date-fields';

/** What was wrong with the date asked for, and what was typed. */
export interface TimeProblem {
  readonly message: string;
  readonly fields: DateFields;
}

/** Facts about the ledger that the bar's words need besides the position. */
export interface LedgerFacts {
  /** The ledger size at the end of the UK day `asOf`. */
  readonly knownThen: number;
  /** When the ledger's first record was made; undefined where it is empty. */
  readonly firstRecordedAt?: string;
}

/** The time bar in words and links. */
export interface TimeBar {
  readonly past: boolean;
  /** The position as a sentence without its full stop. */
  readonly words: string;
  /** The position for a title; undefined now. */
  readonly title?: string;
  /** The other reading of the same date. */
  readonly other?: { readonly words: string; readonly href: string };
  /** What of the ledger was not used, or that it had nothing yet. */
  readonly notes: readonly string[];
  readonly now: string;
  readonly form: {
    readonly action: string;
    readonly kept: Readonly<Record<string, string>>;
    readonly fields: DateFields;
  };
  readonly problem?: TimeProblem;
}

const EVERYTHING_SINCE = 'using everything recorded since';
const AS_KNOWN = 'as this ledger knew it on that day';

/**
 * Says a position in words. Now: "Position today, using everything recorded." `sizes` are the parts of the
 * query that name further ledger sizes; the other reading of the date leaves them out.
 */
export function timeBar(
  visit: Visit,
  position: PagePosition,
  facts: LedgerFacts,
  problem?: TimeProblem,
  sizes: readonly string[] = [],
): TimeBar {
  const { asOf, basis, today, latest } = position;
  const here = (asked: { asOf?: string; basis?: string }, without: readonly string[] = []): string => {
    const left = Object.fromEntries(without.map((name) => [name, undefined]));
    return withQuery(visit.path, { ...visit.query, ...left, ...positionQuery(asked) });
  };
  const past = asOf < today || basis < latest;
  const form = {
    action: visit.path,
    kept: visit.query,
    fields:
      problem && !isEmpty(problem.fields)
        ? problem.fields
        : past
          ? fieldsOf(asOf)
          : { day: '', month: '', year: '' },
  };
  const common = { now: here({}), form, notes: notesOf(position, facts), ...(problem && { problem }) };
  if (!past) return { ...common, past, words: 'Position today, using everything recorded' };
  const reading = readingOf(position, facts);
  const day = asOf === today ? 'today' : `on ${longDate(asOf)}`;
  const other = otherReading(position, facts, (asked) => here(asked, sizes));
  return {
    ...common,
    past,
    words: `The position ${day}, ${reading}`,
    title: `position ${day}, ${reading}`,
    ...(other && { other }),
  };
}

function readingOf({ asOf, basis, today, latest }: PagePosition, { knownThen }: LedgerFacts): string {
  if (basis === latest) return EVERYTHING_SINCE;
  if (basis === knownThen && asOf < today) return AS_KNOWN;
  return `using the first ${counted(basis, 'record')} of this ledger alone`;
}

function otherReading(
  { asOf, basis, today, latest }: PagePosition,
  { knownThen }: LedgerFacts,
  here: (asked: { asOf?: string; basis?: string }) => string,
): TimeBar['other'] {
  if (asOf === today) return undefined;
  if (basis === latest && knownThen < latest)
    return {
      words: `See the position on ${longDate(asOf)} ${AS_KNOWN}`,
      href: here({ asOf, basis: String(knownThen) }),
    };
  if (basis < latest)
    return { words: `See the position on ${longDate(asOf)}, ${EVERYTHING_SINCE}`, href: here({ asOf }) };
  return undefined;
}

function notesOf({ asOf, basis, latest, roundedFrom }: PagePosition, facts: LedgerFacts): string[] {
  const notes: string[] = [];
  if (basis === 0 && latest > 0 && facts.firstRecordedAt)
    notes.push(
      `This ledger had nothing in it then. Its first record was made on ${dayOf(facts.firstRecordedAt)}.`,
    );
  else if (basis < latest)
    notes.push(`${counted(latest - basis, 'later record')} of ${counted(latest, 'record')} not used.`);
  else if (facts.knownThen < latest && asOf < dayIso(facts))
    notes.push(
      `Everything here was entered later: this ledger was begun on ${dayOf(facts.firstRecordedAt ?? '')}.`,
    );
  if (roundedFrom !== undefined)
    notes.push(
      `You asked for ${counted(roundedFrom, 'record')}: inside a return, and half of one is never shown.`,
    );
  return notes;
}

/** The UK day of the first record, to compare with the day asked for. */
function dayIso({ firstRecordedAt }: LedgerFacts): string {
  return firstRecordedAt === undefined ? '' : ukDate(new Date(firstRecordedAt));
}
