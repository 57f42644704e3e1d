export * from './views-on';
