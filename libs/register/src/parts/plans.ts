import type { Part } from '@daybook/identity';

/** Plans, their priorities, and what hangs from them. */
export const plans: Part = { commands: [], handlers: [] };
