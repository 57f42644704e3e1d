import type { Recorded } from '@daybook/ledger';
import type { View } from '@daybook/read-model';
import { figureRef, type FiguresEvent, type ObservationEvent, type OfFigure } from '../figures.events';

/** That a paper put something on record about a figure; what it put, and what became of it, the figure's row says. */
export interface CitedRow {
  readonly paper: string;
  readonly figure: OfFigure;
}

const OBSERVATIONS: ReadonlySet<string> = new Set<ObservationEvent['type']>([
  'figures.figure-reported',
  'figures.figure-revised',
  'figures.figure-corrected',
  'figures.figure-restated',
  'figures.figure-withdrawn',
]);

function isObservation(record: Recorded): record is Recorded<ObservationEvent> {
  return OBSERVATIONS.has((record as Recorded<FiguresEvent>).type);
}

/** Which figures a paper put on record, by paper and figure: `kent-a figure:kent/robbery/2022-07`. */
export const citedView: View<CitedRow> = {
  name: 'cited',
  version: 1,
  key: (record) =>
    isObservation(record) && record.source ? [`${record.source.paper} ${figureRef(record.data)}`] : [],
  fold(row, { record }) {
    if (!isObservation(record) || !record.source) return row;
    const { area, measure, period, breakdown } = record.data;
    return { paper: record.source.paper, figure: { area, measure, period, breakdown } };
  },
  columns: ['paper', 'area'],
  values: ({ paper, figure }) => ({ paper, area: figure.area }),
};
