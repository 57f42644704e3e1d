export * from './codes';
export * from './inspections.events';
export { InspectionsModule, inspectionsCommands, inspectionsViews } from './inspections.module';
export { TalliesQuery, type TallyItem, type TallyList } from './see-tallies/tallies.query';
export type { PartCompared, SumCompared } from './see-tallies/compare-tally';
export { inspectionsPages } from './inspections.page';
