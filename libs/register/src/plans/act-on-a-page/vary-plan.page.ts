import { mayCommandIn } from '@daybook/identity';
import {
  crumbsTo,
  dateQuestion,
  deedPages,
  notYours,
  sourceQuestions,
  withQuery,
  type Deed,
  type FormDoor,
  type Page,
  type Visit,
} from '@daybook/pages';
import type { PlanReadings } from '../../readings.page';
import { periodOfPlan, planPath } from '../see-plans/wording.page';
import { priorityLine, prioritiesIn } from './priority-lines.page';

/** The form by which a plan is varied. */
export function varyPlanPages(readings: PlanReadings, door: FormDoor): readonly Page[] {
  return deedPages('/:area/plan/:plan/vary', (visit) => deedOf(readings, visit), door);
}

async function deedOf(readings: PlanReadings, visit: Visit): Promise<Deed> {
  const { area = '', plan = '' } = visit.params;
  const { person } = visit;
  if (!mayCommandIn(person, 'vary-plan', area)) notYours(person, 'A plan');
  const { position, item } = await readings.plans.one(person, visit.at, { id: plan, area });
  const { items: papers } = await readings.papers(person, {}, { area });
  const own = planPath(area, plan);
  return {
    ...{ position, area, command: 'vary-plan', heading: 'Vary this plan', caption: item.title },
    title: [item.title, 'Police and crime plan'],
    crumbs: crumbsTo(visit, area, ['Police and crime plan', `/${area}/plan`], [item.title, own]),
    intro: [
      `What you leave empty stays as it is. Its period: ${periodOfPlan(item)}. Its priorities:`,
      ...item.priorities.map(priorityLine),
    ],
    questions: [
      { name: 'title', kind: 'line', label: 'Another title' },
      {
        ...{
          name: 'until',
          kind: 'line',
          label: 'Another end of its period',
          width: 'govuk-input--width-10',
        },
        hint: 'A day, month or year: 2025-03-31, 2025-03 or 2025',
      },
      {
        ...{
          name: 'priorities',
          kind: 'words',
          label: 'All of its priorities anew, one a line, in their order',
        },
        hint: 'Keep the id before the colon of each that goes on: what hangs from it stays there',
      },
      { name: 'reason', kind: 'words', label: 'Why? (optional)' },
      { ...dateQuestion(false, position.today), label: 'From which day on?' },
      ...sourceQuestions(papers, false),
    ],
    problems: ({ title, until, priorities }) =>
      title === undefined && until === undefined && priorities === undefined
        ? [{ field: '/title', code: 'request.missing', message: 'Enter what is otherwise' }]
        : [],
    button: 'Record this variation',
    sentence: () => `What you give stands in “${item.title}” from that day on; the rest stays.`,
    body: ({ priorities, ...answers }) => ({
      ...{ ...answers, area, plan },
      ...(priorities !== undefined && { priorities: prioritiesIn(priorities) }),
    }),
    recorded: ({ indexes }) => withQuery(own, { recorded: String(indexes[0] ?? '') }),
    seen: { href: own, words: 'the plan' },
    toDo: 'vary this plan',
  };
}
