import { isInspectorate } from '@daybook/identity';
import { daysAfter, daysBetween, isDate } from '@daybook/ledger';
import type { InspectionKind } from './codes';

/*
 * The clock of section 55, Police Act 1996, as amended from 2 May 2017: the local policing body publishes its
 * comments on an inspectorate's report relating to its force within 56 days, the day of publication being the
 * first. Dates are UK calendar dates; weekends and holidays count like other days.
 */

export const DAYS_TO_RESPOND = 56;
/** Reports published before this day have no clock. */
export const FIRST_DAY_OF_THE_LAW = '2017-05-02';
const REPORTS: readonly InspectionKind[] = ['force', 'national', 'thematic'];

/** Why there is no clock. */
export const WHY_NO_CLOCK = [
  /** It is an audit, a complaint or a notice: it keeps the date that it sets. */
  'sets-its-own-date',
  /** It was published by a body that is no inspectorate of police forces. */
  'not-an-inspectorate',
  'does-not-relate-to-force',
  /** The day of publication is not known: only its month, or nothing. */
  'day-not-known',
  /** It was published before 2 May 2017. */
  'before-the-law',
  /** On the day that is asked about. */
  'not-published-yet',
] as const;
export type WhyNoClock = (typeof WHY_NO_CLOCK)[number];

export const CLOCK_STATUSES = ['running', 'met', 'late', 'none-recorded', 'not-applicable'] as const;

/** What decides whether a report has a clock. */
export interface ClockedReport {
  readonly kind: InspectionKind;
  readonly inspectorate: string;
  readonly relatesToForce: boolean;
  /** A day, a month, or null where it is not known. */
  readonly publishedOn: string | null;
}

/** Where the clock stands on a day. Days are counted from 1, the day of publication. */
export type Clock =
  | { readonly status: 'not-applicable'; readonly day: null; readonly dueOn: null; readonly why: WhyNoClock }
  | { readonly status: 'running' | 'met'; readonly day: number; readonly dueOn: string }
  | {
      readonly status: 'late';
      readonly day: number;
      readonly dueOn: string;
      readonly daysLate: number;
    }
  /** Nothing is recorded here: which is not to say that nothing was done. */
  | {
      readonly status: 'none-recorded';
      readonly day: number;
      readonly dueOn: string;
      readonly daysPast: number;
    };

/** The number of a day on a clock that began on the day of publication. */
export function dayNumber(publishedOn: string, day: string): number {
  return daysBetween(publishedOn, day) + 1;
}

export function lastDay(publishedOn: string): string {
  return daysAfter(publishedOn, DAYS_TO_RESPOND - 1);
}

/** Where the clock of a report stands on a day; `respondedOn`: the day of the first response by then. */
export function clockOn(report: ClockedReport, asOf: string, respondedOn: string | null): Clock {
  const why = whyNoClock(report, asOf);
  const { publishedOn } = report;
  if (why || publishedOn === null)
    return { status: 'not-applicable', day: null, dueOn: null, why: why ?? 'day-not-known' };
  const dueOn = lastDay(publishedOn);
  const day = dayNumber(publishedOn, respondedOn ?? asOf);
  const past = day - DAYS_TO_RESPOND;
  if (past <= 0) return { status: respondedOn === null ? 'running' : 'met', day, dueOn };
  return respondedOn === null
    ? { status: 'none-recorded', day, dueOn, daysPast: past }
    : { status: 'late', day, dueOn, daysLate: past };
}

function whyNoClock(report: ClockedReport, asOf: string): WhyNoClock | undefined {
  const { kind, inspectorate, relatesToForce, publishedOn } = report;
  if (!REPORTS.includes(kind)) return 'sets-its-own-date';
  if (!isInspectorate(inspectorate)) return 'not-an-inspectorate';
  if (!relatesToForce) return 'does-not-relate-to-force';
  // A month that was over by then is before it, whichever its day was.
  if (publishedOn !== null && publishedOn < FIRST_DAY_OF_THE_LAW.slice(0, publishedOn.length))
    return 'before-the-law';
  if (publishedOn === null || !isDate(publishedOn)) return 'day-not-known';
  return publishedOn > asOf ? 'not-published-yet' : undefined;
}
