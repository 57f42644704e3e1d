import type { Page } from '@daybook/pages';
import type { PaperReadings } from './readings.page';
import { papersPage } from './see-papers/papers.page';

/** The pages of this slice. */
export function registerPages(readings: PaperReadings): readonly Page[] {
  return [papersPage(readings)];
}
