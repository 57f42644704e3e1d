import { mayCommandIn } from '@daybook/identity';
import {
  crumbsTo,
  dateQuestion,
  deedPages,
  idsIn,
  nameIn,
  nameOf,
  notYours,
  sourceQuestions,
  withQuery,
  type Deed,
  type FormDoor,
  type Page,
  type Question,
  type Visit,
} from '@daybook/pages';
import { policingBodyOf, type Bodies } from '@daybook/provenance';
import { ASKING_MODES } from '../../codes';
import type { BodyReads, PaperReads, QuestionReads } from '../../readings.page';
import { MODE_WORDS, questionPath } from '../see-questions/wording.page';
import { placeQuestions } from './question-forms.page';

type Reads = QuestionReads & PaperReads & BodyReads;

/** The form by which a question is put, or written down as it was put. */
export function askQuestionPages(readings: Reads, door: FormDoor): readonly Page[] {
  return deedPages('/:area/questions/new', (visit) => deedOf(readings, visit), door);
}

async function deedOf(readings: Reads, visit: Visit): Promise<Deed> {
  const { area = '' } = visit.params;
  const { person } = visit;
  if (!mayCommandIn(person, 'ask-question', area)) notYours(person, 'Putting a question');
  const { position, items } = await readings.questions.list(person, visit.at, { area });
  const [papers, bodies] = await Promise.all([
    readings.papers(person, {}, { area }),
    readings.bodies.registered(person, {}, area),
  ]);
  const ofOffice = person.role === 'office';
  const seen = `/${area}/questions`;
  return {
    ...{ position, area, command: 'ask-question', heading: 'Put a question' },
    title: ['Questions'],
    crumbs: crumbsTo(visit, area, ['Questions', seen]),
    intro: ofOffice ? ['What the panel asked is written down from a paper that you name.'] : [],
    questions: [
      ...(ofOffice ? [whoseQuestion(area, person.body)] : []),
      ...questionsOf(area, bodies, ofOffice),
      idQuestion(visit.query.meeting ?? `${area}-${position.today}`, items),
      dateQuestion(false, position.today),
      ...(ofOffice ? sourceQuestions(papers.items, false) : []),
    ],
    button: 'Record this question',
    sentence: ({ title, to, for: whose }) =>
      `${nameOf(typeof whose === 'string' ? whose : person.body)} asks ${nameOf(String(to))}: ${String(title)}.`,
    body: ({ about, ...answers }) => ({
      ...answers,
      area,
      ...(about !== undefined && { about: idsIn(about) }),
    }),
    recorded: ({ indexes }, { id }) =>
      withQuery(questionPath(area, String(id)), { recorded: String(indexes[0] ?? '') }),
    seen: { href: seen, words: 'the questions' },
    toDo: 'put a question',
  };
}

function whoseQuestion(area: string, own: string): Question {
  return {
    ...{ name: 'for', kind: 'choice', label: 'Who puts it?', first: own, missing: 'Choose who puts it' },
    choices: [own, `${area}-panel`].map((value) => ({ value, text: nameOf(value) })),
  };
}

function questionsOf(area: string, bodies: Bodies, ofOffice: boolean): Question[] {
  const titles = new Map([...bodies.values()].map(({ id, title }) => [id, title]));
  const known = [`${area}-chief-constable`, `${area}-police`, policingBodyOf(area), ...bodies.keys()];
  return [
    {
      ...{ name: 'title', kind: 'line', label: 'What is asked, in a few own words?' },
      missing: 'Enter what is asked, in a few own words',
    },
    { name: 'words', kind: 'words', label: 'The question in full (optional)' },
    {
      ...{ name: 'to', kind: 'select', label: 'Who is asked?', missing: 'Choose who is asked' },
      first: ofOffice ? `${area}-chief-constable` : policingBodyOf(area),
      choices: [...new Set(known)].map((value) => ({ value, text: nameIn(titles, value) })),
    },
    {
      ...{ name: 'mode', kind: 'choice', label: 'How is it put?', first: 'oral', missing: 'Choose how' },
      choices: ASKING_MODES.map((value) => ({ value, text: MODE_WORDS[value] })),
    },
    ...placeQuestions(),
    {
      ...{ name: 'about', kind: 'line', label: 'What is it about? (optional)' },
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
  while (used.has(`${stem}-question-${n}`)) n += 1;
  return {
    ...{ name: 'id', kind: 'line', label: 'Its id', missing: 'Enter an id' },
    ...{ hint: 'It stands in its address for good', first: `${stem}-question-${n}` },
  };
}
