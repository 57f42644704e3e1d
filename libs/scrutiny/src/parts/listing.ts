import type { Part } from '@daybook/identity';

/** What is seen of commitments. */
export const listing: Part = { commands: [], handlers: [] };
