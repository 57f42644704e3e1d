import type { FormDoor, Page } from '@daybook/pages';
import { adoptPlanPages } from './plans/act-on-a-page/adopt-plan.page';
import { hangPages } from './plans/act-on-a-page/hang.page';
import { varyPlanPages } from './plans/act-on-a-page/vary-plan.page';
import { planPages } from './plans/see-plans/plan.page';
import type { BodyReadings, PaperReadings, PlanReadings } from './readings.page';
import { bodiesFormPages } from './bodies/act-on-a-page/bodies-forms.page';
import { bodiesPage, bodyPage } from './bodies/see-bodies/bodies.page';
import { recordPaperPages } from './record-paper/record-paper.page';
import { papersPage } from './see-papers/papers.page';

/** The pages of this slice. */
export function registerPages(
  readings: PaperReadings & PlanReadings & BodyReadings,
  door: FormDoor,
): readonly Page[] {
  return [
    papersPage(readings),
    ...recordPaperPages(readings, door),
    bodiesPage(readings),
    ...bodiesFormPages(readings, door),
    bodyPage(readings),
    ...planPages(readings),
    ...adoptPlanPages(readings, door),
    ...varyPlanPages(readings, door),
    ...hangPages(readings, door),
  ];
}
