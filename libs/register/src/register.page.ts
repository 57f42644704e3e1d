import type { FormDoor, Page } from '@daybook/pages';
import { adoptPlanPages } from './plans/act-on-a-page/adopt-plan.page';
import { hangPages } from './plans/act-on-a-page/hang.page';
import { varyPlanPages } from './plans/act-on-a-page/vary-plan.page';
import { planPages } from './plans/see-plans/plan.page';
import type { PaperReadings, PlanReadings } from './readings.page';
import { recordPaperPages } from './record-paper/record-paper.page';
import { papersPage } from './see-papers/papers.page';

/** The pages of this slice. */
export function registerPages(readings: PaperReadings & PlanReadings, door: FormDoor): readonly Page[] {
  return [
    papersPage(readings),
    ...recordPaperPages(readings, door),
    ...planPages(readings),
    ...adoptPlanPages(readings, door),
    ...varyPlanPages(readings, door),
    ...hangPages(readings, door),
  ];
}
