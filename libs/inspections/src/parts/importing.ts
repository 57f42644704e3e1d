import type { Part } from './part';

/** A tracker kept in a spreadsheet. */
export const importing: Part = { commands: [], handlers: [] };
