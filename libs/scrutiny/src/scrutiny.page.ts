import type { FormDoor, Page } from '@daybook/pages';
import { actOnACommitmentPages } from './commitments/act-on-a-page/act-on-a-commitment.page';
import { makeCommitmentPages } from './commitments/act-on-a-page/make-commitment.page';
import { timelinePage } from './holding-to-account/timeline.page';
import type { ScrutinyReadings } from './readings.page';

/** The pages of this slice. */
export function scrutinyPages(readings: ScrutinyReadings, door: FormDoor): readonly Page[] {
  return [
    timelinePage(readings),
    ...makeCommitmentPages(readings, door),
    ...actOnACommitmentPages(readings, door),
  ];
}
