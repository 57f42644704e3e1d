import type { Part } from '@daybook/identity';

/** Questions, and their answers. */
export const asking: Part = { commands: [], handlers: [] };
