import type { Page } from '@daybook/pages';
import { changesPage } from './compare-positions/changes.page';
import type { ChangesReadings, FigureReadings, ReplayReadings } from './readings.page';
import { replayPage } from './replay-history/replay.page';
import { figurePage } from './see-figures/figure.page';
import { seriesPage } from './see-figures/series.page';
import { measuresPage } from './see-measures/measures.page';
import { returnFormPages, type ReturnDoor } from './submit-return/return-form.page';
import { returnPage, type ReturnReadings } from './submit-return/return.page';

export { periodInWords } from './see-figures/wording.page';

/** The pages of this slice. */
export function figuresPages(
  readings: FigureReadings & ReturnReadings & ChangesReadings & ReplayReadings,
  door: ReturnDoor,
): readonly Page[] {
  return [
    measuresPage(readings),
    seriesPage(readings),
    figurePage(readings),
    changesPage(readings),
    replayPage(readings),
    ...returnFormPages(readings, door),
    returnPage(readings),
  ];
}
