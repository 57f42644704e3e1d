import type { Expected } from '@daybook/due-dates';
import type { FreeText, Problem } from '@daybook/ledger';
import type { FileSent, Sourced } from '@daybook/provenance';
import type { FindingAct } from '../inspections.events';

/** What one line of a tracker says of one finding, its texts sealed. */
export interface TrackerLine {
  readonly finding: string;
  readonly addressee?: string | null;
  readonly anticipated?: string | null;
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly reason?: FreeText;
  readonly askedBy?: string | null;
  readonly progress?: FreeText;
  readonly taken?: FreeText;
  readonly planned?: FreeText;
  readonly claim?: 'yes' | '' | null;
  readonly evidence?: FreeText;
  readonly effectiveOn?: string | null;
}

/** A tracker on its way to the book: what is said once, and its lines. */
export interface Tracker extends Sourced {
  readonly lines: readonly TrackerLine[];
  /** The file that the lines were read from, where they were. */
  readonly file?: FileSent | null;
}

/** What comes of a part of a line: an act, or nothing where it says what is on record already. */
export const LINE_ACTS = ['date-given', 'date-moved', 'progress', 'claim'] as const;
export type LineAct = (typeof LINE_ACTS)[number];

/** What becomes of a line: the acts that it is, or everything that is wrong with it. */
export interface LineDrafted {
  readonly acts: readonly LineAct[];
  readonly events: readonly FindingAct[];
  readonly problems: readonly Problem[];
  /** Whom it concerns; null where that cannot be said. */
  readonly addressee: string | null;
  /** The day of what it says; null where it is none. */
  readonly effectiveOn: string | null;
  /** The date that stood on that day, before the line, and the one that the line gives. */
  readonly stood: Expected | null;
  readonly given: Expected | null;
  /** From the latest day of the one to that of the other; null where either has none. */
  readonly days: number | null;
}
