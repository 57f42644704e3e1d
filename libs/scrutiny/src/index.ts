export * from './codes';
export { decisionItem, type DecisionItem, type ReviewItem } from './decisions/see-decisions/decision-item';
export {
  DecisionsQuery,
  type DecisionList,
  type DecisionsWanted,
} from './decisions/see-decisions/decisions.query';
export * from './scrutiny.events';
export { ScrutinyModule, scrutinyCommands, scrutinyViews } from './scrutiny.module';
export { scrutinyPages } from './scrutiny.page';
