import type { Part } from '@daybook/identity';

/** Bodies, the offices within them, and who follows whom. */
export const bodies: Part = { commands: [], handlers: [] };
