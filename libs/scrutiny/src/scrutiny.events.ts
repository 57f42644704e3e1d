// Longer than 300 lines: every event of the slice stands in one place, as its README lists them.
import type { Fact, FreeText } from '@daybook/ledger';
import type { Expected } from '@daybook/due-dates';
import type {
  AskingMode,
  CommitmentKind,
  Counting,
  Extent,
  NotesKind,
  NotesOutcome,
  Outcome,
  ReviewOutcome,
  Sense,
} from './codes';

/** What every event of this slice says. */
interface Spoken {
  readonly area: string;
  /** The office of the acting body that spoke; null: not said. */
  readonly office: string | null;
  /** Marks what was read in a paper of another body than the one whose act it is. */
  readonly secondHand?: true;
}

/** Where something was said: at which meeting, under which item of its agenda. */
export interface Place {
  readonly meeting: string | null;
  readonly item: string | null;
}

export interface AgendaItem {
  /** Its number on the agenda: `3`, `B1`. */
  readonly item: string;
  readonly title: string;
  /** What is said under it is restricted. */
  readonly private: boolean;
  readonly papers: readonly string[];
}

type OfMeeting = Spoken & { readonly meeting: string };

export type MeetingCalled = Fact<
  'scrutiny.meeting-called',
  OfMeeting & {
    /** The board or panel that meets. */
    readonly body: string;
    readonly title: string;
    /** The UK day for which it is called. */
    readonly on: string;
    readonly time: string | null;
    readonly venue: string | null;
    readonly extraordinary: boolean;
    readonly items: readonly AgendaItem[];
  }
>;
export type AgendaChanged = Fact<
  'scrutiny.agenda-changed',
  OfMeeting & { readonly items: readonly AgendaItem[] }
>;
/** To null: no new day is fixed. */
export type MeetingPostponed = Fact<
  'scrutiny.meeting-postponed',
  OfMeeting & { readonly to: string | null; readonly reason: FreeText }
>;
export type MeetingCancelled = Fact<'scrutiny.meeting-cancelled', OfMeeting & { readonly reason: FreeText }>;
/** Who was there, by office. */
export type MeetingHeld = Fact<
  'scrutiny.meeting-held',
  OfMeeting & {
    readonly on: string;
    readonly present: readonly string[];
    readonly apologies: readonly string[];
    readonly attending: readonly string[];
  }
>;
export type ItemResolved = Fact<
  'scrutiny.item-resolved',
  OfMeeting & { readonly item: string; readonly outcome: Outcome; readonly words: FreeText }
>;
/** `notes` is the paper that they are; null: not on record. */
export type NotesPublished = Fact<
  'scrutiny.notes-published',
  OfMeeting & { readonly kind: NotesKind; readonly notes: string | null }
>;
/** What a later meeting, `at`, did with them. */
export type NotesAgreed = Fact<
  'scrutiny.notes-agreed',
  OfMeeting & {
    readonly at: string;
    readonly item: string | null;
    readonly outcome: NotesOutcome;
    readonly corrections: FreeText;
  }
>;
export type MeetingEvent =
  | MeetingCalled
  | AgendaChanged
  | MeetingPostponed
  | MeetingCancelled
  | MeetingHeld
  | ItemResolved
  | NotesPublished
  | NotesAgreed;

/** A figure as it was quoted, at one vintage. */
export interface Citation {
  /** `figure:kent/…`. */
  readonly figure: string;
  /** The event that gave the vintage quoted. */
  readonly vintage: string;
  /** As it was quoted, where that is not as it was reported; null: not said. */
  readonly value: string | null;
}

type OfQuestion = Spoken & { readonly question: string };

export type QuestionAsked = Fact<
  'scrutiny.question-asked',
  OfQuestion &
    Place & {
      readonly title: string;
      readonly words: FreeText;
      /** The body or office that is asked. */
      readonly to: string;
      readonly mode: AskingMode;
      readonly priority: string | null;
    }
>;
export type QuestionAnswered = Fact<
  'scrutiny.question-answered',
  OfQuestion &
    Place & { readonly extent: Extent; readonly answer: FreeText; readonly cites: readonly Citation[] }
>;
export type QuestionFollowedUp = Fact<
  'scrutiny.question-followed-up',
  OfQuestion & Place & { readonly title: string | null; readonly words: FreeText }
>;
export type QuestionSettled = Fact<'scrutiny.question-settled', OfQuestion & { readonly reason: FreeText }>;
export type QuestionEvent = QuestionAsked | QuestionAnswered | QuestionFollowedUp | QuestionSettled;

/** A number that was promised, of an exact measure. */
export interface Target {
  readonly measure: string;
  readonly breakdown: Readonly<Record<string, string>>;
  /** A decimal string, digits kept as they were said. */
  readonly value: string;
  readonly sense: Sense;
  readonly counting: Counting;
  /** Canonical periods; one where it is yearly. */
  readonly periods: readonly string[];
}

type OfCommitment = Spoken & { readonly commitment: string };

export type CommitmentMade = Fact<
  'scrutiny.commitment-made',
  OfCommitment &
    Place & {
      readonly kind: CommitmentKind;
      readonly title: string;
      readonly promise: FreeText;
      /** The body or office that promised. */
      readonly owner: string;
      /** To whom; null: not said. */
      readonly to: string | null;
      readonly due: Expected;
      readonly target: Target | null;
      readonly priority: string | null;
    }
