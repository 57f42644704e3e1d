import type { FormDoor, Page } from '@daybook/pages';
import { timelinePage } from './holding-to-account/timeline.page';
import type { ScrutinyReadings } from './readings.page';

/** The pages of this slice. */
export function scrutinyPages(readings: ScrutinyReadings, _door: FormDoor): readonly Page[] {
  return [timelinePage(readings)];
}
