export * from './file.body';
export * from './heading.body';
export * from './heading';
export * from './paper-register';
export * from './texts';
export * from './write-book';
