import type { Refusal } from '@daybook/ledger';
import { readSheet, type SheetKind, type SheetRead } from '@daybook/sheets';

/** Columns of a tracker that an import reads, in the order in which files are written. */
export const TRACKER_COLUMNS = [
  'finding',
  'addressee',
  'anticipated',
  'earliest',
  'latest',
  'reason',
  'askedBy',
  'progress',
  'taken',
  'planned',
  'claim',
  'evidence',
  'effectiveOn',
] as const;
export type TrackerColumn = (typeof TRACKER_COLUMNS)[number];

/** The most lines of one tracker. */
export const MOST_LINES = 1_000;

/** What Daybook's own files of findings say besides; an import passes these columns by. */
export const TRACKER_PASSED: readonly string[] = [
  ...['id', 'status', 'area', 'inspection', 'kind', 'number', 'title', 'question', 'priority', 'group'],
  ...['originalAnticipated', 'noDateGiven', 'moves', 'slipDays', 'agreed', 'overdueDays'],
  ...['claimedOn', 'declinedOn', 'assuredOn', 'closedOn', 'endedOn', 'monthOnly', 'gapDays'],
];

/** Trackers: each line says what is new of one finding, for one addressee. */
export const TRACKER_FILE: SheetKind<TrackerColumn> = {
  slice: 'inspections',
  read: TRACKER_COLUMNS,
  passed: TRACKER_PASSED,
  needed: ['finding'],
  filled: { finding: 'the id of the finding' },
  texts: ['anticipated', 'reason', 'progress', 'taken', 'planned', 'evidence'],
  most: MOST_LINES,
  words: { one: 'finding', many: 'findings', taker: 'One tracker' },
};

export type TrackerRead = SheetRead<TrackerColumn>;

/** Reads a tracker, or says everything that is wrong with its form. */
export function readTracker(bytes: Uint8Array): TrackerRead | Refusal {
  return readSheet(TRACKER_FILE, bytes);
}
