import { mayCommandIn } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import {
  deedPages,
  nameOf,
  withQuery,
  type Deed,
  type FormDoor,
  type Page,
  type Question,
  type Visit,
} from '@daybook/pages';
import type { InspectionReadings } from '../readings.page';
import type { InspectionInFull } from '../see-inspections/inspections.query';
import { gradeInWords } from '../see-inspections/wording.page';
import { sourceQuestions } from '../act-on-a-page/asked-of-all.page';

const COMMAND = 'give-grade';
const UNGRADED = 'not-graded';

/** The form for one grade of an inspection, or that a question was not graded. */
export function giveGradePages(readings: InspectionReadings, door: FormDoor): readonly Page[] {
  return deedPages('/:area/inspections/:id/grades/new', (visit) => deedOf(readings, visit), door);
}

async function deedOf(readings: InspectionReadings, visit: Visit): Promise<Deed> {
  const { area = '', id = '' } = visit.params;
  const { person } = visit;
  if (person.role === 'public') refuse('identity.not-allowed', 'Sign in to give a grade.');
  if (!mayCommandIn(person, COMMAND, area)) {
    const body = 'its local policing body, from a paper, and the inspectorate that gave it';
    refuse('identity.not-allowed', `A grade of ${nameOf(area)} is recorded by ${body}.`);
  }
  const { position, item } = await readings.inspections.one(person, visit.at, { id, area });
  const { items: papers } = await readings.papers(person, {}, { area });
  const { items: scales } = await readings.inspections.scales(person, {}, { area });
  const scale = scales.find((one) => one.id === item.scale);
  if (!scale) return refuse('inspections.no-scale', `“${item.title}” was recorded without a scale.`);
  const seen = `/${area}/inspections/${id}`;
  const transcribes = person.role === 'office';
  return {
    ...{ position, area, command: COMMAND, heading: 'Give a grade', button: 'Record this grade' },
    caption: item.title,
    title: [item.title, 'Inspections'],
    crumbs: [
      { text: nameOf(area), href: visit.link(`/${area}`) },
      { text: 'Inspections', href: visit.link(`/${area}/inspections`) },
      { text: item.title, href: visit.link(seen) },
    ],
    questions: [...gradeQuestions(item, scale.grades), ...(transcribes ? sourceQuestions(papers, true) : [])],
    sentence: ({ questionTitle, grade }) => {
      const said =
        grade === UNGRADED
          ? `“${String(questionTitle)}” was not graded`
          : `“${String(questionTitle)}” is graded ${String(grade)}`;
      const actor = transcribes ? item.inspectorate : person.body;
      return `${nameOf(actor)} says in “${item.title}” that ${said}.`;
    },
    body: ({ grade, ...answers }) => ({
      ...{ area, inspection: id, ...answers },
      grade: grade === UNGRADED ? null : grade,
    }),
    recorded: ({ indexes }) => withQuery(seen, { recorded: String(indexes[0] ?? '') }),
    seen: { href: seen, words: 'the inspection' },
    toDo: 'give a grade',
  };
}

function gradeQuestions(item: InspectionInFull, grades: readonly string[]): Question[] {
  return [
    {
      ...{ name: 'questionTitle', kind: 'line', label: 'Which question is graded?' },
      hint: 'The area of assessment in your own words, such as investigating crime',
      missing: 'Enter the question that is graded',
    },
    {
      ...{ name: 'question', kind: 'line', label: 'Its id' },
      hint: 'Lower-case words with hyphens, the same in every inspection that asks it, such as investigating-crime',
      missing: 'Enter an id, such as investigating-crime',
      width: 'govuk-input--width-20',
    },
    {
      ...{
        name: 'grade',
        kind: 'choice',
        label: 'Which grade?',
        missing: 'Choose a grade, or that there is none',
      },
      choices: [
        ...grades.map((value) => ({ value, text: gradeInWords(value) })),
        { value: UNGRADED, text: 'Not graded', hint: 'The inspectorate says so itself' },
      ],
    },
    {
      ...{ name: 'effectiveOn', kind: 'date', month: true, label: 'When was it given?' },
      hint: 'The day of the report, or a later one where it was added',
      first: item.precision === 'month' ? item.effectiveOn.slice(0, 7) : item.effectiveOn,
      missing: 'Enter the day on which it was given',
    },
    {
      ...{ name: 'firstPublishedIn', kind: 'line', width: 'govuk-input--width-20' },
      label: 'Which paper published it first? (optional)',
      hint: 'The id of a recorded paper, where that is not this report',
    },
    {
      ...{ name: 'comparability', kind: 'line' },
      label: 'What does the inspectorate say of comparing it? (optional)',
      hint: 'In your own words',
    },
  ];
}
