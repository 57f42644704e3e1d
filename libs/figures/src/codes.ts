export { UNITS, type Unit } from '@daybook/notation';

export const FREQUENCIES = [
  'day',
  'month',
  'quarter',
  'year',
  'financial-year',
  'rolling-12-months',
  'irregular',
] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** Whether more is better. `neither` unless the owner says so: fewer reports is not good or bad in itself. */
export const POLARITIES = ['neither', 'higher-is-better', 'lower-is-better'] as const;
export type Polarity = (typeof POLARITIES)[number];

/**
 * What a comparator measure is to the one it is compared with. Targets may be set before their period ends.
 */
export const COMPARATORS = ['national', 'target', 'benchmark', 'other'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/**
 * Observation statuses: the SDMX code list CL_OBS_STATUS, version 2.2. `missing` codes go with no value.
 * "Revised" is not among them: a revision is an event between two vintages.
 */
export const STATUSES = {
  A: { meaning: 'Normal value', missing: false },
  B: { meaning: 'Time series break', missing: false },
  D: { meaning: 'Definition differs', missing: false },
  E: { meaning: 'Estimated value', missing: false },
  F: { meaning: 'Forecast value', missing: false },
  G: { meaning: 'Experimental value', missing: false },
  H: { meaning: 'Missing value: holiday or weekend', missing: true },
  I: { meaning: 'Value imputed', missing: false },
  J: { meaning: 'Derogation', missing: true },
  K: { meaning: 'Data included in another category', missing: true },
  L: { meaning: 'Missing value: exists but was not collected', missing: true },
  M: { meaning: 'Missing value: cannot exist', missing: true },
  N: { meaning: 'Not significant', missing: false },
  O: { meaning: 'Missing value', missing: true },
  P: { meaning: 'Provisional value', missing: false },
  Q: { meaning: 'Missing value: suppressed', missing: true },
  S: { meaning: 'Strike or other special event', missing: false },
  U: { meaning: 'Low reliability', missing: false },
  V: { meaning: 'Unvalidated value', missing: false },
  W: { meaning: 'Includes data from another category', missing: false },
} as const;
export type Status = keyof typeof STATUSES;
export const NORMAL: Status = 'A';
export const MISSING: Status = 'O';
export const SUPPRESSED: Status = 'Q';
export const FORECAST: Status = 'F';

/** What a line may declare; nothing declared is a report. */
export const DECLARATIONS = [
  'report',
  'revised',
  'corrected',
  'restated',
  'withdrawn',
  'unexplained',
] as const;
export type Declaration = (typeof DECLARATIONS)[number];

/** What the fold makes of an entry at a position. */
export const KINDS = [
  'first-release',
  'confirmed',
  'revised',
  'corrected',
  'restated',
  'withdrawn',
  'unexplained',
  'contradicts',
  'missing',
  'entered-wrongly',
] as const;
export type Kind = (typeof KINDS)[number];

/** How large an error was, as the one who corrects it says. */
export const SEVERITIES = ['minor', 'substantial'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Null where none is named, or one that is none. */
export function severityIn(text: string | null | undefined): Severity | null {
  return SEVERITIES.find((s) => s === text) ?? null;
}

export function isStatus(text: string): text is Status {
  return Object.hasOwn(STATUSES, text);
}
