import type { Part } from '@daybook/identity';
import { ScrutinyTimelineHandler } from '../holding-to-account/timeline.query';

/** What needs asking, the timeline, and the pack for a meeting. */
export const overseeing: Part = { commands: [], handlers: [ScrutinyTimelineHandler] };
