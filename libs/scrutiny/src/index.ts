export * from './codes';
export * from './scrutiny.events';
export { ScrutinyModule, scrutinyCommands, scrutinyViews } from './scrutiny.module';
export { scrutinyPages } from './scrutiny.page';
