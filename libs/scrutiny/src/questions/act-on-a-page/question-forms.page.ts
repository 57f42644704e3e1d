import { mayCommandIn, type Person } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import {
  crumbsTo,
  dateQuestion,
  deedPages,
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
import { actsFor, bodyOf, type Bodies } from '@daybook/provenance';
import { EXTENTS } from '../../codes';
import type { BodyReads, MeasureReads, PaperReads, QuestionReads } from '../../readings.page';
import type { QuestionItem } from '../see-questions/question-item';
import { EXTENT_WORDS, questionPath } from '../see-questions/wording.page';
import { figureProblems, figureQuestions, withCites } from '../../citing/cite-questions.page';

type Asked = Pick<QuestionItem, 'area' | 'id' | 'title' | 'to' | 'askedBy' | 'status'>;
type Reads = QuestionReads & PaperReads & MeasureReads & BodyReads;

/** What can be said to a question: by its part, which is that of whoever asked or of whoever is asked. */
const DEEDS = {
  answer: {
    ...{ command: 'answer-question', heading: 'Answer this question', button: 'Record this answer' },
    ...{ says: 'answers it', party: ({ to }: Asked) => to },
    fits: ({ status }: Asked) => status !== 'settled',
  },
  'follow-up': {
    ...{ command: 'follow-up-question', heading: 'Follow it up', button: 'Record that you ask further' },
    ...{ says: 'asks further', party: ({ askedBy }: Asked) => askedBy, fits: () => true },
  },
  settle: {
    ...{ command: 'settle-question', heading: 'Settle it', button: 'Record that it is settled' },
    ...{ says: 'is satisfied, or asks no longer', party: ({ askedBy }: Asked) => askedBy },
    fits: ({ status }: Asked) => status !== 'settled',
  },
} as const;
type DeedName = keyof typeof DEEDS;
const ALL = Object.keys(DEEDS) as readonly DeedName[];

/** The forms that a question's page offers a person. Whether a registered office is theirs, the form itself sees. */
export function formsOffered(
  person: Person,
  item: Asked,
  bodies?: Bodies,
): { readonly text: string; readonly path: string }[] {
  return ALL.filter((name) => DEEDS[name].fits(item) && partIn(person, name, item, bodies) !== 'none').map(
    (name) => ({ text: DEEDS[name].heading, path: `${questionPath(item.area, item.id)}/${name}` }),
  );
}

/** Whether it is the person's own part, another body's that they may write down, or none of theirs. */
function partIn(
  person: Person,
  name: DeedName,
  item: Asked,
  bodies?: Bodies,
): 'own' | 'transcribed' | 'none' {
  if (!mayCommandIn(person, DEEDS[name].command, item.area)) return 'none';
  if (actsFor(person.body, DEEDS[name].party(item), bodies)) return 'own';
  return person.role === 'office' ? 'transcribed' : 'none';
}

/** A form for each thing that can be said to a question: answer it, follow it up, settle it. */
export function questionFormPages(readings: Reads, door: FormDoor): readonly Page[] {
  const path = '/:area/questions/:question/:deed';
  return deedPages(path, (visit, sent) => deedOf(readings, visit, sent), door);
}

async function deedOf(readings: Reads, visit: Visit, sent: boolean): Promise<Deed> {
  const { area = '', question: id = '', deed: asked = '' } = visit.params;
  const { person } = visit;
  const name = ALL.find((one) => one === asked);
  if (!name) return refuse('request.no-such-address', 'There is nothing at this address.');
  if (person.role === 'public') notYours(person, 'This');
  const { position, item } = await readings.questions.one(person, visit.at, { id, area });
  const bodies = await readings.bodies.registered(person, {}, area);
  const part = partIn(person, name, item, bodies);
  const deed = DEEDS[name];
  if (part === 'none') return notYours(person, `“${deed.heading}”`);
  if (!sent && !deed.fits(item))
    refuse('scrutiny.question-settled', 'The question is settled. Whoever asked can follow it up.');
  const [papers, measures] = await Promise.all([
    readings.papers(person, {}, { area }),
    readings.measures(person, {}, { area }),
  ]);
  const transcribing = part === 'transcribed';
  const actor = nameOf(bodyOf(deed.party(item), bodies));
  const seen = questionPath(area, id);
  return {
    ...{ position, area, command: deed.command, heading: deed.heading, button: deed.button },
    ...{ caption: item.title, title: [item.title, 'Questions'] },
    crumbs: crumbsTo(visit, area, ['Questions', `/${area}/questions`], [item.title, seen]),
    intro: transcribing ? [`You write down what ${actor} said, from a paper that you name.`] : [],
    questions: [
      ...questionsOf(name, item, transcribing, measures.items),
      dateQuestion(transcribing, position.today),
      ...(transcribing ? sourceQuestions(papers.items, true) : []),
    ],
    ...(name === 'answer' && { problems: figureProblems }),
    sentence: () => `${actor} ${deed.says}.`,
    body: (answers) => ({ ...withCites(answers), area, question: id }),
    recorded: ({ indexes }) => withQuery(seen, { recorded: String(indexes[0] ?? '') }),
    seen: { href: seen, words: 'the question' },
    toDo: 'record something about this question',
  };
}

function questionsOf(
  name: DeedName,
  { status }: Asked,
  transcribing: boolean,
  measures: readonly { readonly id: string; readonly title: string }[],
): Question[] {
  const optional = transcribing ? ' (optional)' : '';
  const hint = transcribing ? { hint: 'Leave it empty where the paper does not say' } : {};
  if (name === 'settle') {
    const needed = !transcribing && status !== 'answered';
    return [
      {
        ...{
          name: 'reason',
          kind: 'words',
          label: `Why is it settled?${needed ? '' : ' (optional)'}`,
          ...hint,
        },
        ...(needed && { missing: 'Say why it needs no full answer' }),
      },
    ];
  }
  if (name === 'follow-up')
    return [
      {
        ...{ name: 'words', kind: 'words', label: `What do you ask further?${optional}`, ...hint },
        ...(!transcribing && { missing: 'Write what is asked further' }),
      },
      {
        ...{ name: 'title', kind: 'line', label: 'In a few words, where it asks something else (optional)' },
      },
      ...placeQuestions(),
    ];
  return [
    {
      ...{ name: 'extent', kind: 'choice', label: 'How far does the answer go?' },
      missing: 'Choose how far the answer goes',
      choices: EXTENTS.map((value) => ({ value, text: EXTENT_WORDS[value] })),
    },
    {
      ...{ name: 'answer', kind: 'words', label: 'What is answered?' },
      hint: 'Leave it empty where it is taken away, or where the paper does not say',
    },
    ...figureQuestions(measures),
    ...placeQuestions(),
  ];
}

/** Where it was said, of what is said at a meeting. */
export function placeQuestions(): Question[] {
  return [
    {
      ...{ name: 'meeting', kind: 'line', label: 'At which meeting? (optional)' },
      hint: 'Its id, such as kent-board-2023-03-15',
    },
    {
      ...{ name: 'item', kind: 'line', label: 'Under which item of its agenda? (optional)' },
      ...{ hint: 'Its number, such as 3 or B1', width: 'govuk-input--width-5' },
    },
  ];
}
