import type { Actor, FreeText } from '../record';
import type { SealedCommand } from '../sealing/seal-command';

/** What came of a draft: who ended it, when, and why it was refused, where that was said. */
export interface DraftEnding {
  readonly how: 'approved' | 'rejected' | 'withdrawn';
  readonly by: Actor;
  readonly at: string;
  readonly reason: FreeText;
}

/** That a draft was sent to be appended: by whom it was approved, when, and after which revision. */
export interface DraftBegun {
  readonly by: Actor;
  readonly at: string;
  readonly revision: number;
}

/**
 * A command that was accepted and waits for a second person. It is not on record: nothing of it is in the
 * ledger, and its free texts are sealed.
 */
export interface Draft extends Omit<SealedCommand, 'body'> {
  /** The stream that it is to be appended to. */
  readonly stream: string;
  /** When it was kept, RFC 3339 in UTC. */
  readonly heldAt: string;
  /** What is to be recorded, sealed; null once the draft has ended. */
  readonly body: object | null;
  /** The last append of it that may have been written; null where there was none, or it surely was not. */
  readonly begun: DraftBegun | null;
  readonly ending: DraftEnding | null;
}

/** Where drafts rest: outside the ledger, so that one that is never approved leaves no trace in it. */
export abstract class Drafts {
  /** Keeps a draft, and flushes it before it resolves. What stands under its id already is left as it is. */
  abstract keep(draft: Draft): Promise<void>;
  abstract find(id: string): Promise<Draft | undefined>;
  /** The drafts for a stream: those that wait, first kept first, and then those that ended, last kept first. */
  abstract list(stream: string): Promise<readonly Draft[]>;
  /** The drafts of all streams that wait. */
  abstract waiting(): Promise<readonly Draft[]>;
  /** Notes, flushed before it resolves, that a draft is about to be appended; null where it surely was not. */
  abstract note(id: string, begun: DraftBegun | null): Promise<void>;
  /**
   * Ends a draft and destroys its body, flushed before it resolves; what has ended stays as it ended. The ids
   * of its keys are kept until `cleared`: were the process to die in between, they can still be erased.
   */
  abstract end(id: string, ending: DraftEnding): Promise<void>;
  /** Drafts that were given up, and whose keys may not all be erased yet. */
  abstract uncleared(): Promise<readonly Draft[]>;
  /** Says that the keys of a draft that was given up are erased. */
  abstract cleared(id: string): Promise<void>;
  abstract close(): Promise<void>;
}
