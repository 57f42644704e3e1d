import type { Part } from '@daybook/identity';
import { DecisionsHandler } from '../decisions/see-decisions/decisions.query';

/** Decisions of named offices. */
export const deciding: Part = { commands: [], handlers: [DecisionsHandler] };
