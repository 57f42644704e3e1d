import type { Actor, Fact, FreeText } from '@daybook/ledger';
import type { FileSent } from '@daybook/provenance';
import type { Dimension } from './breakdown';
import type { CalendarContent } from './calendar';
import type { Comparator, Frequency, Polarity, Severity, Status, Unit } from './codes';

/** What a measure is; a redefinition changes parts of it from a period on. */
export type MeasureContent = {
  readonly title: string;
  readonly unit: Unit;
  /** The most decimal places a value may have. */
  readonly decimals: number;
  readonly frequency: Frequency;
  readonly polarity: Polarity;
  readonly definition: string;
  /** What a share is a share of, in words, or "not stated"; null for what is no share. */
  readonly base: string | null;
  readonly dimensions: readonly Dimension[];
  /** The body whose measure it is. */
  readonly owner: string;
  readonly comparatorOf: string | null;
  readonly comparatorKind: Comparator | null;
};

type OfMeasure = { readonly area: string; readonly measure: string };
/** `breakdown` is canonical; '' is the whole. */
export type OfFigure = OfMeasure & { readonly period: string; readonly breakdown: string };

/**
 * Who approved it: a second person of the body that wrote it, where that body has four eyes switched on. A
 * return says it once, in its first event.
 */
export type Approval = { readonly approvedBy?: Actor };

export type Observation = {
  /** A decimal string as reported, or inexact with its bound; null when missing, withheld or withdrawn. */
  readonly value: string | null;
  readonly status: Status;
  /** The paper's own words for an inexact, missing or reformatted value. */
  readonly printed?: string;
  /** The id of the body that withheld it; the reason stands in `reason`. */
  readonly withheldBy?: string;
  readonly reason: FreeText;
  /** Read in a paper that is not the acting body's own. */
  readonly secondHand?: true;
} & Approval;

export type MeasureDefined = Fact<'figures.measure-defined', OfMeasure & MeasureContent>;
export type MeasureRedefined = Fact<
  'figures.measure-redefined',
  OfMeasure & {
    /** What changed, in words. */
    readonly change: string;
    /** First period under the new definition; null where it is not known. */
    readonly fromPeriod: string | null;
    readonly title?: string;
    readonly definition?: string;
    readonly base?: string | null;
    readonly decimals?: number;
    readonly dimensions?: readonly Dimension[];
  }
>;
/** When a measure is expected; it holds from its effective date until another one does. */
export type CalendarSet = Fact<'figures.calendar-set', OfMeasure & CalendarContent>;
export type ReturnSubmitted = Fact<
  'figures.return-submitted',
  {
    readonly area: string;
    readonly paper: string;
    readonly lines: number;
    readonly file?: FileSent;
  } & Approval
>;
export type FigureReported = Fact<
  'figures.figure-reported',
  /** `saysNotWhy`: the office, transcribing, saw that the paper changes the figure and gives no reason. */
  OfFigure & Observation & { readonly saysNotWhy?: true }
>;
export type FigureRevised = Fact<'figures.figure-revised', OfFigure & Observation & { readonly of: string }>;
export type FigureCorrected = Fact<
  'figures.figure-corrected',
  OfFigure & Observation & { readonly of: string; readonly severity: Severity | null }
>;
export type FigureRestated = Fact<
  'figures.figure-restated',
  OfFigure & Observation & { readonly of: string; readonly redefinition: string }
>;
export type FigureWithdrawn = Fact<
  'figures.figure-withdrawn',
  OfFigure & Observation & { readonly of: string }
>;
export type ChangeExplained = Fact<
  'figures.change-explained',
  OfFigure & {
    readonly of: string;
    readonly as: 'revised' | 'corrected' | 'restated';
    readonly reason: FreeText;
    readonly severity?: Severity;
    readonly redefinition?: string;
  }
>;
/**
 * `right` refers to the figure that the right entry, next in the same commit, is about; null where there is
 * none.
 */
export type EntryMarkedWrong = Fact<
  'figures.entry-marked-wrong',
  OfFigure & { readonly of: string; readonly reason: FreeText; readonly right: string | null } & Approval
>;

/** A body has four eyes on what its people put on record in an area's figures, or has them no more. */
export type FourEyesSwitched = Fact<
  'figures.four-eyes-switched',
  { readonly area: string; readonly body: string; readonly on: boolean; readonly reason: FreeText } & Approval
>;

/** A body says that what was written down for it is not what it did or said. */
export type TranscriptionDisputed = Fact<
  'figures.transcription-disputed',
  OfFigure & { readonly of: string; readonly reason: FreeText }
>;
/** `dispute` is the event by which the body disputed the entry `of`. */
export type DisputeWithdrawn = Fact<
  'figures.dispute-withdrawn',
  OfFigure & { readonly of: string; readonly dispute: string; readonly reason: FreeText }
>;

export type ObservationEvent =
  FigureReported | FigureRevised | FigureCorrected | FigureRestated | FigureWithdrawn;
export type MeasureEvent = MeasureDefined | MeasureRedefined;
export type FigureEvent = ObservationEvent | ChangeExplained | EntryMarkedWrong;
/** What is said about an entry without changing what it is, or what stands. */
export type DisputeEvent = TranscriptionDisputed | DisputeWithdrawn;
export type FiguresEvent =
  MeasureEvent | CalendarSet | ReturnSubmitted | FigureEvent | DisputeEvent | FourEyesSwitched;

export function measureRef({ area, measure }: OfMeasure): string {
  return `measure:${area}/${measure}`;
}

export function figureRef({ area, measure, period, breakdown }: OfFigure): string {
  return `figure:${area}/${measure}/${period}${breakdown === '' ? '' : `/${breakdown}`}`;
}

export function bodyRef(body: string): string {
  return `body:${body}`;
}

export function paperRef(paper: string): string {
  return `paper:${paper}`;
}
