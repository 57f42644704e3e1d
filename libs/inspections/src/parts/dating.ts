import type { Part } from './part';

/** When a finding is to be complete: grouped work, dates, moves, progress. */
export const dating: Part = { commands: [], handlers: [] };
