import type { Part } from '@daybook/identity';
import { MeetingsHandler } from '../meetings/see-meetings/meetings.query';

/** Meetings: called, held, and what became of their notes. */
export const meeting: Part = { commands: [], handlers: [MeetingsHandler] };
