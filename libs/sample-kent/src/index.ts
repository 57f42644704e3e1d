export * from './load-sample';
export * from './papers';
export * from './sample-commands';
