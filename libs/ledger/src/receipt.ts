import type { Recorded } from './record';
import type { Refusal } from './refusal';

/**
 * What was recorded, and is on disk, though its place in the ledger is not known yet: the same command again
 * gives the receipt, once it is.
 */
export interface Acknowledgement {
  readonly commandId: string;
  readonly stream: string;
  /** The stream's revision after this commit. */
  readonly revision: number;
  readonly events: readonly string[];
}

/** Proof of what was recorded. The same command again gives the same receipt. */
export interface Receipt extends Acknowledgement {
  readonly indexes: readonly number[];
  /** The ledger size at the end of this commit: pass it as `basis` to see the position that it made. */
  readonly ledgerSize: number;
}

/**
 * Accepted, and not recorded: it waits as a draft, on disk, until a second person approves it. The same
 * command again gives the same, and the receipt once it is on record.
 */
export interface Held {
  readonly commandId: string;
  /** The draft's id, which is the command's. */
  readonly draft: string;
}

/** A draft was given up: it never was in the ledger, and its texts are erased. */
export interface GivenUp {
  readonly commandId: string;
  readonly draft: string;
  readonly ended: 'rejected' | 'withdrawn';
}

/** What a command did that was not refused. */
export type Done = Receipt | Acknowledgement | Held | GivenUp;

/** What comes of a command. The embedded store always knows the place of what it recorded: a receipt. */
export type Outcome = Done | Refusal;

export function isHeld(outcome: Outcome): outcome is Held {
  return 'draft' in outcome && !('ended' in outcome);
}

export function isGivenUp(outcome: Outcome): outcome is GivenUp {
  return 'ended' in outcome;
}

export function isReceipt(outcome: Outcome): outcome is Receipt {
  return 'ledgerSize' in outcome;
}

export function heldAs(id: string): Held {
  return { commandId: id, draft: id };
}

export function acknowledgementFor(records: readonly Recorded[]): Acknowledgement {
  const last = records.at(-1);
  if (!last) throw new Error('A receipt is made of at least one record.');
  const { command, stream, revision } = last;
  return { commandId: command.id, stream, revision, events: records.map(({ id }) => id) };
}

export function receiptFor(entries: readonly { index: number; record: Recorded }[]): Receipt {
  const indexes = entries.map(({ index }) => index);
  const ledgerSize = (indexes.at(-1) ?? -1) + 1;
  return { ...acknowledgementFor(entries.map(({ record }) => record)), indexes, ledgerSize };
}
