import type { FormDoor, Page } from '@daybook/pages';
import { changePages } from './change-on-a-page/change-form.page';
import { startEarlierPages } from './define-measure/start-earlier.page';
import type { FigureReadings } from './readings.page';
import { figurePage } from './see-figures/figure.page';
import { seriesPage } from './see-figures/series.page';
import { measuresPage } from './see-measures/measures.page';
import { returnFormPages } from './submit-return/return-form.page';
import { returnPage, type ReturnReadings } from './submit-return/return.page';

export { periodInWords } from './see-figures/wording.page';

/** The pages of this slice. */
export function figuresPages(readings: FigureReadings & ReturnReadings, door: FormDoor): readonly Page[] {
  return [
    measuresPage(readings),
    seriesPage(readings),
    figurePage(readings),
    ...changePages(readings, door),
    ...startEarlierPages(readings, door),
    ...returnFormPages(readings, door),
    returnPage(readings),
  ];
}
