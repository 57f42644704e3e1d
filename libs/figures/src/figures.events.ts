import type { Fact, FreeText } from '@daybook/ledger';
import type { Dimension } from './breakdown';
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
};

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
/** The file that a return came in: its name, and the SHA-256 of its bytes in hex, both sealed. */
export type FileSent = { readonly name: FreeText; readonly sha256: FreeText };
export type ReturnSubmitted = Fact<
  'figures.return-submitted',
  { readonly area: string; readonly paper: string; readonly lines: number; readonly file?: FileSent }
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
  OfFigure & { readonly of: string; readonly reason: FreeText; readonly right: string | null }
>;

export type ObservationEvent =
  FigureReported | FigureRevised | FigureCorrected | FigureRestated | FigureWithdrawn;
export type MeasureEvent = MeasureDefined | MeasureRedefined;
export type FigureEvent = ObservationEvent | ChangeExplained | EntryMarkedWrong;
export type FiguresEvent = MeasureEvent | ReturnSubmitted | FigureEvent;

export function measureRef({ area, measure }: OfMeasure): string {
  return `measure:${area}/${measure}`;
}

export function figureRef({ area, measure, period, breakdown }: OfFigure): string {
  return `figure:${area}/${measure}/${period}${breakdown === '' ? '' : `/${breakdown}`}`;
}

export function paperRef(paper: string): string {
  return `paper:${paper}`;
}
