/** What the process ends with; scripts decide by it. 69 and 70 are those of sysexits(3). */
export const EXIT = {
  ok: 0,
  /** A rule said no. Nothing was written. */
  refused: 1,
  /** The command line itself cannot be read. */
  usage: 2,
  /** Not on record, at that position or at all. */
  notFound: 3,
  /** Accepted, and not on record yet: it waits for a second person. */
  held: 4,
  /** Another process has the data directory, or the server does not answer; the same may succeed later. */
  unavailable: 69,
  /** A fault of Daybook's own. */
  internal: 70,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** The command line cannot be read: what is wrong with it, in a sentence. */
export class UsageError extends Error {}

/**
 * Ends the process with that code once everything printed has been written; the answer itself is printed
 * already.
 */
export class EndsWith extends Error {
  constructor(readonly exit: Exit) {
    super(`Ends with ${exit}.`);
  }
}
