export * from './figures.events';
export * from './codes';
export { parsePeriod } from './period';
export { parseBreakdown, type Dimension } from './breakdown';
export { decimalPlaces } from './value';
export { FiguresModule, figuresCommands, figuresViews } from './figures.module';
export { FiguresOnRecord } from './cite-figures/figures-on-record';
export * from './cite-figures/quoted-figures.query';
export { quotedInWords, type QuotedWords } from './cite-figures/quoted-words.page';
export type { SaidWithFigure } from './cite-figures/said-with.page';
export { heldDeciders } from './four-eyes';
export * from './see-drafts/drafts.query';
export * from './compare-positions/changes.query';
export type { ChangeItem, EntryChanged, Stood } from './compare-positions/change-item';
export { CHANGE_KINDS, type ChangeKind } from './compare-positions/changes';
export * from './replay-history/replay.query';
export { ORDERS, type Order } from './replay-history/steps';
export { DEFINED_AGAIN } from './compare-positions/comparison';
export {
  FigureHistoryQuery,
  FigureQuery,
  type DisputeNoted,
  type FigureItem,
  type Noted,
  type ValueFrom,
  type VintageItem,
} from './see-figures/figures.query';
export * from './see-figures/list-figures.query';
export * from './see-figures/figures-wanted';
export * from './see-figures/see-triangle.query';
export { READ_COLUMNS, PASSED_COLUMNS, type ReadColumn, type PassedColumn } from './file-columns';
export { fileRowOf } from './file-row';
export * from './see-measures/measures.query';
export * from './see-returns/returns.query';
export * from './see-papers/paper-figures.query';
export type { EnteredFigure, EntryNamed } from './see-papers/entered';
export * from './see-expected/expected.query';
export {
  UnexplainedQuery,
  type UnexplainedChange,
  type UnexplainedList,
} from './see-unexplained/unexplained.query';
export { EXPECTED_FREQUENCIES, type ExpectedFrequency } from './calendar';
export { BECAME, type Became, type Totals } from './since';
export { figuresPages, periodInWords, valueWithUnit } from './figures.page';
export type { OtherChanges } from './compare-positions/changes.page';
export * from './check-return/check-lines';
export * from './read-file/read-file';
export type { Flag } from './flags';
export * from './see-return-file/return-file.query';
