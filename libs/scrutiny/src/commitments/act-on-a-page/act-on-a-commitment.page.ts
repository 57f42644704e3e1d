import { refuse } from '@daybook/ledger';
import {
  crumbsTo,
  dateQuestion,
  deedPages,
  nameIn,
  notYours,
  sourceQuestions,
  withQuery,
  type Deed,
  type FormDoor,
  type Names,
  type Page,
  type Question,
  type Visit,
} from '@daybook/pages';
import { bodyOf } from '@daybook/provenance';
import { figureProblems, figureQuestions, withCites } from '../../citing/cite-questions.page';
import type { ActingOnCommitments } from '../../readings.page';
import type { CommitmentInFull } from '../see-commitments/commitment.query';
import { COMMITMENT_DEEDS } from './commitment-deeds.page';
import { allowedDeeds, commitmentPath, fitsItem, type Offered } from './offers.page';

/** A form for each thing that can be said of a commitment: claim, move, accept. */
export function actOnACommitmentPages(readings: ActingOnCommitments, door: FormDoor): readonly Page[] {
  return deedPages(
    '/:area/commitments/:commitment/:deed',
    (visit, sent) => deedOf(readings, visit, sent),
    door,
  );
}

async function deedOf(readings: ActingOnCommitments, visit: Visit, sent: boolean): Promise<Deed> {
  const { area = '', commitment = '', deed: command = '' } = visit.params;
  const { person } = visit;
  if (!COMMITMENT_DEEDS.some((one) => one.command === command))
    return refuse('request.no-such-address', 'There is nothing at this address.');
  const { position, item } = await readings.commitments.one(person, visit.at, { id: commitment, area });
  const bodies = await readings.bodies.registered(person, {}, area);
  const offered = allowedDeeds(person, item, bodies).find(({ deed }) => deed.command === command);
  if (!offered) return notYours(person, 'This act about the commitment');
  if (!sent && !fitsItem(offered.deed, item))
    refuse('scrutiny.status-differs', standsOtherwise(offered, item));
  const names = await readings.bodies.names(person, {}, area);
  const { items: papers } = await readings.papers(person, {}, { area });
  const claims = command === 'claim-commitment';
  const measures = claims ? (await readings.measures(person, {}, { area })).items : [];
  const { deed, transcribing } = offered;
  const seen = commitmentPath(area, commitment);
  const actor = ({ for: side }: Answers): string => nameIn(names, offered.actor ?? String(side));
  return {
    ...{ position, area, command, heading: deed.heading, button: deed.button, caption: item.title },
    title: [item.title, 'Commitments'],
    crumbs: crumbsTo(visit, area, ['Commitments', `/${area}/commitments`], [item.title, seen]),
    intro: introOf(offered, item, names),
    questions: [
      ...sideQuestion(offered, item, names, (id) => bodyOf(id, bodies)),
      ...(transcribing ? deed.questions.map(optional) : deed.questions),
      ...(transcribing && command === 'ask-commitment-move' ? AGREEMENT : []),
      ...(claims ? figureQuestions(measures) : []),
      dateQuestion(transcribing, position.today),
      ...sourceQuestions(papers, transcribing),
    ],
    sentence: (answers) => `${actor(answers)} ${deed.says}${dateIn(answers)}.`,
    problems: (answers) => (claims ? figureProblems(answers) : []),
    body: ({ agreement, ...answers }) => ({
      ...(claims ? withCites(answers) : answers),
      ...{ area, commitment, ...(agreement === 'not-given' && { agreement }) },
    }),
    recorded: ({ indexes }) => withQuery(seen, { recorded: String(indexes[0] ?? '') }),
    seen: { href: seen, words: 'the commitment' },
    toDo: 'record something about this commitment',
  };
}

type Answers = Readonly<Record<string, unknown>>;

function dateIn({ to }: Answers): string {
  return typeof to === 'string' ? `: ${to}` : '';
}

function standsOtherwise({ deed }: Offered, { status }: CommitmentInFull): string {
  return `“${deed.heading}” is not for a commitment as this one stands: ${status}. Its page offers what can be recorded now.`;
}

/** Where a paper states a new date, it may not say whether anybody agreed. */
const AGREEMENT: readonly Question[] = [
  {
    ...{ name: 'agreement', kind: 'choice', label: 'What does the paper say of agreement?' },
    missing: 'Choose what the paper says of agreement',
    choices: [
      { value: 'asked', text: 'The date is asked for', hint: 'The old date stands until it is agreed' },
      {
        ...{ value: 'not-given', text: 'It states the new date, and not whether it was agreed' },
        hint: 'The new date stands',
      },
    ],
  },
];

/** Whose act is written down, where that could be either side's. */
function sideQuestion(
  { actor }: Offered,
  { owner, to }: CommitmentInFull,
  names: Names,
  of: (id: string) => string,
): readonly Question[] {
  if (actor !== null) return [];
  const choices = [owner, to ?? owner].map((id) => ({ value: of(id), text: nameIn(names, of(id)) }));
  return [
    {
      ...{ name: 'for', kind: 'choice', label: 'Whose act is it?', missing: 'Choose whose act it is' },
      choices,
    },
  ];
}

function introOf({ deed, actor, transcribing }: Offered, item: CommitmentInFull, names: Names): string[] {
  const { due, dueWords, pendingMove } = item;
  const whose = actor === null ? 'either side' : nameIn(names, actor);
  return [
    ...(transcribing ? [`You write down an act of ${whose}, from a paper that you name.`] : []),
    ...(deed.command.endsWith('-commitment-move')
      ? [`The date that stands: ${due === null ? 'none is given' : (dueWords ?? due)}.`]
      : []),
    ...(deed.command.endsWith('-commitment-move') && pendingMove ? [`Asked for: ${pendingMove}.`] : []),
  ];
}

/** A paper may not say why; who acts always does. */
function optional(question: Question): Question {
  if (question.kind !== 'words' || !question.missing) return question;
  return { ...question, missing: undefined, hint: 'Leave it empty where the paper does not say' };
}
