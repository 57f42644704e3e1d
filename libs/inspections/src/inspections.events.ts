import type { Expected } from '@daybook/due-dates';
import type { Fact, FreeText } from '@daybook/ledger';
import type { FileSent } from '@daybook/provenance';
import type { CopiedTo, FindingKind, InspectionKind, ResponseAction } from './codes';

/** Marks what was read in a paper of another body than the one whose act it is. */
type Read = { readonly area: string; readonly secondHand?: true };

export interface InspectionContent {
  readonly kind: InspectionKind;
  readonly inspectorate: string;
  readonly programme: string | null;
  readonly cycle: string | null;
  /** In own words. */
  readonly title: string;
  /** A day, or a month (`2016-02`); null where it is not known. */
  readonly publishedOn: string | null;
  /** The id of the scale that it grades on; null where it gives no grades. */
  readonly scale: string | null;
  readonly forceInspected: boolean;
  /** Whether it is a report relating to the area's force: it opens the section 55 clock then. */
  readonly relatesToForce: boolean;
  /** The day by which it asks for a reply. */
  readonly replyDueOn: string | null;
  /** What the inspectorate said of comparing its grades with earlier ones, in own words. */
  readonly comparability: string | null;
  readonly comparable: boolean | null;
}

export type ScaleDefined = Fact<
  'inspections.scale-defined',
  Read & { readonly scale: string; readonly title: string; readonly grades: readonly string[] }
>;

export type InspectionRecorded = Fact<
  'inspections.inspection-recorded',
  Read & { readonly inspection: string } & InspectionContent
>;

export type GradeGiven = Fact<
  'inspections.grade-given',
  Read & {
    readonly inspection: string;
    readonly question: string;
    readonly questionTitle: string;
    /** Null: explicitly not graded. */
    readonly grade: string | null;
    /** The paper that published it first, where that is not this report. */
    readonly firstPublishedIn: string | null;
    readonly comparability: string | null;
    readonly comparable: boolean | null;
  }
>;

export interface FindingContent {
  readonly inspection: string;
  readonly kind: FindingKind;
  readonly number: number | null;
  readonly reference: string | null;
  readonly title: string;
  /** The area of assessment. */
  readonly question: string | null;
  readonly priority: string | null;
  readonly addressees: readonly string[];
  /** A date that the inspectorate set. */
  readonly completeBy: Expected | null;
  /** Of a cause of concern that was published before the report. */
  readonly accelerated: { readonly publishedOn: string } | null;
  /** The recommendations that a cause of concern carries. */
  readonly recommendations: readonly string[];
}

export type FindingRaised = Fact<
  'inspections.finding-raised',
  Read & { readonly finding: string } & FindingContent
>;

export type FindingsGrouped = Fact<
  'inspections.findings-grouped',
  Read & {
    readonly inspection: string;
    readonly group: string;
    readonly title: string | null;
    /** A finding shares its plan with those that its latest grouping names, and that no later one took out. */
    readonly findings: readonly string[];
  }
>;

/** Whom an act about findings concerns. Every finding of it has every one of the addressees. */
type OfFindings = Read & { readonly findings: readonly string[]; readonly addressees: readonly string[] };

export type CompletionAnticipated = Fact<
  'inspections.completion-anticipated',
  OfFindings & { readonly expected: Expected }
>;
export type CompletionMoved = Fact<
  'inspections.completion-moved',
  OfFindings & {
    /** The event that gave the date that is moved. */
    readonly of: string;
    readonly from: Expected;
    readonly to: Expected;
    readonly reason: FreeText;
    /** The body that asked for it; null: not given. */
    readonly askedBy: string | null;
  }
>;
export type MoveAgreed = Fact<'inspections.move-agreed', OfFindings & { readonly of: string }>;
export type ProgressReported = Fact<
  'inspections.progress-reported',
  OfFindings & { readonly report: FreeText; readonly taken: FreeText; readonly planned: FreeText }
>;
export type FindingAccepted = Fact<
  'inspections.finding-accepted',
  OfFindings & { readonly reason: FreeText }
>;
export type FindingDisputed = Fact<
  'inspections.finding-disputed',
  OfFindings & { readonly reason: FreeText }
>;
export type DisputeAnswered = Fact<
  'inspections.dispute-answered',
  OfFindings & { readonly of: string; readonly reason: FreeText }
>;
export type DischargeClaimed = Fact<
  'inspections.discharge-claimed',
  OfFindings & { readonly evidence: FreeText }
>;
/** `of` is the claim that is assured or declined. */
export type DischargeAssured = Fact<
  'inspections.discharge-assured',
  OfFindings & { readonly of: string; readonly reason: FreeText }
