export * from './copy-ledger';
export * from './data-directory';
export * from './open-daybook';
export * from './positions';
export * from './projection';
export * from './answers';
export * from './readings';
export * from './readings/changes';
export type { Change, ChangeOfFigure, ChangeOfInspection, ChangeOfScrutiny } from './readings/change';
export {
  type MeasureUnder,
  type PlanInFull,
  type PriorityCounted,
  type PriorityInFull,
} from './readings/plans';
export type { HangingCounts } from './readings/hanging';
export { MOVED_KINDS, type MovedItem, type MovedKind } from './readings/moved';
export * from './readings/replay';
export type { CitedFigure } from './readings/quoted-figures';
export type { LeaningAsked, LeaningItem } from './readings/leaning';
export type { QuestionTold } from './readings/questions';
export type { DecisionTold } from './readings/decisions';
export type { Raising } from './readings/overview';
export type { FindingsToRaise, MovedEntry, ToRaise } from './readings/to-raise';
export type { PaperWithFigures } from './readings/returns';
export type { ReturnFileItem } from './readings/return-files';
export * from './events';
export { type Follow } from './following-events';
export { type RecordField } from './records-index';
export { RecordReadings, type Neighbours } from './readings/records';
export * from './status';
export * from './stores';
export * from './tokens';
export * from './views';
export * from './daybook.module';
