import type { Part } from './part';

/** Inspections, scales and grades. */
export const inspecting: Part = { commands: [], handlers: [] };
