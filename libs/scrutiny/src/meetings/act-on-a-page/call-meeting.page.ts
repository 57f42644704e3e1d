import { mayCommandIn } from '@daybook/identity';
import {
  crumbsTo,
  dateQuestion,
  deedPages,
  longDate,
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
import { actsFor, type Bodies } from '@daybook/provenance';
import type { BodyReads, PaperReads } from '../../readings.page';
import { meetingPath } from '../see-meetings/wording.page';
import { agendaProblems, agendaQuestion, itemsIn } from './agenda-lines.page';

type Reads = BodyReads & PaperReads;

/** The form by which a meeting is called, with its agenda as lines. */
export function callMeetingPages(readings: Reads, door: FormDoor): readonly Page[] {
  return deedPages('/:area/meetings/new', (visit) => deedOf(readings, visit), door);
}

async function deedOf(readings: Reads, visit: Visit): Promise<Deed> {
  const { area = '' } = visit.params;
  const { person } = visit;
  if (!mayCommandIn(person, 'call-meeting', area)) notYours(person, 'A meeting');
  const { position, items: papers } = await readings.papers(person, visit.at, { area });
  const bodies = await readings.bodies.registered(person, {}, area);
  const names = await readings.bodies.names(person, {}, area);
  const meet = meetingBodies(area, bodies).filter(
    (id) => person.role === 'office' || actsFor(person.body, id, bodies),
  );
  const list = `/${area}/meetings`;
  return {
    ...{ position, area, command: 'call-meeting', heading: 'Call a meeting', title: ['Meetings'] },
    crumbs: crumbsTo(visit, area, ['Meetings', list]),
    intro:
      person.role === 'office'
        ? [
            'You call your own board’s meetings. A meeting of another body you write down from a paper that you name.',
          ]
        : [],
    questions: [
      ...questionsOf(meet.map((value) => ({ value, text: nameIn(names, value) }))),
      dateQuestion(false, position.today),
      ...sourceQuestions(papers, false),
    ],
    button: 'Call this meeting',
    problems: agendaProblems,
    sentence: ({ body, on }) => calledInWords(names, body, on),
    body: ({ extraordinary, items, ...answers }) => ({
      ...{ ...answers, area, items: itemsIn(items) },
      ...(extraordinary !== undefined && { extraordinary: extraordinary === 'yes' }),
    }),
    recorded: ({ indexes }, { id }) =>
      withQuery(meetingPath(area, String(id)), { recorded: String(indexes[0] ?? '') }),
    seen: { href: list, words: 'the meetings' },
    toDo: 'call a meeting',
  };
}

function calledInWords(names: Names, body: unknown, on: unknown): string {
  const day = typeof on === 'string' && on.length === 10 ? longDate(on) : String(on);
  return `${nameIn(names, String(body))} is called to meet on ${day}.`;
}

/** Boards and panels that are registered, and the area's panel, which need not be. */
function meetingBodies(area: string, bodies: Bodies): string[] {
  const known = [...bodies.values()].filter(({ kind }) => kind === 'board' || kind === 'panel');
  return [...new Set([...known.map(({ id }) => id), `${area}-panel`])];
}

function questionsOf(bodies: readonly Choice[]): Question[] {
  return [
    {
      ...{ name: 'body', kind: 'select', label: 'Which board or panel meets?', choices: bodies },
      missing: 'Choose the board or panel that meets',
    },
    {
      ...{ name: 'title', kind: 'line', label: 'What is the meeting called?', hint: 'In your own words' },
      missing: 'Enter what it is called',
    },
    {
      ...{ name: 'id', kind: 'line', label: 'Its id', missing: 'Enter an id' },
      hint: 'It stands in its address for good, such as kent-panel-2023-06-27',
    },
    {
      ...{ name: 'on', kind: 'date', label: 'For which day is it called?' },
      ...{ hint: 'It may be to come', missing: 'Enter the day for which it is called' },
    },
    {
      ...{ name: 'time', kind: 'line', label: 'At what time? (optional)' },
      ...{ hint: 'Such as 10:00', width: 'govuk-input--width-5' },
    },
    { name: 'venue', kind: 'line', label: 'Where? (optional)' },
    {
      ...{
        name: 'extraordinary',
        kind: 'choice',
        label: 'Is it called beside the ordinary ones?',
        first: 'no',
      },
      choices: [
        { value: 'no', text: 'No' },
        { value: 'yes', text: 'Yes, it is extraordinary' },
      ],
    },
    agendaQuestion('What is on its agenda? (optional)', false),
  ];
}
