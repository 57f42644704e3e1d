import type { Part } from '@daybook/identity';

/** Decisions of named offices. */
export const deciding: Part = { commands: [], handlers: [] };
