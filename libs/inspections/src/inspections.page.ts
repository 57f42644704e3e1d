import type { FormDoor, Page } from '@daybook/pages';
import { actOnAFindingPages } from './act-on-a-page/act-on-a-finding.page';
import type { InspectionReadings } from './readings.page';
import { findingPage } from './see-findings/finding.page';
import { findingsPage } from './see-findings/findings.page';

/** The pages of this slice. */
export function inspectionsPages(readings: InspectionReadings, door: FormDoor): readonly Page[] {
  return [findingsPage(readings), findingPage(readings), ...actOnAFindingPages(readings, door)];
}
