import type { Person } from '@daybook/identity';
import type { Choice, Question } from '@daybook/pages';
import { dateQuestion, sourceQuestions } from '../act-on-a-page/asked-of-all.page';
import { COPIED_TO, RESPONSE_ACTIONS, type InspectionKind } from '../codes';
import { ACTION_WORDS, COPY_WORDS } from '../see-response/wording.page';

type Answers = Readonly<Record<string, unknown>>;

/** What a form's questions depend on. */
export interface Desk {
  readonly person: Person;
  readonly today: string;
  readonly papers: readonly { readonly id: string; readonly title: string }[];
  /** The area's other inspections. */
  readonly others: readonly { readonly id: string; readonly title: string; readonly kind: InspectionKind }[];
}

/** One step of a response, on a page of its own. Its command is its address. */
export interface Step {
  readonly command: string;
  readonly heading: string;
  readonly button: string;
  /** What is put on record, after the name of the body whose act it is. */
  readonly says: string;
  actor(person: Person): string;
  intro(person: Person): readonly string[];
  questions(desk: Desk): readonly Question[];
  body(answers: Answers): object;
}

const policingBody = {
  actor: ({ body }: Person) => body,
  intro: () => [],
  body: (answers: Answers) => answers,
};
const isOffice = ({ role }: Person): boolean => role === 'office';
const REPORTS: readonly InspectionKind[] = ['force', 'national', 'thematic'];

export const STEPS: readonly Step[] = [
  {
    ...policingBody,
    ...{ command: 'invite-comments', heading: 'Invite comments', button: 'Record this invitation' },
    says: 'invites the chief officer to comment on',
    questions: ({ today }) => [
      {
        ...{ name: 'commentsBy', kind: 'date', label: 'By which day are comments asked for?' },
        missing: 'Enter the day by which comments are asked for',
      },
      dateQuestion(false, today),
    ],
  },
  {
    ...{ command: 'record-comments', heading: 'Record the chief officer’s comments' },
    ...{ button: 'Record this', says: 'puts on record the chief officer’s comments on' },
    actor: ({ body }) => body,
    intro: (person) =>
      isOffice(person)
        ? ['Name the paper in which they came, such as a letter. That none came needs no paper.']
        : [],
    questions: (desk) => (isOffice(desk.person) ? officesComments(desk) : forcesComments(desk)),
    body: ({ arrived, ...answers }) => ({ ...answers, arrived: arrived !== 'no' }),
  },
  {
    ...policingBody,
    ...{ command: 'answer-recommendation', heading: 'Answer a recommendation', button: 'Record this answer' },
    says: 'answers the recommendation',
    // A form's buttons are called "action".
    body: ({ does, ...answers }) => ({ ...answers, action: does }),
    questions: ({ today }) => [
      {
        ...{ name: 'does', kind: 'choice', label: 'What is done about it?' },
        choices: RESPONSE_ACTIONS.map((value): Choice => ({ value, text: ACTION_WORDS[value] })),
        missing: 'Choose what is done about it',
      },
      {
        ...{ name: 'answer', kind: 'words', label: 'What was or will be done, or why nothing is?' },
        missing: 'Say what was or will be done, or why nothing is',
      },
      dateQuestion(false, today),
    ],
  },
  {
    ...policingBody,
    ...{ command: 'publish-response', heading: 'Publish the response' },
    ...{ button: 'Record this publication', says: 'publishes its response to' },
    intro: () => ['One that does not cover every recommendation is recorded too, and shown as incomplete.'],
    questions: ({ today, others }) => [
      {
        ...{ name: 'reply', kind: 'words', label: 'Reply to the chief officer’s comments (optional)' },
        hint: 'Leave it empty where there is none',
      },
      { name: 'url', kind: 'line', label: 'Web address at which it is published (optional)' },
      ...alsoQuestion(others),
      {
        ...dateQuestion(false, today),
        ...{ month: false, label: 'On which day was it published?' },
        missing: 'Enter the day on which it was published',
      },
    ],
  },
  {
    ...policingBody,
    ...{ command: 'send-copy', heading: 'Record that a copy was sent', button: 'Record this copy' },
    says: 'sends a copy of its response to',
    questions: ({ today }) => [
      {
        ...{ name: 'to', kind: 'choice', label: 'To whom?', missing: 'Choose to whom it was sent' },
        choices: COPIED_TO.map((value): Choice => ({ value, text: COPY_WORDS[value] })),
      },
      dateQuestion(false, today),
    ],
  },
];

function forcesComments({ today }: Desk): readonly Question[] {
  const label = 'What does the chief officer comment?';
  const missing = 'Write what the chief officer comments';
  return [{ name: 'comments', kind: 'words', label, missing }, dateQuestion(false, today)];
}

function officesComments({ today, papers }: Desk): readonly Question[] {
  const choices = [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No, none came' },
  ];
  return [
    {
      ...{ name: 'arrived', kind: 'choice', label: 'Did comments come?', choices },
      missing: 'Choose whether comments came',
    },
    {
      ...{ name: 'comments', kind: 'words', label: 'What do they say? (optional)' },
      hint: 'Leave it empty where the paper does not say, or where none came',
    },
    dateQuestion(true, today),
    ...sourceQuestions(papers, false),
  ];
}

function alsoQuestion(others: Desk['others']): readonly Question[] {
  const choices = others
    .filter(({ kind }) => REPORTS.includes(kind))
    .map(({ id, title }): Choice => ({ value: id, text: title, hint: id }));
  const label = 'Which other reports does it answer as well? (optional)';
  return choices.length > 0 ? [{ name: 'answersAlso', kind: 'several', label, choices }] : [];
}
