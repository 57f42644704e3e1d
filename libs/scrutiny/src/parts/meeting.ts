import type { Part } from '@daybook/identity';

/** Meetings: called, held, and what became of their notes. */
export const meeting: Part = { commands: [], handlers: [] };
