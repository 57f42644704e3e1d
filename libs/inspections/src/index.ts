export * from './codes';
export * from './inspections.events';
export { InspectionsModule, inspectionsCommands, inspectionsViews } from './inspections.module';
export * from './compare-positions/inspection-changes.query';
export {
  INSPECTION_CHANGES,
  type AddresseeMoved,
  type InspectionChange,
  type InspectionChangeKind,
} from './compare-positions/inspection-changes';
export { TalliesQuery, type TallyItem, type TallyList } from './see-tallies/tallies.query';
export type { PartCompared, SumCompared } from './see-tallies/compare-tally';
export { inspectionsPages } from './inspections.page';
export { inspectionChangesTold } from './compare-positions/change-words.page';
