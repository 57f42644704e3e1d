export * from './codes';
export * from './inspections.events';
export { InspectionsModule, inspectionsCommands, inspectionsViews } from './inspections.module';
export { inspectionsPages } from './inspections.page';
