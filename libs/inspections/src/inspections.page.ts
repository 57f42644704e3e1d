import type { FormDoor, Page } from '@daybook/pages';
import { actOnAFindingPages } from './act-on-a-page/act-on-a-finding.page';
import { groupFindingsPages } from './act-on-a-page/group-findings.page';
import { markEntryPages } from './act-on-a-page/mark-entry.page';
import { raiseFindingPages } from './act-on-a-page/raise-finding.page';
import { recordTallyPages } from './act-on-a-page/record-tally.page';
import type { InspectionReadings, TallyReads } from './readings.page';
import { findingPage } from './see-findings/finding.page';
import { findingsPage } from './see-findings/findings.page';
import { talliesPage } from './see-tallies/tallies.page';

/** The pages of this slice. */
export function inspectionsPages(readings: InspectionReadings & TallyReads, door: FormDoor): readonly Page[] {
  return [
    findingsPage(readings),
    findingPage(readings),
    ...actOnAFindingPages(readings, door),
    ...markEntryPages(readings, door),
    ...raiseFindingPages(readings, door),
    ...groupFindingsPages(readings, door),
    talliesPage(readings),
    ...recordTallyPages(readings, door),
  ];
}
