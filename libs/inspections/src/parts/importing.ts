import type { Part } from '@daybook/identity';
import { CheckTrackerHandler } from '../import-tracker/check-tracker.query';
import { ImportTrackerHandler, importTrackerCommand } from '../import-tracker/import-tracker.command';

/** A tracker kept in a spreadsheet. */
export const importing: Part = {
  commands: [importTrackerCommand],
  handlers: [ImportTrackerHandler, CheckTrackerHandler],
};
