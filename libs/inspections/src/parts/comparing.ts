import type { Part } from '@daybook/identity';
import { InspectionChangesHandler } from '../compare-positions/inspection-changes.query';
import {
  MarkInspectionEntryWrongHandler,
  markInspectionEntryWrongCommand,
} from '../mark-inspection-entry-wrong/mark-inspection-entry-wrong.command';
import { RecordTallyHandler, recordTallyCommand } from '../record-tally/record-tally.command';
import { TalliesHandler } from '../see-tallies/tallies.query';

/** What a board was told beside what the ledger counts, what was entered wrongly, and what changed. */
export const comparing: Part = {
  commands: [recordTallyCommand, markInspectionEntryWrongCommand],
  handlers: [RecordTallyHandler, MarkInspectionEntryWrongHandler, TalliesHandler, InspectionChangesHandler],
};
