export * from './between';
export * from './period';
export * from './value';