>;
/** The owner takes it on. */
export type CommitmentAccepted = Fact<'scrutiny.commitment-accepted', OfCommitment>;
export type CommitmentMoveAsked = Fact<
  'scrutiny.commitment-move-asked',
  OfCommitment & {
    /** The event that gave the date that stands; null: none does. */
    readonly of: string | null;
    readonly from: Expected;
    readonly to: Expected;
    readonly reason: FreeText;
    readonly askedBy: string | null;
    /** `not-given`: a paper states the new date, and not whether anybody agreed; it stands then. */
    readonly agreement: 'pending' | 'not-given';
  }
>;
export type CommitmentMoveAgreed = Fact<
  'scrutiny.commitment-move-agreed',
  OfCommitment & { readonly of: string }
>;
export type CommitmentMoveRefused = Fact<
  'scrutiny.commitment-move-refused',
  OfCommitment & { readonly of: string; readonly reason: FreeText }
>;
export type CommitmentProgressReported = Fact<
  'scrutiny.commitment-progress-reported',
  OfCommitment & { readonly report: FreeText; readonly taken: FreeText; readonly planned: FreeText }
>;
export type DischargeClaimed = Fact<
  'scrutiny.discharge-claimed',
  OfCommitment & { readonly evidence: FreeText; readonly cites: readonly Citation[] }
>;
/** `of` is the claim. */
export type DischargeAccepted = Fact<
  'scrutiny.discharge-accepted',
  OfCommitment & { readonly of: string; readonly reason: FreeText }
>;
export type DischargeRefused = Fact<
  'scrutiny.discharge-refused',
  OfCommitment & { readonly of: string; readonly reason: FreeText }
>;
export type CommitmentWithdrawn = Fact<
  'scrutiny.commitment-withdrawn',
  OfCommitment & { readonly reason: FreeText }
>;
export type CommitmentSuperseded = Fact<
  'scrutiny.commitment-superseded',
  OfCommitment & { readonly supersededBy: string | null; readonly reason: FreeText }
>;
export type CommitmentReopened = Fact<
  'scrutiny.commitment-reopened',
  OfCommitment & { readonly reason: FreeText }
>;
export type CommitmentEvent =
  | CommitmentMade
  | CommitmentAccepted
  | CommitmentMoveAsked
  | CommitmentMoveAgreed
  | CommitmentMoveRefused
  | CommitmentProgressReported
  | DischargeClaimed
  | DischargeAccepted
  | DischargeRefused
  | CommitmentWithdrawn
  | CommitmentSuperseded
  | CommitmentReopened;

type OfDecision = Spoken & { readonly decision: string };

export type DecisionRecorded = Fact<
  'scrutiny.decision-recorded',
  OfDecision &
    Place & {
      readonly number: string | null;
      readonly title: string;
      readonly reasons: FreeText;
      /** UK days; null: not said. */
      readonly takesEffectOn: string | null;
      readonly publishedOn: string | null;
      /** Which parts are exempt, and on what ground. */
      readonly exempt: readonly string[];
      readonly priority: string | null;
      readonly cites: readonly Citation[];
    }
>;
/** What is null stays as it was. */
export type DecisionAmended = Fact<
  'scrutiny.decision-amended',
  OfDecision & {
    readonly title: string | null;
    readonly reasons: FreeText;
    readonly takesEffectOn: string | null;
    readonly publishedOn: string | null;
    readonly exempt: readonly string[] | null;
  }
>;
export type DecisionRescinded = Fact<
  'scrutiny.decision-rescinded',
  OfDecision & { readonly reasons: FreeText }
>;
export type DecisionSuperseded = Fact<
  'scrutiny.decision-superseded',
  OfDecision & { readonly supersededBy: string | null; readonly reasons: FreeText }
>;
export type DecisionCalledIn = Fact<
  'scrutiny.decision-called-in',
  OfDecision & { readonly reason: FreeText }
>;
export type DecisionReviewed = Fact<
  'scrutiny.decision-reviewed',
  OfDecision & { readonly outcome: ReviewOutcome; readonly report: FreeText }
>;
export type DecisionEvent =
  | DecisionRecorded
  | DecisionAmended
  | DecisionRescinded
  | DecisionSuperseded
  | DecisionCalledIn
  | DecisionReviewed;

/** What an event is about: one meeting, question, commitment or decision. */
export interface Subject {
  readonly kind: 'meeting' | 'question' | 'commitment' | 'decision';
  readonly id: string;
}

/** A slip of the pen: the entry stays visible, and all else is judged as if it were absent. */
export type EntryMarkedWrong = Fact<
  'scrutiny.entry-marked-wrong',
  Spoken & {
    readonly of: string;
    readonly subject: Subject;
    readonly reason: FreeText;
    /** What the paper really says. */
    readonly says: FreeText;
  }
>;

/** What is said of a meeting, a question, a commitment or a decision. */
export type ScrutinyAct = MeetingEvent | QuestionEvent | CommitmentEvent | DecisionEvent;
export type ScrutinyEvent = ScrutinyAct | EntryMarkedWrong;

export function subjectRef({ kind, id }: Subject, area: string): string {
  return `${kind}:${area}/${id}`;
}

/** The subject of an event: each has one. */
export function subjectOf({ data }: Pick<ScrutinyAct, 'data'>): Subject {
  // An event about notes or an answer names its meeting too: its own subject is the most special one.
  if ('question' in data) return { kind: 'question', id: data.question };
  if ('commitment' in data) return { kind: 'commitment', id: data.commitment };
  if ('decision' in data) return { kind: 'decision', id: data.decision };
  return { kind: 'meeting', id: data.meeting };
}

export function priorityRef(area: string, priority: string): string {
  return `priority:${area}/${priority}`;
}
