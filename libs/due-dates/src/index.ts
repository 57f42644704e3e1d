export * from './expected';
export * from './date-said';
export * from './drift/due-words';
export { drawDrift, type DriftDrawing, type DriftPoint } from './drift/draw-drift';
export {
  DRIFT_WORDS,
  driftInWords,
  driftShown,
  type DateInDrift,
  type Drift,
  type DriftColumn,
  type DriftRow,
  type DriftShown,
  type DriftWords,
} from './drift/drift.page';
