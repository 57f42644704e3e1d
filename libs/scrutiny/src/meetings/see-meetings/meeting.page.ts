import {
  longDate,
  nameIn,
  nameOf,
  readOrSayWhen,
  recordsAbout,
  samePosition,
  whoWrote,
  type OnRecord,
  type Page,
  type Visit,
} from '@daybook/pages';
import { waysToMark } from '../../mark-scrutiny-entry-wrong/may-mark.page';
import type { BodyReads, MeetingReads, PaperReads } from '../../readings.page';
import { subjectRef } from '../../scrutiny.events';
import { meetingFormsOffered, sayingOffers } from '../act-on-a-page/meeting-offers.page';
import { itemShown, paperShown, underShown, type ShownWith } from './item-shown.page';
import type { MeetingInFull } from './meeting-in-full';
import {
  MEETING_STATUS_WORDS,
  NOTES_OUTCOME_WORDS,
  dayInWords,
  meetingActInWords,
  meetingPath,
  notesSentence,
  officeInWords,
} from './wording.page';

type Reads = MeetingReads & BodyReads & PaperReads & OnRecord;

/** One meeting: it reads like its minutes, with what has happened to each thing since. */
export function meetingPage(readings: Reads): Page {
  return {
    method: 'GET',
    path: '/:area/meetings/:id',
    async answer(visit: Visit) {
      const { area = '', id = '' } = visit.params;
      const { person } = visit;
      const { position, item } = await readOrSayWhen(
        visit,
        (there) => readings.meetings.one(person, there, { id, area }),
        (found) => found.item.said,
      );
      const at = samePosition(position);
      const [papers, names, bodies] = await Promise.all([
        readings.papers(person, at, { area }),
        readings.bodies.names(person, at, area),
        readings.bodies.registered(person, {}, area),
      ]);
      const own: ShownWith = {
        ...{ visit, area, names },
        papers: new Map(papers.items.map((paper) => [paper.id, paper.title])),
      };
      return {
        template: 'libs/scrutiny/src/meetings/see-meetings/meeting.njk',
        title: [`${item.title}, ${nameOf(area)}`, 'Meetings'],
        position,
        api: `/api/v1/meetings/${encodeURIComponent(id)}?area=${area}`,
        data: {
          ...{ area, item, status: MEETING_STATUS_WORDS[item.status] },
          facts: factsOf(item, own),
          notes: notesShown(item, own),
          items: item.items.map((one) => itemShown(one, own)),
          elsewhere: underShown(item.elsewhere, own),
          events: eventsOf(item, own),
          marks: waysToMark(person, 'meeting', item, bodies),
          forms: [...meetingFormsOffered(person, item, bodies), ...sayingOffers(person, item)],
          recorded: item.history.find(({ index }) => String(index) === visit.query.recorded)?.index,
          onRecord: await recordsAbout(readings, visit, position, subjectRef({ kind: 'meeting', id }, area)),
        },
      };
    },
  };
}

/** What stands at the head of minutes. */
function factsOf(
  item: MeetingInFull,
  { names }: ShownWith,
): { readonly name: string; readonly value: string }[] {
  const offices = (all: readonly string[]): string => all.map((one) => officeInWords(names, one)).join('; ');
  const facts: readonly (readonly [string, string | null])[] = [
    ['Of', nameIn(names, item.body)],
    ['Day', dayInWords(item)],
    ['Time', item.time],
    ['Place', item.venue],
    ['Kind', item.extraordinary ? 'Extraordinary' : null],
    ['Present', offices(item.present)],
    ['Apologies', offices(item.apologies)],
    ['Also attending', offices(item.attending)],
    ['Cancelled', item.cancelled && reasonOf(item.cancelled)],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

function reasonOf({ reason, reasonErased }: NonNullable<MeetingInFull['cancelled']>): string {
  return reasonErased ? 'why was erased' : (reason ?? 'why is not given');
}

/** Where the notes stand, the paper that they are, and each later meeting that had them before it. */
function notesShown(item: MeetingInFull, own: ShownWith): object {
  const { visit, area } = own;
  return {
    words: notesSentence(item),
    paper: item.notes.paper && paperShown(item.notes.paper, own),
    at: item.notesAt.map(({ at, outcome, effectiveOn, precision, reason, reasonErased }) => ({
      ...{ word: NOTES_OUTCOME_WORDS[outcome], meeting: at },
      href: visit.link(meetingPath(area, at)),
      on: longDate(effectiveOn, precision),
      corrections: reasonErased ? 'The words were erased.' : reason,
    })),
  };
}

/** Everything that was said of it, the newest first. */
function eventsOf(item: MeetingInFull, own: ShownWith): object[] {
  const { names } = own;
  return item.history.toReversed().map((act) => ({
    ...act,
    title: meetingActInWords(act),
    who: act.office ? `${nameIn(names, act.office)} (${whoWrote(act, names)})` : whoWrote(act, names),
    paper: act.source && { ...paperShown(act.source.paper, own), place: act.source.place },
  }));
}
