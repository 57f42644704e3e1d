export * from './commits';
export * from './given-when-then';
export * from './key-store-contract';
export * from './store-contract';
