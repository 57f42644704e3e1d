import { mayCommandIn } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import {
  crumbsTo,
  dateQuestion,
  deedPages,
  nameIn,
  notYours,
  sourceQuestions,
  withQuery,
  type Choice,
  type Deed,
  type FormDoor,
  type Names,
  type Page,
  type PagePosition,
  type Question,
  type Visit,
} from '@daybook/pages';
import { BODY_KINDS, type BodyKind } from '../../codes';
import { standingBodies } from '../known-by-id';
import type { BodyReadings } from '../../readings.page';
import type { BodyItem } from '../see-bodies/body-item';
import { BODY_KIND_WORDS, bodyPath } from '../see-bodies/wording.page';

/** The forms by which the office keeps the register of its area's bodies. */
export function bodiesFormPages(readings: BodyReadings, door: FormDoor): readonly Page[] {
  return [
    ...deedPages(
      '/:area/bodies/new',
      async (visit) => registerDeed(await deskOf(readings, visit, 'register-body')),
      door,
    ),
    ...DEEDS.flatMap((deed) =>
      deedPages(
        `/:area/bodies/:body/${deed.command}`,
        async (visit) => deedOf(deed, await deskOf(readings, visit, deed.command)),
        door,
      ),
    ),
  ];
}

/** What a form's questions depend on. */
interface Desk {
  readonly visit: Visit;
  readonly area: string;
  readonly position: PagePosition;
  readonly items: readonly BodyItem[];
  readonly names: Names;
  readonly papers: readonly { readonly id: string; readonly title: string }[];
}

async function deskOf(readings: BodyReadings, visit: Visit, command: string): Promise<Desk> {
  const { area = '' } = visit.params;
  if (!mayCommandIn(visit.person, command, area)) notYours(visit.person, 'What bodies there are');
  const { position, items } = await readings.bodies.list(visit.person, visit.at, { area });
  const { items: papers } = await readings.papers(visit.person, {}, { area });
  const names: Names = new Map(items.map(({ id, title }) => [id, title]));
  return { visit, area, position, items, names, papers };
}

function lastQuestions({ position, papers }: Desk, label: string): Question[] {
  return [{ ...dateQuestion(false, position.today), label }, ...sourceQuestions(papers, false)];
}

function registerDeed(desk: Desk): Deed {
  const { visit, area, position, items, names } = desk;
  const around = [...new Set([...standingBodies(area), ...items.map(({ id }) => id)])];
  return {
    ...{ position, area, command: 'register-body', heading: 'Register a body or an office' },
    title: ['Bodies and offices'],
    crumbs: crumbsTo(visit, area, ['Bodies and offices', `/${area}/bodies`]),
    intro: [
      'Register it again under its id where its title or its kind has changed, or its body has a successor.',
    ],
    questions: [
      {
        ...{ name: 'kind', kind: 'select', label: 'What is it?', missing: 'Choose what it is' },
        choices: BODY_KINDS.map((value: BodyKind): Choice => ({ value, text: BODY_KIND_WORDS[value] })),
      },
      {
        ...{ name: 'title', kind: 'line', label: 'What is it called?', missing: 'Enter what it is called' },
        hint: 'An office by its own name, such as Chief Finance Officer, and never by whoever holds it',
      },
      {
        ...{ name: 'id', kind: 'line', label: 'Its id', missing: 'Enter an id' },
        hint: `Lower-case words with hyphens, such as ${area}-chief-finance-officer. It never changes`,
      },
      {
        ...{ name: 'within', kind: 'select', label: 'Within which body? (optional)' },
        hint: 'An office and a board have one',
        choices: around.map((value): Choice => ({ value, text: nameIn(names, value) })),
      },
      ...lastQuestions(desk, 'From which day on is it so?'),
    ],
    button: 'Record this',
    problems: ({ kind, within }) => {
      if (within !== undefined || (kind !== 'office' && kind !== 'board')) return [];
      const message = 'Choose the body that it is within';
      return [{ field: '/within', code: 'register.within-missing', message }];
    },
    sentence: ({ title, kind }) =>
      `“${String(title)}” is registered: ${BODY_KIND_WORDS[kind as BodyKind].toLowerCase()}.`,
    body: (answers) => ({ ...answers, area }),
    recorded: ({ indexes }, { id }) =>
      withQuery(bodyPath(area, String(id)), { recorded: String(indexes[0] ?? '') }),
    seen: { href: `/${area}/bodies`, words: 'the bodies and offices' },
    toDo: 'register a body or an office',
  };
}

