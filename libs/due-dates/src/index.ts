export * from './expected';
export * from './date-said';
