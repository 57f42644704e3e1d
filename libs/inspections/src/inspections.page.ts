import type { FormDoor, Page } from '@daybook/pages';
import type { InspectionReadings } from './readings.page';

/** The pages of this slice. */
export function inspectionsPages(_readings: InspectionReadings, _door: FormDoor): readonly Page[] {
  return [];
}
