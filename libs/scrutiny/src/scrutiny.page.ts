import type { FormDoor, Page } from '@daybook/pages';
import { actOnACommitmentPages } from './commitments/act-on-a-page/act-on-a-commitment.page';
import { makeCommitmentPages } from './commitments/act-on-a-page/make-commitment.page';
import { commitmentPage } from './commitments/see-commitments/commitment.page';
import { commitmentsPage } from './commitments/see-commitments/commitments.page';
import { timelinePage } from './holding-to-account/timeline.page';
import type { ScrutinyReadings } from './readings.page';

/** The pages of this slice. */
export function scrutinyPages(readings: ScrutinyReadings, door: FormDoor): readonly Page[] {
  return [
    timelinePage(readings),
    commitmentsPage(readings),
    ...makeCommitmentPages(readings, door),
    commitmentPage(readings),
    ...actOnACommitmentPages(readings, door),
  ];
}
