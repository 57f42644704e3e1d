import type { FormDoor, Page } from '@daybook/pages';
import { commitmentPage } from './commitments/see-commitments/commitment.page';
import { commitmentsPage } from './commitments/see-commitments/commitments.page';
import { timelinePage } from './holding-to-account/timeline.page';
import type { ScrutinyReadings } from './readings.page';

/** The pages of this slice. */
export function scrutinyPages(readings: ScrutinyReadings, _door: FormDoor): readonly Page[] {
  return [timelinePage(readings), commitmentsPage(readings), commitmentPage(readings)];
}
