import type { Part } from './part';

/** The three parties: accept, dispute, claim, assure, decline, close, reopen, and other ends. */
export const closing: Part = { commands: [], handlers: [] };
