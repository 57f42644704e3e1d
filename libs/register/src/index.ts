export * from './codes';
export * from './register.events';
export { RegisteredBodies } from './registered-bodies';
export { RegisterModule, registerCommands, registerViews } from './register.module';
export { Papers } from './papers';
export * from './see-bodies/bodies.query';
export type * from './see-bodies/body-item';
export * from './see-papers/papers.query';
export { registerPages } from './register.page';
