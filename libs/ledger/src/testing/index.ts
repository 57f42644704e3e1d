export * from './commits';
export * from './drafts-contract';
export * from './given-when-then';
export * from './key-store-contract';
export * from './store-contract';
export * from './slice-readme';
