import type { FormDoor, Page } from '@daybook/pages';
import type { InspectionReadings } from './readings.page';
import { findingPage } from './see-findings/finding.page';
import { findingsPage } from './see-findings/findings.page';

/** The pages of this slice. */
export function inspectionsPages(readings: InspectionReadings, _door: FormDoor): readonly Page[] {
  return [findingsPage(readings), findingPage(readings)];
}
