import type { FileDoor, Page } from '@daybook/pages';
import { actOnAFindingPages } from './act-on-a-page/act-on-a-finding.page';
import { groupFindingsPages } from './act-on-a-page/group-findings.page';
import { markEntryPages } from './act-on-a-page/mark-entry.page';
import { raiseFindingPages } from './act-on-a-page/raise-finding.page';
import { recordTallyPages } from './act-on-a-page/record-tally.page';
import { giveGradePages } from './give-grade/give-grade.page';
import { importedPage } from './import-tracker/imported.page';
import { templatePage } from './import-tracker/template.page';
import { trackerFilePages } from './import-tracker/tracker-form.page';
import type { TrackerReadings } from './import-tracker/tracker-readings.page';
import type { InspectionReadings } from './readings.page';
import { recordInspectionPages } from './record-inspection/record-inspection.page';
import { respondPages } from './respond-on-a-page/respond.page';
import { findingPage } from './see-findings/finding.page';
import { findingsPage } from './see-findings/findings.page';
import { gradesPage } from './see-grades/grades.page';
import { inspectionPage } from './see-inspections/inspection.page';
import { inspectionsPage } from './see-inspections/inspections.page';
import { responsePage } from './see-response/response.page';
import { talliesPage } from './see-tallies/tallies.page';

/** The pages of this slice. */
export function inspectionsPages(
  readings: InspectionReadings & TrackerReadings,
  door: FileDoor,
): readonly Page[] {
  return [
    inspectionsPage(readings),
    inspectionPage(readings),
    ...recordInspectionPages(readings, door),
    ...giveGradePages(readings, door),
    responsePage(readings),
    ...respondPages(readings, door),
    gradesPage(readings),
    findingsPage(readings),
    ...trackerFilePages(readings, door),
    templatePage(readings),
    importedPage(readings),
    findingPage(readings),
    ...raiseFindingPages(readings, door),
    ...actOnAFindingPages(readings, door),
    ...groupFindingsPages(readings, door),
    ...markEntryPages(readings, door),
    talliesPage(readings),
    ...recordTallyPages(readings, door),
  ];
}
