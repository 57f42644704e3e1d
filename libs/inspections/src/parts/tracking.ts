import type { Part } from './part';

/** The tracker, and one finding's page. */
export const tracking: Part = { commands: [], handlers: [] };
