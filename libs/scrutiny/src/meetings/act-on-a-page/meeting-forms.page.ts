import { mayCommandIn } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
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
  type Page,
  type Visit,
} from '@daybook/pages';
import type { BodyReads, MeetingReads, PaperReads } from '../../readings.page';
import type { MeetingInFull } from '../see-meetings/meeting-in-full';
import { meetingPath } from '../see-meetings/wording.page';
import { agendaProblems, itemsIn, linesIn } from './agenda-lines.page';
import { ALL_MEETING_DEEDS, MEETING_DEEDS, partInMeeting, type MeetingDeed } from './meeting-offers.page';
import { questionsOf } from './meeting-questions.page';

type Reads = MeetingReads & BodyReads & PaperReads;

/** A form for each thing that can be recorded of a meeting. */
export function meetingFormPages(readings: Reads, door: FormDoor): readonly Page[] {
  const path = '/:area/meetings/:meeting/:deed';
  return deedPages(path, (visit, sent) => deedOf(readings, visit, sent), door);
}

async function deedOf(readings: Reads, visit: Visit, sent: boolean): Promise<Deed> {
  const { area = '', meeting: id = '', deed: asked = '' } = visit.params;
  const { person } = visit;
  const name = ALL_MEETING_DEEDS.find((one) => one === asked);
  if (!name) return refuse('request.no-such-address', 'There is nothing at this address.');
  if (person.role === 'public') notYours(person, 'This');
  const { position, item } = await readings.meetings.one(person, visit.at, { id, area });
  const bodies = await readings.bodies.registered(person, {}, area);
  const names = await readings.bodies.names(person, {}, area);
  const deed = MEETING_DEEDS[name];
  const part = partInMeeting(person, deed.command, item, bodies);
  const anybodys = name === 'agree-notes' && mayCommandIn(person, deed.command, area);
  if (part === 'none' && !anybodys) return notYours(person, `“${deed.heading}”`);
  if (!sent && !deed.fits(item))
    refuse('scrutiny.not-standing', `This does not fit a meeting that is ${item.status}.`);
  const { items: papers } = await readings.papers(person, {}, { area });
  const transcribing = part === 'transcribed';
  const actor = nameIn(names, item.body);
  const later = name === 'agree-notes' ? await laterMeetings(readings, visit, item) : [];
  const choices = papers.map((paper) => ({ value: paper.id, text: paper.title }));
  const seen = meetingPath(area, id);
  return {
    ...{ position, area, command: deed.command, heading: deed.heading, button: deed.button },
    ...{ caption: item.title, title: [item.title, 'Meetings'] },
    crumbs: crumbsTo(visit, area, ['Meetings', `/${area}/meetings`], [item.title, seen]),
    intro: transcribing && !anybodys ? [`You write down what ${actor} did, from a paper that you name.`] : [],
    questions: [
      ...questionsOf(name, { item, transcribing, papers: choices, later }),
      { ...dateQuestion(transcribing, position.today), ...(name === 'hold' && ON_THE_DAY) },
      // Whose act it is depends on the later meeting: the rules say whether a paper is needed.
      ...(transcribing || anybodys ? sourceQuestions(papers, transcribing && !anybodys) : []),
    ],
    ...(name === 'agenda' && { problems: agendaProblems }),
    sentence: () => (anybodys ? 'A later meeting had these notes before it.' : `${actor} ${deed.says}.`),
    body: (answers) => ({ ...bodyOf(name, answers), area, meeting: id }),
    recorded: ({ indexes }) => withQuery(seen, { recorded: String(indexes[0] ?? '') }),
    seen: { href: seen, words: 'the meeting' },
    toDo: deed.heading.charAt(0).toLowerCase() + deed.heading.slice(1),
  };
}

const ON_THE_DAY = {
  label: 'On which day was it held?',
  missing: 'Enter the day on which it was held',
} as const;

type Answers = Readonly<Record<string, unknown>>;

function bodyOf(name: MeetingDeed, answers: Answers): object {
  if (name === 'agenda') return { ...answers, items: itemsIn(answers.items) };
  if (name !== 'hold') return answers;
  const { present, apologies, attending, ...rest } = answers;
  return {
    ...rest,
    ...{ present: linesIn(present), apologies: linesIn(apologies), attending: linesIn(attending) },
  };
}

/** Meetings that were held later, at which its notes may have been. */
async function laterMeetings(
  readings: MeetingReads,
  { person }: Visit,
  { area, id, on }: Pick<MeetingInFull, 'area' | 'id' | 'on'>,
): Promise<Choice[]> {
  const { items } = await readings.meetings.list(person, {}, { area, status: 'held', from: on ?? undefined });
  return items
    .filter((one) => one.id !== id && one.on !== on)
    .map((one) => ({ value: one.id, text: `${one.title}, ${longDate(one.on ?? '')}` }));
}
