export * from './figures.events';
export * from './codes';
export { parsePeriod } from './period';
export { parseBreakdown, type Dimension } from './breakdown';
export { decimalPlaces } from './value';
export { FiguresModule, figuresCommands, figuresViews } from './figures.module';
export { PaperRegister } from './write-book';
export type { PaperOnRecord } from './book';
export {
  FigureHistoryQuery,
  FigureQuery,
  type FigureItem,
  type Noted,
  type ReadText,
  type VintageItem,
} from './see-figures/figures.query';
export * from './see-figures/list-figures.query';
export * from './see-figures/figures-wanted';
export * from './see-figures/see-triangle.query';
export { READ_COLUMNS, PASSED_COLUMNS, type ReadColumn, type PassedColumn } from './file-columns';
export { fileRowOf } from './file-row';
export * from './see-measures/measures.query';
export { figuresPages, periodInWords } from './figures.page';
