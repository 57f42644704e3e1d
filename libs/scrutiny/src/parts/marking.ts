import type { Part } from '@daybook/identity';
import { ScrutinyChangesHandler } from '../compare-positions/scrutiny-changes.query';
import {
  MarkScrutinyEntryWrongHandler,
  markScrutinyEntryWrongCommand,
} from '../mark-scrutiny-entry-wrong/mark-scrutiny-entry-wrong.command';

/** Entries that were entered wrongly, and what changed between two positions. */
export const marking: Part = {
  commands: [markScrutinyEntryWrongCommand],
  handlers: [MarkScrutinyEntryWrongHandler, ScrutinyChangesHandler],
};
