import type { FormDoor, Page } from '@daybook/pages';
import type { InspectionReadings } from './readings.page';
import { respondPages } from './respond-on-a-page/respond.page';
import { findingPage } from './see-findings/finding.page';
import { findingsPage } from './see-findings/findings.page';
import { responsePage } from './see-response/response.page';

/** The pages of this slice. */
export function inspectionsPages(readings: InspectionReadings, door: FormDoor): readonly Page[] {
  return [
    responsePage(readings),
    ...respondPages(readings, door),
    findingsPage(readings),
    findingPage(readings),
  ];
}
