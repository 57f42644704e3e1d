import type { Part } from '@daybook/identity';
import { InspectionChangesHandler } from '../compare-positions/inspection-changes.query';
import {
  MarkInspectionEntryWrongHandler,
  markInspectionEntryWrongCommand,
} from '../mark-inspection-entry-wrong/mark-inspection-entry-wrong.command';
import { RecordTallyHandler, recordTallyCommand } from '../record-tally/record-tally.command';
import { TalliesHandler } from '../see-tallies/tallies.query';
import { FindingTimelineHandler } from '../see-timeline/finding-timeline.query';

/** What a board was told beside what the ledger counts, what was entered wrongly, what changed, and what happened when. */
export const comparing: Part = {
  commands: [recordTallyCommand, markInspectionEntryWrongCommand],
  handlers: [
    RecordTallyHandler,
    MarkInspectionEntryWrongHandler,
    TalliesHandler,
    InspectionChangesHandler,
    FindingTimelineHandler,
  ],
};
