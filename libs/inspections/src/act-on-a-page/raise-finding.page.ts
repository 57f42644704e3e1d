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
import { bodiesOf } from '../addressees';
import { FINDING_KINDS } from '../codes';
import type { FindingReads, InspectionReads, PaperReads } from '../readings.page';
import { FINDING_KIND_WORDS, findingPath, questionInWords } from '../see-findings/wording.page';
import {
  crumbsTo,
  dateQuestion,
  findInspectionOf,
  idsIn,
  notYours,
  sourceQuestions,
  type InspectionFound,
} from './asked-of-all.page';
import { inspectionForms } from './offer.page';

type Reads = FindingReads & InspectionReads & PaperReads;

/** The form by which a finding is raised, as the inspectorate made it. */
export function raiseFindingPages(readings: Reads, door: FormDoor): readonly Page[] {
  const path = '/:area/inspections/:inspection/findings/new';
  return deedPages(path, (visit) => deedOf(readings, visit), door);
}

async function deedOf(readings: Reads, visit: Visit): Promise<Deed> {
  const { area = '' } = visit.params;
  const { person } = visit;
  const found = await findInspectionOf(readings, visit);
  const { position, inspection } = found;
  if (!inspectionForms(person, inspection).raise) notYours(person, 'A finding of this inspection');
  const { items: papers } = await readings.papers(person, {}, { area });
  const transcribing = person.role === 'office' && person.body !== inspection.inspectorate;
  const own = `/${area}/inspections/${inspection.id}`;
  const name = nameOf(inspection.inspectorate);
  return {
    ...{ position, area, command: 'raise-finding', heading: 'Raise a finding', caption: inspection.title },
    title: [inspection.title, 'Inspections'],
    crumbs: crumbsTo(visit, area, ['Inspections', `/${area}/inspections`], [inspection.title, own]),
    intro: transcribing ? [`You write down a finding of ${name}, from a paper that you name.`] : [],
    questions: [
      ...questionsOf(area, found),
      { ...dateQuestion(transcribing, position.today), first: inspection.publishedOn ?? '' },
      ...sourceQuestions(papers, transcribing),
    ],
    button: 'Record this finding',
    sentence: ({ title }) => `${name} makes a finding: ${String(title)}.`,
    body: ({ others, accelerated, addressees, about, ...answers }) => ({
      ...answers,
      ...{ area, inspection: inspection.id },
      addressees: [...((addressees as string[] | undefined) ?? []), ...idsIn(others)],
      ...(accelerated !== undefined && { accelerated: { publishedOn: accelerated } }),
      ...(about !== undefined && { about: idsIn(about) }),
    }),
    recorded: ({ indexes }, { id }) =>
      withQuery(findingPath(area, String(id)), { recorded: String(indexes[0] ?? '') }),
    seen: { href: own, words: 'the findings of this inspection' },
    toDo: 'raise a finding',
  };
}

function questionsOf(area: string, { inspection, findings }: InspectionFound): Question[] {
  const carried = findings
    .filter(({ kind }) => kind === 'recommendation')
    .map(({ finding, title }) => ({ value: finding, text: title }));
  return [
    {
      ...{ name: 'kind', kind: 'choice', label: 'What kind of finding is it?', missing: 'Choose its kind' },
      choices: FINDING_KINDS.map((value) => ({
        ...{ value, text: FINDING_KIND_WORDS[value] },
        ...(value === 'cause-of-concern' && { hint: 'Raise the recommendations that it carries first' }),
      })),
    },
    {
      ...{ name: 'title', kind: 'line', label: 'What does it say, in own words?' },
      missing: 'Enter what it says, in a few own words',
    },
    {
      ...{ name: 'id', kind: 'line', label: 'Its id', missing: 'Enter an id' },
      hint: `It stands in its address for good, such as ${inspection.id}-afi-01`,
    },
    {
      ...{ name: 'number', kind: 'number', label: 'Its number in the report (optional)' },
      width: 'govuk-input--width-3',
    },
    { name: 'reference', kind: 'line', label: "The inspectorate's own reference (optional)" },
    {
      ...{ name: 'question', kind: 'line', label: 'Area of assessment (optional)' },
      hint: `As an id, such as investigating-crime${known(findings)}`,
    },
    { name: 'priority', kind: 'line', label: 'Priority (optional)', width: 'govuk-input--width-20' },
    {
      ...{ name: 'addressees', kind: 'several', label: 'To whom is it addressed?' },
      choices: bodiesOf(area).map((value) => ({ value, text: nameOf(value) })),
    },
    {
      ...{ name: 'others', kind: 'line', label: 'Other bodies (optional)' },
      hint: 'Their ids with spaces between them, such as home-office college-of-policing',
    },
    {
      ...{ name: 'completeBy', kind: 'line', label: 'When is it to be complete? (optional)' },
      hint: 'As the inspectorate said it: a day, a month such as November 2022, or its words',
    },
    ...(carried.length > 0
      ? [
          {
            ...{ name: 'recommendations', kind: 'several' as const, choices: carried },
            label: 'Of a cause of concern: which recommendations does it carry?',
          },
        ]
      : []),
    {
      ...{ name: 'accelerated', kind: 'date', label: 'Published before its report? (optional)' },
      hint: 'Of a cause of concern and its recommendations: the day on which they were published',
    },
    {
      ...{ name: 'about', kind: 'line', label: 'What else is it about? (optional)' },
      hint: 'References with spaces between them, such as measure:kent/victim-based-crime',
    },
  ];
}

function known(findings: InspectionFound['findings']): string {
  const questions = [...new Set(findings.flatMap(({ question }) => question ?? []))];
  if (questions.length === 0) return '';
  return `. On record: ${questions.map((id) => `${id} (${questionInWords(id)})`).join(', ')}`;
}
