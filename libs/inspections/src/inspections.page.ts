import type { FormDoor, Page } from '@daybook/pages';
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
    findingsPage(readings),
    findingPage(readings),
    inspectionsPage(readings),
    inspectionPage(readings),
    gradesPage(readings),
    ...recordInspectionPages(readings, door),
    ...giveGradePages(readings, door),
  ];
}
