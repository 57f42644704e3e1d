import type { Part } from './part';

/** The response under section 55: invite, record, answer, publish, copy. */
export const answering: Part = { commands: [], handlers: [] };
