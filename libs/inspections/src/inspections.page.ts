import type { FormDoor, Page } from '@daybook/pages';
import { actOnAFindingPages } from './act-on-a-page/act-on-a-finding.page';
import { giveGradePages } from './give-grade/give-grade.page';
import type { InspectionReadings } from './readings.page';
import { recordInspectionPages } from './record-inspection/record-inspection.page';
import { findingPage } from './see-findings/finding.page';
import { findingsPage } from './see-findings/findings.page';
import { gradesPage } from './see-grades/grades.page';
import { inspectionPage } from './see-inspections/inspection.page';
import { inspectionsPage } from './see-inspections/inspections.page';

/** The pages of this slice. */
export function inspectionsPages(readings: InspectionReadings, door: FormDoor): readonly Page[] {
  return [
    inspectionsPage(readings),
    inspectionPage(readings),
    ...recordInspectionPages(readings, door),
    ...giveGradePages(readings, door),
    gradesPage(readings),
    findingsPage(readings),
    findingPage(readings),
    ...actOnAFindingPages(readings, door),
  ];
}
