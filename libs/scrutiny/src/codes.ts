/** What became of an item of an agenda, in the terms of minutes. */
export const OUTCOMES = ['noted', 'agreed', 'approved', 'resolved', 'deferred'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const MEETING_STATUSES = ['called', 'postponed', 'cancelled', 'held'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

export const NOTES_KINDS = ['notes', 'minutes'] as const;
export type NotesKind = (typeof NOTES_KINDS)[number];

/** What a later meeting did with the notes of an earlier one; only the first two make them agreed. */
export const NOTES_OUTCOMES = ['agreed', 'agreed-with-corrections', 'noted'] as const;
export type NotesOutcome = (typeof NOTES_OUTCOMES)[number];

export const ASKING_MODES = ['oral', 'written'] as const;
export type AskingMode = (typeof ASKING_MODES)[number];

/** How far an answer goes; `taken-away`: whoever was asked will write. */
export const EXTENTS = ['full', 'part', 'taken-away'] as const;
export type Extent = (typeof EXTENTS)[number];

export const QUESTION_STATUSES = ['open', 'part-answered', 'taken-away', 'answered', 'settled'] as const;
export type QuestionStatus = (typeof QUESTION_STATUSES)[number];

export const COMMITMENT_KINDS = ['action', 'undertaking', 'recommendation', 'target', 'duty'] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];

export const COMMITMENT_STATUSES = [
  'open',
  'claimed',
  'discharged',
  'refused',
  'withdrawn',
  'superseded',
] as const;
export type CommitmentStatus = (typeof COMMITMENT_STATUSES)[number];

/** How a target's figure is held against its value. */
export const SENSES = ['at-least', 'at-most', 'exactly'] as const;
export type Sense = (typeof SENSES)[number];

/** Whether a target is for one figure, or for the sum of those of its periods. */
export const COUNTINGS = ['yearly', 'cumulative'] as const;
export type Counting = (typeof COUNTINGS)[number];

export const DECISION_STATUSES = ['standing', 'rescinded', 'superseded'] as const;
export type DecisionStatus = (typeof DECISION_STATUSES)[number];

/** What a panel made of a decision that it reviewed. */
export const REVIEW_OUTCOMES = ['supported', 'not-supported', 'recommendations'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];
