import type { FormDoor, Page } from '@daybook/pages';
import type { PaperReadings } from './readings.page';
import { recordPaperPages } from './record-paper/record-paper.page';
import { papersPage } from './see-papers/papers.page';

/** The pages of this slice. */
export function registerPages(readings: PaperReadings, door: FormDoor): readonly Page[] {
  return [papersPage(readings), ...recordPaperPages(readings, door)];
}
