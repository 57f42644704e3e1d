import { mayCommandIn } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import {
  deedPages,
  longDate,
  nameOf,
  withQuery,
  type Choice,
  type Deed,
  type FormDoor,
  type Page,
  type Question,
  type Visit,
} from '@daybook/pages';
import { INSPECTION_KINDS } from '../codes';
import type { InspectionReadings } from '../readings.page';
import { sourceQuestions } from '../act-on-a-page/asked-of-all.page';
import { INSPECTION_KIND_WORDS } from '../see-inspections/wording.page';

const COMMAND = 'record-inspection';

/** The form for an inspection, an audit, a complaint or a notice. */
export function recordInspectionPages(readings: InspectionReadings, door: FormDoor): readonly Page[] {
  return deedPages('/:area/inspections/new', (visit) => deedOf(readings, visit), door);
}

async function deedOf(readings: InspectionReadings, visit: Visit): Promise<Deed> {
  const { area = '' } = visit.params;
  const { person } = visit;
  if (person.role === 'public') refuse('identity.not-allowed', 'Sign in to record an inspection.');
  if (!mayCommandIn(person, COMMAND, area)) {
    const body = `its local policing body, from a paper, and the inspectorate that made it`;
    refuse('identity.not-allowed', `An inspection of ${nameOf(area)} is recorded by ${body}.`);
  }
  const { position, items: papers } = await readings.papers(person, visit.at, { area });
  const { items: scales } = await readings.inspections.scales(person, {}, { area });
  const seen = `/${area}/inspections`;
  const transcribes = person.role === 'office';
  const inspectorate = ({ inspectorate: typed }: Readonly<Record<string, unknown>>): string =>
    typeof typed === 'string' ? typed : person.body;
  return {
    ...{
      position,
      area,
      command: COMMAND,
      heading: 'Record an inspection',
      button: 'Record this inspection',
    },
    title: [nameOf(area), 'Inspections'],
    crumbs: [
      { text: nameOf(area), href: visit.link(`/${area}`) },
      { text: 'Inspections', href: visit.link(seen) },
    ],
    intro: [
      'Record the report once; then its grades and its findings can be recorded. Write its title in your own words.',
    ],
    questions: [
      ...inspectionQuestions(
        transcribes,
        scales.map(({ id, title }) => ({ value: id, text: title })),
      ),
      ...(transcribes ? sourceQuestions(papers, true) : []),
    ],
    sentence: (answers) =>
      `${nameOf(person.body)} puts on record “${String(answers.title)}” of ${nameOf(inspectorate(answers))}, ` +
      `effective ${effectiveInWords(answers.effectiveOn)}.`,
    body: ({ forceInspected, relatesToForce, scale, ...answers }) => ({
      ...{ area, ...answers, inspectorate: inspectorate(answers) },
      ...(scale !== NO_SCALE && { scale }),
      ...yesOrNo('forceInspected', forceInspected),
      ...yesOrNo('relatesToForce', relatesToForce),
    }),
    recorded: ({ indexes }, { id }) =>
      withQuery(`${seen}/${String(id)}`, { recorded: String(indexes[0] ?? '') }),
    seen: { href: seen, words: 'the inspections on record' },
    toDo: 'record an inspection',
  };
}

function effectiveInWords(date: unknown): string {
  if (typeof date !== 'string') return 'not given';
  return date.length === 7 ? longDate(`${date}-01`, 'month') : longDate(date);
}

function yesOrNo(name: string, answer: unknown): object {
  return answer === undefined ? {} : { [name]: answer === 'yes' };
}

const NO_SCALE = 'none';
const YES_OR_NO: readonly Choice[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

function inspectionQuestions(transcribes: boolean, scales: readonly Choice[]): Question[] {
  const optional = (name: string, label: string, hint: string): Question => ({
    ...{ name, kind: 'line', label: `${label} (optional)`, hint },
  });
  return [
    {
      ...{ name: 'title', kind: 'line', label: 'What is it?', hint: 'In your own words' },
      missing: 'Enter what it is, in your own words',
    },
    {
      ...{ name: 'id', kind: 'line', label: 'Its id' },
      hint: 'Lower-case words with hyphens, such as kent-peel-2021-22: its address, for files and the API',
      missing: 'Enter an id, such as kent-peel-2021-22',
    },
    {
      ...{ name: 'kind', kind: 'choice', label: 'What kind is it?', missing: 'Choose what kind it is' },
      choices: INSPECTION_KINDS.map((value) => ({ value, text: INSPECTION_KIND_WORDS[value] })),
    },
    ...(transcribes ? [byWhom] : []),
    optional('programme', 'Which programme does it belong to?', 'Such as PEEL'),
    optional('cycle', 'Which cycle of it?', 'Such as 2021/22'),
    {
      ...{ name: 'publishedOn', kind: 'date', month: true, label: 'When was it published? (optional)' },
      hint: 'Leave the day empty where only the month is known, and all of it where nothing is',
    },
    {
      ...{ name: 'effectiveOn', kind: 'date', month: true, label: 'From when does it count?' },
      hint: 'The day on which it was published, where that is known',
      missing: 'Enter the day from which it counts',
    },
    {
      ...{ name: 'scale', kind: 'choice', label: 'On which scale does it grade?' },
      choices: [...scales, { value: NO_SCALE, text: 'It gives no grades' }],
      missing: 'Choose the scale, or that it gives no grades',
    },
    {
      ...{ name: 'forceInspected', kind: 'choice', label: 'Was the force inspected?', first: 'yes' },
      choices: YES_OR_NO,
    },
    {
      ...{ name: 'relatesToForce', kind: 'choice', choices: YES_OR_NO, first: 'yes' },
      label: 'Does the report relate to the force?',
      hint: 'An inspectorate’s report that does is answered within 56 days (section 55, Police Act 1996)',
    },
    {
      ...{ name: 'replyDueOn', kind: 'date', label: 'By when does it ask for a reply? (optional)' },
      hint: 'Of an audit, a complaint or a notice that sets a date itself',
    },
    optional('comparability', 'What does it say of comparing its grades?', 'In your own words'),
  ];
}

const byWhom: Question = {
  ...{ name: 'inspectorate', kind: 'line', label: 'By whom?', first: 'hmicfrs' },
  hint: 'The id of the body that inspected, audited or gave notice, such as hmicfrs',
  missing: 'Enter the id of the body, such as hmicfrs',
  width: 'govuk-input--width-20',
};
