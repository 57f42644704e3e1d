export * from './codes';
export * from './register.events';
export { RegisteredBodies } from './registered-bodies';
export { RegisterStandings } from './bodies/standings';
export { RegisterModule, registerCommands, registerViews } from './register.module';
export { Papers } from './papers';
export { HANGING_KINDS, type HangingKind } from './plans/hanging';
export {
  PLAN_STATUSES,
  type FormerPriorityItem,
  type PlacedItem,
  type PlanHistoryItem,
  type PlanItem,
  type PlanStatus,
  type PriorityItem,
} from './plans/see-plans/plan-item';
export * from './plans/see-plans/plans.query';
export * from './bodies/see-bodies/bodies.query';
export { readKindWanted } from './bodies/see-bodies/kind-wanted';
export type * from './bodies/see-bodies/body-item';
export * from './see-papers/papers.query';
export { registerPages } from './register.page';
