export * from './load-sample';
export * from './papers';
export * from './people';
export * from './sample-commands';