>;
export type DischargeDeclined = Fact<
  'inspections.discharge-declined',
  OfFindings & { readonly of: string; readonly reason: FreeText }
>;
export type FindingClosed = Fact<'inspections.finding-closed', OfFindings & { readonly reason: FreeText }>;
export type FindingReopened = Fact<
  'inspections.finding-reopened',
  OfFindings & { readonly reason: FreeText }
>;
export type FindingCarriedForward = Fact<
  'inspections.finding-carried-forward',
  OfFindings & { readonly into: string | null; readonly reason: FreeText }
>;
export type FindingSuperseded = Fact<
  'inspections.finding-superseded',
  OfFindings & { readonly supersededBy: string | null; readonly reason: FreeText }
>;
export type FindingWithdrawn = Fact<
  'inspections.finding-withdrawn',
  OfFindings & { readonly reason: FreeText }
>;

/** What is said of a finding after it was raised. */
export type FindingAct =
  | CompletionAnticipated
  | CompletionMoved
  | MoveAgreed
  | ProgressReported
  | FindingAccepted
  | FindingDisputed
  | DisputeAnswered
  | DischargeClaimed
  | DischargeAssured
  | DischargeDeclined
  | FindingClosed
  | FindingReopened
  | FindingCarriedForward
  | FindingSuperseded
  | FindingWithdrawn;

/** Which response: that to the report, or that to a cause of concern with a clock of its own. */
type OfResponse = Read & { readonly inspection: string; readonly concern: string | null };

export type CommentsInvited = Fact<
  'inspections.comments-invited',
  OfResponse & { readonly commentsBy: string }
>;
export type CommentsRecorded = Fact<
  'inspections.comments-recorded',
  OfResponse & { readonly arrived: boolean; readonly comments: FreeText }
>;
export type RecommendationAnswered = Fact<
  'inspections.recommendation-answered',
  Read & {
    readonly inspection: string;
    readonly finding: string;
    readonly action: ResponseAction;
    readonly answer: FreeText;
    /** The answer that it replaces. */
    readonly of: string | null;
  }
>;
export type ResponsePublished = Fact<
  'inspections.response-published',
  OfResponse & {
    readonly reply: FreeText;
    readonly url: string | null;
    /** Other inspections that this response answers as well. */
    readonly answersAlso: readonly string[];
  }
>;
export type CopySent = Fact<
  'inspections.copy-sent',
  OfResponse & { readonly to: CopiedTo; readonly answersAlso: readonly string[] }
>;
export type ResponseAct =
  CommentsInvited | CommentsRecorded | RecommendationAnswered | ResponsePublished | CopySent;

export interface TallyPart {
  readonly id: string;
  /** In own words: "recommendations to chief constables". */
  readonly words: string;
  /** Null: how many was not said. */
  readonly number: number | null;
  /** What the ledger counts beside it; null or none: it cannot. */
  readonly kind: FindingKind | null;
  readonly addresseeKind: string | null;
  readonly statuses: readonly string[];
}
export type TallyRecorded = Fact<
  'inspections.tally-recorded',
  Read & {
    readonly inspection: string | null;
    readonly occasion: string;
    readonly parts: readonly TallyPart[];
    /** The base that it counts from: which parts are added and taken away to give which. */
    readonly sum: {
      readonly plus: readonly string[];
      readonly minus: readonly string[];
      readonly equals: string;
    } | null;
  }
>;

export type TrackerImported = Fact<
  'inspections.tracker-imported',
  Read & {
    readonly lines: number;
    readonly file?: FileSent;
  }
>;

/** A slip of the pen: the entry stays visible, and all else is judged as if it were absent. */
export type EntryMarkedWrong = Fact<
  'inspections.entry-marked-wrong',
  Read & {
    readonly of: string;
    /** What the entry was about. */
    readonly inspections: readonly string[];
    readonly findings: readonly string[];
    readonly reason: FreeText;
    readonly says: FreeText;
  }
>;

export type InspectionsEvent =
  | ScaleDefined
  | InspectionRecorded
  | GradeGiven
  | FindingRaised
  | FindingsGrouped
  | FindingAct
  | ResponseAct
  | TallyRecorded
  | TrackerImported
  | EntryMarkedWrong;

export function inspectionRef(area: string, inspection: string): string {
  return `inspection:${area}/${inspection}`;
}

export function findingRef(area: string, finding: string): string {
  return `finding:${area}/${finding}`;
}

export function bodyRef(body: string): string {
  return `body:${body}`;
}

export function paperRef(paper: string): string {
  return `paper:${paper}`;
}
