export * from './person';
export { areasOf } from './areas';
export * from './access';
export * from './policies';
export * from './command-definition';
export * from './dispatcher';
export * from './tokens';
export * from './sign-in';
export { checkBody } from './check-body';
