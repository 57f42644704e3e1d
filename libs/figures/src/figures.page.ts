import type { FileDoor, Page } from '@daybook/pages';
import { changePages } from './change-on-a-page/change-form.page';
import { changesPage, type OtherChanges } from './compare-positions/changes.page';
import { startEarlierPages } from './define-measure/start-earlier.page';
import { expectFormPages } from './expect-returns/expect-form.page';
import type { SaidWithFigure } from './cite-figures/said-with.page';
import type { ChangesReadings, FigureReadings, ReplayReadings } from './readings.page';
import { replayPage } from './replay-history/replay.page';
import { draftPages } from './see-drafts/draft.page';
import { draftsPages } from './see-drafts/drafts.page';
import { expectedPage } from './see-expected/expected.page';
import { figurePage } from './see-figures/figure.page';
import { seriesPage } from './see-figures/series.page';
import { trianglePage } from './see-figures/triangle.page';
import { measuresPage } from './see-measures/measures.page';
import { paperPage } from './see-papers/paper.page';
import { returnsPage } from './see-returns/returns.page';
import { unexplainedPage } from './see-unexplained/unexplained.page';
import type { SinceReadings } from './since-readings.page';
import { figuresFilePages } from './submit-file/file-form.page';
import { templatePage } from './submit-file/template.page';
import { returnFormPages } from './submit-return/return-form.page';
import { returnPage } from './submit-return/return.page';

export { periodInWords, valueWithUnit } from './see-figures/wording.page';

/** The pages of this slice. */
export function figuresPages(
  readings: FigureReadings & SinceReadings & ChangesReadings & ReplayReadings,
  door: FileDoor,
  otherChanges: OtherChanges,
  saidWith: SaidWithFigure,
): readonly Page[] {
  return [
    measuresPage(readings),
    seriesPage(readings),
    trianglePage(readings),
    figurePage(readings, saidWith),
    ...changePages(readings, door),
    paperPage(readings),
    unexplainedPage(readings),
    returnsPage(readings),
    expectedPage(readings),
    ...expectFormPages(readings, door),
    ...startEarlierPages(readings, door),
    changesPage(readings, otherChanges),
    replayPage(readings),
    ...returnFormPages(readings, door),
    ...draftsPages(readings, door),
    ...draftPages(readings, door),
    ...figuresFilePages(readings, door),
    templatePage(readings),
    returnPage(readings),
  ];
}
