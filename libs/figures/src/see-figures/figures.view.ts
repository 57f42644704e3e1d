import type { Entry, Recorded } from '@daybook/ledger';
import type { View } from '@daybook/read-model';
import { addDispute, type Dispute } from '../disputes';
import { addTo } from '../entries';
import {
  figureRef,
  type DisputeEvent,
  type FigureEvent,
  type FiguresEvent,
  type OfFigure,
} from '../figures.events';
import { NOTHING, judge, type FigureRecord, type Standing, type Vintage } from '../vintages';

/** One figure: every entry about it with what the fold makes of it, and the one that stands, if any does. */
export interface FigureRow {
  readonly figure: OfFigure;
  readonly vintages: readonly Vintage[];
  readonly explanations: FigureRecord['explanations'];
  readonly marks: FigureRecord['marks'];
  readonly standing: Standing | null;
  readonly disputes: readonly Dispute[];
}

const FIGURE_EVENTS: ReadonlySet<string> = new Set<FigureEvent['type']>([
  'figures.figure-reported',
  'figures.figure-revised',
  'figures.figure-corrected',
  'figures.figure-restated',
  'figures.figure-withdrawn',
  'figures.change-explained',
  'figures.entry-marked-wrong',
]);

function isFigureEvent(record: Recorded): record is Recorded<FigureEvent> {
  return FIGURE_EVENTS.has((record as Recorded<FiguresEvent>).type);
}

function isDispute(record: Recorded): record is Recorded<DisputeEvent> {
  const { type } = record as Recorded<FiguresEvent>;
  return type === 'figures.transcription-disputed' || type === 'figures.dispute-withdrawn';
}

/** Every figure of every area, by its reference (`figure:kent/robbery/2022-07`). */
export const figuresView: View<FigureRow> = {
  name: 'figures',
  version: 2,
  key: (record) => (isFigureEvent(record) || isDispute(record) ? [figureRef(record.data)] : []),
  fold(row, { index, record }: Entry) {
    if (isDispute(record)) return row && { ...row, disputes: addDispute(row.disputes, record, index) };
    if (!isFigureEvent(record)) return row;
    const { area, measure, period, breakdown } = record.data;
    const known = row ? { ...row, entries: row.vintages } : NOTHING;
    const { entries, explanations, marks } = addTo(known, record, index);
    const { vintages, standing } = judge({ entries, explanations, marks });
    const figure = { area, measure, period, breakdown };
    return {
      figure,
      vintages,
      explanations,
      marks,
      standing: standing ?? null,
      disputes: row?.disputes ?? [],
    };
  },
  columns: ['area', 'measure', 'period', 'status', 'kind', 'unexplained'],
  values: ({ figure, standing, vintages }) => ({
    area: figure.area,
    measure: figure.measure,
    period: figure.period,
    status: standing?.status ?? null,
    kind: standing?.kind ?? null,
    unexplained: vintages.some(({ kind }) => kind === 'unexplained') ? 'yes' : null,
  }),
};
