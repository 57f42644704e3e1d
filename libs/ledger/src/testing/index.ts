export * from './commits';
export * from './given-when-then';
export * from './store-contract';
