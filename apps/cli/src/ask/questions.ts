import type { FigureItem, FiguresAsked, MeasureItem, TriangleRow, VintageItem } from '@daybook/figures';
import type { PaperItem } from '@daybook/register';
import type { Many, One, PositionRequest } from '@daybook/runtime';
import type { Question } from '../door/door';

/** The most items that one page of the API holds. */
export const PAGE = 1_000;

/** Which figure: the period and breakdown in any accepted spelling. */
export interface WhichFigure {
  readonly area: string;
  readonly measure: string;
  readonly period: string;
  readonly breakdown?: string;
}

/** What can be asked about figures and papers, by the command line. */
export const questions = {
  figure: (at: PositionRequest, which: WhichFigure): Question<One<FigureItem>> => ({
    path: pathOf(which),
    parameters: { ...at, breakdown: which.breakdown },
    here: (readings, person) => readings.figure(person, at, which),
  }),

  history: (at: PositionRequest, which: WhichFigure): Question<Many<VintageItem>> => ({
    path: `${pathOf(which)}/history`,
    parameters: { ...at, breakdown: which.breakdown },
    here: (readings, person) => readings.history(person, at, which),
  }),

  figures: (at: PositionRequest, wanted: FiguresAsked): Question<Many<FigureItem>> => ({
    path: 'figures',
    parameters: { ...at, ...wanted, limit: PAGE },
    here: (readings, person) => readings.figures(person, at, wanted),
  }),

  triangle: (at: PositionRequest, of: { area: string; measure: string }): Question<Many<TriangleRow>> => ({
    path: `measures/${[of.area, of.measure].map(encodeURIComponent).join('/')}/triangle`,
    parameters: { ...at, limit: PAGE },
    here: (readings, person) => readings.triangles.of(person, at, of),
  }),

  measures: (at: PositionRequest, of: { area?: string }): Question<Many<MeasureItem>> => ({
    path: 'measures',
    parameters: { ...at, ...of, limit: PAGE },
    here: (readings, person) => readings.measures(person, at, of),
  }),

  papers: (at: PositionRequest, of: { area?: string }): Question<Many<PaperItem>> => ({
    path: 'papers',
    parameters: { ...at, ...of, limit: PAGE },
    here: (readings, person) => readings.papers(person, at, of),
  }),
};

function pathOf({ area, measure, period }: WhichFigure): string {
  return `figures/${[area, measure, period].map(encodeURIComponent).join('/')}`;
}
