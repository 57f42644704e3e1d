import type { Part } from './part';

/** What a board was told beside what the ledger counts, what was entered wrongly, and what changed. */
export const comparing: Part = { commands: [], handlers: [] };
