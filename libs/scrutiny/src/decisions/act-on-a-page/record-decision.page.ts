import { mayCommandIn } from '@daybook/identity';
import {
  crumbsTo,
  dateQuestion,
  deedPages,
  idsIn,
  nameIn,
  notYours,
  sourceQuestions,
  withQuery,
  type Deed,
  type FormDoor,
  type Page,
  type Question,
  type Visit,
} from '@daybook/pages';
import type { Bodies } from '@daybook/provenance';
import { placeQuestions } from '../../questions/act-on-a-page/question-forms.page';
import type { BodyReads, DecisionReads, PaperReads } from '../../readings.page';
import { decisionPath } from '../see-decisions/wording.page';
import { datesAndParts, exemptIn } from './decision-forms.page';

type Reads = DecisionReads & PaperReads & BodyReads;

/** The form by which the office records a decision, or writes down another body's. */
export function recordDecisionPages(readings: Reads, door: FormDoor): readonly Page[] {
  return deedPages('/:area/decisions/new', (visit) => deedOf(readings, visit), door);
}

async function deedOf(readings: Reads, visit: Visit): Promise<Deed> {
  const { area = '' } = visit.params;
  const { person } = visit;
  if (!mayCommandIn(person, 'record-decision', area)) notYours(person, 'Recording a decision');
  const { position, items } = await readings.decisions.list(person, visit.at, { area });
  const [papers, bodies] = await Promise.all([
    readings.papers(person, {}, { area }),
    readings.bodies.registered(person, {}, area),
  ]);
  const seen = `/${area}/decisions`;
  return {
    ...{ position, area, command: 'record-decision', heading: 'Record a decision' },
    title: ['Decisions'],
    crumbs: crumbsTo(visit, area, ['Decisions', seen]),
    intro: ['A decision of another body is written down from a paper that you name.'],
    questions: [
      ...questionsOf(area, bodies),
      idQuestion(`${area}-decision-${position.today}`, items),
      dateQuestion(false, position.today),
      ...sourceQuestions(papers.items, false),
    ],
    button: 'Record this decision',
    sentence: ({ title, office }) => `${nameIn(titlesOf(bodies), String(office))} decides: ${String(title)}.`,
    body: ({ about, exempt, ...answers }) => ({
      ...{ ...answers, area, ...exemptIn(exempt) },
      ...(about !== undefined && { about: idsIn(about) }),
    }),
    recorded: ({ indexes }, { id }) =>
      withQuery(decisionPath(area, String(id)), { recorded: String(indexes[0] ?? '') }),
    seen: { href: seen, words: 'the decisions' },
    toDo: 'record a decision',
  };
}

function titlesOf(bodies: Bodies): ReadonlyMap<string, string> {
  return new Map([...bodies.values()].map(({ id, title }) => [id, title]));
}

function questionsOf(area: string, bodies: Bodies): Question[] {
  const offices = [...bodies.values()].filter(({ kind }) => kind === 'office').map(({ id }) => id);
  const known = [...offices, `${area}-chief-constable`, `${area}-pcc`];
  return [
    {
      ...{ name: 'office', kind: 'select', label: 'Which office decides?' },
      missing: 'Choose the office that decides',
      choices: [...new Set(known)].map((value) => ({ value, text: nameIn(titlesOf(bodies), value) })),
    },
    {
      ...{ name: 'title', kind: 'line', label: 'What is decided, in a few own words?' },
      missing: 'Enter what is decided, in a few own words',
    },
    {
      ...{ name: 'number', kind: 'line', label: 'Its number (optional)', width: 'govuk-input--width-10' },
    },
    {
      ...{ name: 'reasons', kind: 'words', label: 'Why is it decided so?' },
      hint: 'Leave it empty only where you write down what a paper says and it gives no reasons',
    },
    ...datesAndParts(),
    ...placeQuestions(),
    {
      ...{ name: 'about', kind: 'line', label: 'What does it concern? (optional)' },
      hint: `References with spaces between them, such as finding:${area}/its-id`,
    },
    {
      ...{ name: 'priority', kind: 'line', label: 'Which priority of a plan does it serve? (optional)' },
      hint: 'As plan-id/priority-id',
    },
  ];
}

/** An id that nobody has used yet; it can be changed. */
function idQuestion(stem: string, items: readonly { readonly id: string }[]): Question {
  const used = new Set(items.map(({ id }) => id));
  let n = 1;
  while (used.has(`${stem}-${n}`)) n += 1;
  return {
    ...{ name: 'id', kind: 'line', label: 'Its id', missing: 'Enter an id' },
    ...{ hint: 'It stands in its address for good', first: `${stem}-${n}` },
  };
}
