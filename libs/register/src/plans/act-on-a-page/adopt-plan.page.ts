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
import { planPath } from '../see-plans/wording.page';
import { prioritiesIn } from './priority-lines.page';

/** The form by which a plan is adopted. */
export function adoptPlanPages(readings: PlanReadings, door: FormDoor): readonly Page[] {
  return deedPages('/:area/plan/new', (visit) => deedOf(readings, visit), door);
}

async function deedOf(readings: PlanReadings, visit: Visit): Promise<Deed> {
  const { area = '' } = visit.params;
  const { person } = visit;
  if (!mayCommandIn(person, 'adopt-plan', area)) notYours(person, 'A plan');
  const { position, items: plans } = await readings.plans.list(person, visit.at, { area });
  const { items: papers } = await readings.papers(person, {}, { area });
  return {
    ...{ position, area, command: 'adopt-plan', heading: 'Adopt a plan' },
    title: ['Police and crime plan'],
    crumbs: crumbsTo(visit, area, ['Police and crime plan', `/${area}/plan`]),
    intro: ['Figures, findings, questions, commitments and decisions can hang from each of its priorities.'],
    questions: [
      { name: 'title', kind: 'line', label: 'What is it called?', missing: 'Enter what the plan is called' },
      {
        ...{ name: 'id', kind: 'line', label: 'Its id', missing: 'Enter an id for the plan' },
        hint: 'Lower-case words with hyphens, such as making-kent-safer. It never changes',
      },
      {
        ...{
          name: 'from',
          kind: 'line',
          label: 'When does its period begin?',
          width: 'govuk-input--width-10',
        },
        ...{ hint: 'A day, month or year: 2022-04-01, 2022-04 or 2022', missing: 'Enter when it begins' },
      },
      {
        ...{ name: 'until', kind: 'line', label: 'When does it end? (optional)' },
        ...{ hint: 'Written in the same way', width: 'govuk-input--width-10' },
      },
      {
        ...{ name: 'priorities', kind: 'words', label: 'Its priorities, one a line, in their order' },
        hint: 'In own words. Before a colon you may give an id, and at the end whom it is set for: road-danger: Less danger on the roads (for kent-chief-constable)',
      },
      {
        ...{ name: 'succeeds', kind: 'select', label: 'Whose place does it take? (optional)' },
        choices: plans.map(({ id, title }) => ({ value: id, text: title })),
      },
      { ...dateQuestion(false, position.today), label: 'On which day was it adopted?' },
      ...sourceQuestions(papers, false),
    ],
    button: 'Record this plan',
    sentence: ({ title, priorities }) =>
      `“${String(title)}” is adopted, with ${numberOf(prioritiesIn(priorities).length)}.`,
    body: ({ priorities, ...answers }) => ({ ...answers, area, priorities: prioritiesIn(priorities) }),
    recorded: ({ indexes }, { id }) =>
      withQuery(planPath(area, String(id)), { recorded: String(indexes[0] ?? '') }),
    seen: { href: `/${area}/plan`, words: 'the plans of this area' },
    toDo: 'adopt a plan',
  };
}

function numberOf(priorities: number): string {
  if (priorities === 0) return 'no priorities that are known';
  return priorities === 1 ? 'one priority' : `${priorities} priorities`;
}
