import type { Page } from '@daybook/pages';
import type { FigureReadings } from './readings.page';
import { figurePage } from './see-figures/figure.page';
import { seriesPage } from './see-figures/series.page';
import { measuresPage } from './see-measures/measures.page';
import { fileFormPages } from './submit-file/file-form.page';
import { templatePage } from './submit-file/template.page';
import { returnFormPages, type ReturnDoor } from './submit-return/return-form.page';
import { returnPage, type ReturnReadings } from './submit-return/return.page';

export { periodInWords } from './see-figures/wording.page';

/** The pages of this slice. */
export function figuresPages(readings: FigureReadings & ReturnReadings, door: ReturnDoor): readonly Page[] {
  return [
    measuresPage(readings),
    seriesPage(readings),
    figurePage(readings),
    ...returnFormPages(readings, door),
    ...fileFormPages(readings, door),
    templatePage(readings),
    returnPage(readings),
  ];
}
