import type { FormDoor, Page } from '@daybook/pages';
import type { ScrutinyReadings } from './readings.page';

/** The pages of this slice. */
export function scrutinyPages(_readings: ScrutinyReadings, _door: FormDoor): readonly Page[] {
  return [];
}
