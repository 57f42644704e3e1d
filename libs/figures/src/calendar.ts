import { daysAfter } from '@daybook/ledger';
import { parsePeriod, type Period } from './period';

/** How often something can be expected: the frequencies that have a next period. */
export const EXPECTED_FREQUENCIES = [
  'day',
  'month',
  'quarter',
  'year',
  'financial-year',
  'rolling-12-months',
] as const;
export type ExpectedFrequency = (typeof EXPECTED_FREQUENCIES)[number];

/** Of each frequency in months: how long a period is, how far it is to the next, and in which months one ends. */
const IN_MONTHS: Readonly<
  Record<
    Exclude<ExpectedFrequency, 'day'>,
    { length: number; step: number; ends: (month: number) => boolean }
  >
> = {
  month: { length: 1, step: 1, ends: () => true },
  quarter: { length: 3, step: 3, ends: (month) => month % 3 === 0 },
  year: { length: 12, step: 12, ends: (month) => month === 12 },
  'financial-year': { length: 12, step: 12, ends: (month) => month === 3 },
  'rolling-12-months': { length: 12, step: 1, ends: () => true },
};

/** A period that has an end. */
export interface Ended extends Period {
  readonly end: string;
}

/** The period that a text names, where it is one of the frequency; undefined for any other. */
export function periodOf(frequency: ExpectedFrequency, text: string): Ended | undefined {
  const found = parsePeriod(text);
  if (!found?.end) return undefined;
  const ended = { ...found, end: found.end };
  if (frequency === 'day') return found.start === found.end ? ended : undefined;
  const { length, ends } = IN_MONTHS[frequency];
  const monthly = rolling(length, found.end.slice(0, 7));
  return monthly?.canonical === found.canonical && ends(Number(found.end.slice(5, 7))) ? ended : undefined;
}

/** The period after one of the frequency. */
export function periodAfter(frequency: ExpectedFrequency, { end }: Ended): Ended | undefined {
  if (frequency === 'day') return periodOf('day', daysAfter(end, 1));
  const { length, step } = IN_MONTHS[frequency];
  const [year = 0, month = 0] = end.split('-').map(Number);
  const months = year * 12 + month - 1 + step;
  const next = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
  return rolling(length, next);
}

/** So many whole months to the end of one. */
function rolling(months: number, lastMonth: string): Ended | undefined {
  const found = parsePeriod(`R${months}-${lastMonth}`);
  return found?.end ? { ...found, end: found.end } : undefined;
}

/** What a calendar asks for: a period of each, so many days after its end, from a first period to a last. */
export type CalendarContent = {
  readonly frequency: ExpectedFrequency;
  readonly daysAfter: number;
  readonly from: string;
  readonly until: string | null;
};

/** A calendar as it was set. */
export interface Calendar extends CalendarContent {
  readonly id: string;
  readonly order: number;
  readonly effectiveOn: string;
}

/** A period that is expected, and by when. */
export interface DuePeriod {
  readonly period: Ended;
  readonly due: string;
  readonly calendar: Calendar;
}

/**
 * The periods that calendars of one measure ask for, as at a day: those that have fallen due, those that came
 * before they were due, and the next one due.
 *
 * A calendar holds from its effective date until the next one's. What had fallen due by then keeps its due
 * date for ever; everything else is due as the newer calendar says. Of two of one date the later recorded
 * holds.
 */
export function periodsDue(
  calendars: readonly Calendar[],
  asOf: string,
  hasCome: (period: string) => boolean,
): readonly DuePeriod[] {
  const found = new Map<string, DuePeriod>();
  const held = inForce(calendars);
  for (const [i, calendar] of held.entries()) {
    const replacedOn = held[i + 1]?.effectiveOn;
    for (const one of periodsOf(calendar)) {
      const known = found.has(one.period.canonical);
      if (replacedOn !== undefined && one.due >= replacedOn) break;
      if (!known) found.set(one.period.canonical, one);
      if (!known && one.due > asOf && !hasCome(one.period.canonical)) break;
    }
  }
  return [...found.values()];
}

/** Those that held, in order of date: of one date, the last. */
function inForce(calendars: readonly Calendar[]): readonly Calendar[] {
  const sorted = [...calendars].sort((a, b) =>
    a.effectiveOn === b.effectiveOn ? a.order - b.order : a.effectiveOn < b.effectiveOn ? -1 : 1,
  );
  return sorted.filter(({ effectiveOn }, i) => sorted[i + 1]?.effectiveOn !== effectiveOn);
}

function* periodsOf(calendar: Calendar): Generator<DuePeriod> {
  const { frequency, from, until } = calendar;
  const last = until === null ? undefined : periodOf(frequency, until);
  let period = periodOf(frequency, from);
  while (period && (!last || period.end <= last.end)) {
    yield { period, due: daysAfter(period.end, calendar.daysAfter), calendar };
    period = periodAfter(frequency, period);
  }
}

/** How many periods end from the first one of a calendar up to a day, counted no further than a limit. */
export function periodsUpTo(content: CalendarContent, day: string, limit: number): number {
  let count = 0;
  for (const { period } of periodsOf({ ...content, id: '', order: 0, effectiveOn: day })) {
    if (period.end > day || count >= limit) break;
    count += 1;
  }
  return count;
}
