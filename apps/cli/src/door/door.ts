import type { FigureItem, MeasureItem, VintageItem } from '@daybook/figures';
import type { Acknowledgement, Receipt } from '@daybook/ledger';
import type { PaperItem } from '@daybook/register';
import type { EventFilter, EventItem, PositionRequest, StatusAnswer } from '@daybook/runtime';

/** One thing, with the position that the answer uses. */
export interface OneAnswer<T> {
  readonly asOf: string;
  readonly basis: number;
  readonly item: T;
}

/** All of a list, with the position that the answer uses. */
export interface ListAnswer<T> {
  readonly asOf: string;
  readonly basis: number;
  readonly items: readonly T[];
}

/** Records of the ledger, in its order; `next`, where there may be more, is where to go on. */
export interface EventsAnswer {
  readonly basis: number;
  readonly items: readonly EventItem[];
  readonly next: number | null;
}

export interface EventAnswer {
  readonly basis: number;
  readonly item: EventItem;
}

/** The ledger's clock alone: records are listed as they were recorded. */
export type BasisRequest = Pick<PositionRequest, 'basis' | 'basisAt'>;

/** Which figure: the period and breakdown in any accepted spelling. */
export interface WhichFigure {
  readonly area: string;
  readonly measure: string;
  readonly period: string;
  readonly breakdown?: string;
}

/**
 * The way to one ledger: through its files, or, while a server has them, through that server. Both give
 * the same answers, and the same refusals (as RefusalError).
 */
export interface Door {
  /** The receipt; where its place in the ledger is not known yet, what is known. */
  command(name: string, id: string, body: unknown): Promise<Receipt | Acknowledgement>;
  figure(at: PositionRequest, which: WhichFigure): Promise<OneAnswer<FigureItem>>;
  history(at: PositionRequest, which: WhichFigure): Promise<ListAnswer<VintageItem>>;
  figures(at: PositionRequest, of: { area: string; measure?: string }): Promise<ListAnswer<FigureItem>>;
  measures(at: PositionRequest, of: { area?: string }): Promise<ListAnswer<MeasureItem>>;
  papers(at: PositionRequest, of: { area?: string }): Promise<ListAnswer<PaperItem>>;
  events(at: BasisRequest, filter: EventFilter): Promise<EventsAnswer>;
  event(at: BasisRequest, index: number): Promise<EventAnswer>;
  status(): Promise<StatusAnswer>;
  close(): Promise<void>;
}
