export * from './codes';
export * from './scrutiny.events';
export { ScrutinyModule, scrutinyCommands, scrutinyViews } from './scrutiny.module';
export { scrutinyPages } from './scrutiny.page';
export { readTimelineWanted, type TimelineAsked } from './holding-to-account/timeline-wanted';
export { ScrutinyTimelineQuery } from './holding-to-account/timeline.query';
