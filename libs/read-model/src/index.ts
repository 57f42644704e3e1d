export * from './view';
export * from './log-reader';
export * from './rows';
export { openRows, ViewNotReady } from './view-file';
export { Projector, type ProjectorOptions } from './projector';
export { runProjectorWorker, type ProjectorFiles } from './projector-worker';
export { RunningProjector, startProjector, type StartProjector } from './running-projector';
export { catchUpViews, rebuildViews, type OnProgress } from './rebuild';
