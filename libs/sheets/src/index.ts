export * from './apostrophe';
export { MOST_FILE_BYTES, collectBytes } from './file-bytes';
export { MOST_PROBLEMS, firstProblems, type PlaceInFile } from './file-problems';
export * from './read-sheet';
export * from './sheet-kind';
