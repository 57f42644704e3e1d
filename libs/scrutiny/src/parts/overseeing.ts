import type { Part } from '@daybook/identity';

/** What needs asking, the timeline, and the pack for a meeting. */
export const overseeing: Part = { commands: [], handlers: [] };
