import type { Part } from '@daybook/identity';

/** Entries that were entered wrongly, and what changed between two positions. */
export const marking: Part = { commands: [], handlers: [] };
