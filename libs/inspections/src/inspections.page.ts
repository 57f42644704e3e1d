import type { FileDoor, Page } from '@daybook/pages';
import { importedPage } from './import-tracker/imported.page';
import { templatePage } from './import-tracker/template.page';
import { trackerFilePages } from './import-tracker/tracker-form.page';
import type { TrackerReadings } from './import-tracker/tracker-readings.page';
import type { InspectionReadings } from './readings.page';
import { findingPage } from './see-findings/finding.page';
import { findingsPage } from './see-findings/findings.page';

/** The pages of this slice. */
export function inspectionsPages(
  readings: InspectionReadings & TrackerReadings,
  door: FileDoor,
): readonly Page[] {
  return [
    findingsPage(readings),
    findingPage(readings),
    ...trackerFilePages(readings, door),
    templatePage(readings),
    importedPage(readings),
  ];
}