/** One thing that is recorded of a body or an office on a page of its own. */
interface BodyDeed {
  readonly command: string;
  /** The member of the command's body that names what it is about. */
  readonly names: 'office' | 'body';
  readonly heading: string;
  readonly when: string;
  questions(desk: Desk, id: string): readonly Question[];
  sentence(name: string, answers: Readonly<Record<string, unknown>>, names: Names): string;
  body(answers: Readonly<Record<string, unknown>>): object;
}

const DEEDS: readonly BodyDeed[] = [
  {
    ...{ command: 'fill-office', names: 'office', heading: 'Fill an office' },
    when: 'From which day on is it held?',
    questions: () => [
      {
        ...{ name: 'holder', kind: 'line', label: 'Who holds it? (optional)' },
        hint: 'A name is personal data: it is sealed, and can be erased',
      },
      {
        ...{
          name: 'acting',
          kind: 'choice',
          label: 'For the time being alone?',
          missing: 'Choose yes or no',
        },
        choices: [
          { value: 'no', text: 'No' },
          { value: 'yes', text: 'Yes, acting' },
        ],
      },
    ],
    sentence: (name, { acting }) => `${name} is filled${acting === 'yes' ? ' for the time being' : ''}.`,
    body: ({ acting, ...answers }) => ({ ...answers, acting: acting === 'yes' }),
  },
  {
    ...{ command: 'vacate-office', names: 'office', heading: 'Vacate an office' },
    when: 'From which day on does nobody hold it?',
    questions: () => [],
    sentence: (name) => `Nobody holds ${name} from that day on.`,
    body: (answers) => answers,
  },
  {
    ...{ command: 'succeed-body', names: 'body', heading: 'Record a succession' },
    when: 'From which day on does it take its place?',
    questions: ({ items }, id) => [
      {
        ...{ name: 'successor', kind: 'select', label: 'Which body takes its place?' },
        ...{ hint: 'Register it first, as a body of the same kind', missing: 'Choose its successor' },
        choices: items
          .filter((one) => one.id !== id && one.registeredOn !== null)
          .map((one): Choice => ({ value: one.id, text: one.title })),
      },
      { name: 'reason', kind: 'words', label: 'Why, such as the act that says so? (optional)' },
    ],
    sentence: (name, { successor }, names) =>
      `${nameIn(names, String(successor))} takes the place of ${name}. From that day on, the people of ${name} record nothing more of that day or later, and what was theirs to do is the successor’s.`,
    body: (answers) => answers,
  },
];

function deedOf(deed: BodyDeed, desk: Desk): Deed {
  const { visit, area, position, items, names } = desk;
  const { body: id = '' } = visit.params;
  const known = items.some((one) => one.id === id) || standingBodies(area).includes(id);
  if (!known) refuse('register.body-not-on-record', 'Nothing has been recorded about this.');
  const name = nameIn(names, id);
  const seen = bodyPath(area, id);
  return {
    ...{ position, area, command: deed.command, heading: deed.heading, caption: name },
    title: [name, 'Bodies and offices'],
    crumbs: crumbsTo(visit, area, ['Bodies and offices', `/${area}/bodies`], [name, seen]),
    questions: [...deed.questions(desk, id), ...lastQuestions(desk, deed.when)],
    button: 'Record this',
    sentence: (answers) => deed.sentence(name, answers, names),
    body: (answers) => ({ ...deed.body(answers), area, [deed.names]: id }),
    recorded: ({ indexes }) => withQuery(seen, { recorded: String(indexes[0] ?? '') }),
    seen: { href: `/${area}/bodies`, words: 'the bodies and offices' },
    toDo: 'record something about this body',
  };
}
