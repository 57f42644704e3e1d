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
  type Choice,
  type Deed,
  type FormDoor,
  type Names,
  type Page,
  type Question,
  type Visit,
} from '@daybook/pages';
import type { Bodies } from '@daybook/provenance';
import { COMMITMENT_KINDS, type CommitmentKind, type Counting, type Sense } from '../../codes';
import type { ActingOnCommitments } from '../../readings.page';
import { DATE_HINT } from './commitment-deeds.page';
import { commitmentPath } from './offers.page';

/** The form by which a commitment is recorded; `?meeting=&item=` say where it was made. */
export function makeCommitmentPages(readings: ActingOnCommitments, door: FormDoor): readonly Page[] {
  return deedPages('/:area/commitments/new', (visit) => deedOf(readings, visit), door);
}

async function deedOf(readings: ActingOnCommitments, visit: Visit): Promise<Deed> {
  const { area = '' } = visit.params;
  const { person } = visit;
  if (!mayCommandIn(person, 'make-commitment', area)) notYours(person, 'A commitment');
  const { position, items: papers } = await readings.papers(person, visit.at, { area });
  const bodies = await readings.bodies.registered(person, {}, area);
  const names = await readings.bodies.names(person, {}, area);
  const list = `/${area}/commitments`;
  return {
    ...{ position, area, command: 'make-commitment', heading: 'Record a commitment', title: ['Commitments'] },
    crumbs: crumbsTo(visit, area, ['Commitments', list]),
    intro:
      person.role === 'office'
        ? ['What others promised you write down from a paper that you name.']
        : ['You record what your own body promises.'],
    questions: [
      ...questionsOf(bodiesIn(area, bodies, names)),
      dateQuestion(false, position.today),
      ...sourceQuestions(papers, false),
    ],
    button: 'Record this commitment',
    sentence: ({ owner, to, title }) => {
      const toWhom = typeof to === 'string' ? ` ${nameIn(names, to)}` : '';
      return `${nameIn(names, String(owner))} promises${toWhom}: ${String(title)}.`;
    },
    body: ({ about, due, measure, breakdown, value, sense, counting, periods, ...answers }) => ({
      ...{ ...answers, area, due: due ?? null },
      ...(about !== undefined && { about: idsIn(about) }),
      ...(measure !== undefined && {
        target: {
          ...{ measure, value: value ?? '', sense, counting, periods: idsIn(periods) },
          ...(breakdown !== undefined && { breakdown: partsIn(breakdown) }),
        },
      }),
    }),
    recorded: ({ indexes }, { id }) =>
      withQuery(commitmentPath(area, String(id)), { recorded: String(indexes[0] ?? '') }),
    seen: { href: list, words: 'the commitments' },
    toDo: 'record a commitment',
  };
}

/** `dimension=value;dimension=value`, as figures have their breakdowns. */
function partsIn(line: unknown): Record<string, string> {
  const parts = String(line).split(';');
  return Object.fromEntries(
    parts.map((part) => part.split('=').map((one) => one.trim()) as [string, string]),
  );
}

/** Bodies and offices that can promise or be promised: those registered, and those that are always known. */
function bodiesIn(area: string, bodies: Bodies, names: Names): Choice[] {
  const always = ['police', 'chief-constable', 'pcc', 'panel'].map((end) => `${area}-${end}`);
  const ids = [...new Set([...always, ...bodies.keys(), 'hmicfrs'])];
  return ids.map((value) => ({ value, text: nameIn(names, value) }));
}

const KIND_WORDS: Readonly<Record<CommitmentKind, string>> = {
  action: 'An action',
  undertaking: 'An undertaking',
  recommendation: 'A recommendation that is accepted',
  target: 'A target, with its measure and value',
  duty: 'A duty in law',
};
const SENSE_WORDS: Readonly<Record<Sense, string>> = {
  'at-least': 'At least the value',
  'at-most': 'At most the value',
  exactly: 'Exactly the value',
};
const COUNTING_WORDS: Readonly<Record<Counting, string>> = {
  yearly: 'One figure, of one period',
  cumulative: 'The sum of the figures of its periods',
};

function choicesOf(words: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(words).map(([value, text]) => ({ value, text }));
}

function questionsOf(bodies: readonly Choice[]): Question[] {
  return [
    {
      ...{
        name: 'kind',
        kind: 'choice',
        label: 'What kind of commitment is it?',
        missing: 'Choose its kind',
      },
      choices: COMMITMENT_KINDS.map((value) => ({ value, text: KIND_WORDS[value] })),
    },
    {
      ...{ name: 'title', kind: 'line', label: 'What is promised, in own words?' },
      missing: 'Enter what is promised, in a few own words',
    },
    {
      ...{ name: 'id', kind: 'line', label: 'Its id', missing: 'Enter an id' },
      hint: 'It stands in its address for good, such as kent-board-2023-03-15-action-1',
    },
    { name: 'promise', kind: 'words', label: 'More of what was promised (optional)' },
    {
      ...{ name: 'owner', kind: 'select', label: 'Who promises?', choices: bodies },
      missing: 'Choose who promises',
    },
    {
      ...{ name: 'to', kind: 'select', label: 'To whom? (optional)', choices: bodies },
      hint: 'Nobody can accept that it is kept where this is not said',
    },
    { name: 'meeting', kind: 'line', label: 'At which meeting? (optional)', hint: 'The id of the meeting' },
    {
      ...{ name: 'item', kind: 'line', label: 'Under which item of its agenda? (optional)' },
      width: 'govuk-input--width-5',
    },
    ...dueQuestions(),
    {
      ...{ name: 'priority', kind: 'line', label: 'Which priority of a plan does it serve? (optional)' },
      ...{ hint: 'As plan/priority, by their ids', width: 'govuk-input--width-20' },
    },
    {
      ...{ name: 'about', kind: 'line', label: 'What else is it about? (optional)' },
      hint: 'References with spaces between them, such as finding:kent/its-id',
    },
    ...targetQuestions(),
  ];
}

function dueQuestions(): Question[] {
  return [
    {
      ...{ name: 'due', kind: 'line', label: 'By when? (optional)', width: 'govuk-input--width-20' },
      hint: `${DATE_HINT}. Leave it empty to record that no date is given`,
    },
    {
      ...{ name: 'dueEarliest', kind: 'date', label: 'The earliest day (optional)', quiet: true },
      hint: 'Where the words leave it open and the paper says it',
    },
    {
      ...{ name: 'dueLatest', kind: 'date', label: 'The latest day (optional)', quiet: true },
      hint: 'From which it counts as overdue',
    },
  ];
}

function targetQuestions(): Question[] {
  return [
    {
      ...{ name: 'measure', kind: 'line', label: 'Of which measure?', heading: 'Of a target', quiet: true },
      hint: 'Its id, as figures have it',
    },
    {
      ...{ name: 'breakdown', kind: 'line', label: 'Which part of it? (optional)', quiet: true },
      hint: 'As dimension=value',
    },
    {
      ...{ name: 'value', kind: 'line', label: 'The value', quiet: true, width: 'govuk-input--width-10' },
      hint: 'In digits, such as 4144.9',
    },
    {
      ...{ name: 'sense', kind: 'select', label: 'How is it held against the value?', quiet: true },
      choices: choicesOf(SENSE_WORDS),
    },
    {
      ...{ name: 'counting', kind: 'select', label: 'What is counted?', quiet: true },
      choices: choicesOf(COUNTING_WORDS),
    },
    {
      ...{ name: 'periods', kind: 'line', label: 'Of which periods?', quiet: true },
      hint: 'With spaces between them, such as FY2022-23',
    },
  ];
}
