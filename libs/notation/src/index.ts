export * from './between';
export * from './in-words';
export * from './period';
export * from './units';
export * from './value';
