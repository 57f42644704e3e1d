import type { Part } from './part';

/** Findings as the inspectorate raised them. */
export const raising: Part = { commands: [], handlers: [] };
