import type { Part } from '@daybook/identity';

/** Commitments: made, moved, claimed, accepted. */
export const promising: Part = { commands: [], handlers: [] };
