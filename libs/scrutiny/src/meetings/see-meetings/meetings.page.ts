import { mayCommandIn } from '@daybook/identity';
import {
  nameIn,
  nameOf,
  refuseUnknownArea,
  samePosition,
  withQuery,
  type AreaReadings,
  type Page,
  type Visit,
} from '@daybook/pages';
import { MEETING_STATUSES } from '../../codes';
import type { BodyReads, MeetingReads } from '../../readings.page';
import type { MeetingItem } from './meeting-item';
import { MEETING_STATUS_WORDS, dayInWords, meetingPath, notesInWords } from './wording.page';

const MOST = 100;

/** The meetings of an area, the latest first: what is called, what was held, and what became of the notes. */
export function meetingsPage(readings: AreaReadings & MeetingReads & BodyReads): Page {
  return {
    method: 'GET',
    path: '/:area/meetings',
    async answer(visit: Visit) {
      const { area = '' } = visit.params;
      const { person } = visit;
      const status = MEETING_STATUSES.find((one) => one === visit.query.status);
      const asked = { area, status, after: visit.query.after, limit: MOST };
      const { position, items, next } = await readings.meetings.list(person, visit.at, asked);
      if (items.length === 0) await refuseUnknownArea(readings, visit, area);
      const names = await readings.bodies.names(person, samePosition(position), area);
      return {
        template: 'libs/scrutiny/src/meetings/see-meetings/meetings.njk',
        title: [`Meetings, ${nameOf(area)}`],
        position,
        api: withQuery('/api/v1/meetings', { area, status }),
        data: {
          ...{ area, status, statuses: statusLinks(visit, status) },
          calls: mayCommandIn(person, 'call-meeting', area),
          meetings: items.map((item) => ({
            ...item,
            href: visit.link(meetingPath(area, item.id)),
            by: nameIn(names, item.body),
            day: dayInWords(item),
            tag: MEETING_STATUS_WORDS[item.status],
            of: notesInWords(item) || notHeld(item, position.asOf),
          })),
          key: MEETING_STATUSES.filter((one) => items.some((item) => item.status === one)).map(
            (one) => MEETING_STATUS_WORDS[one],
          ),
          next: next && visit.link(visit.path, { status, after: next }),
        },
      };
    },
  };
}

/** Silence after its day is that, and never that it was not held. */
function notHeld({ status, on }: Pick<MeetingItem, 'status' | 'on'>, asOf: string): string {
  if (status === 'cancelled') return 'none: cancelled';
  return on !== null && on <= asOf ? 'Nothing recorded since it was called' : 'Not held yet';
}

function statusLinks(visit: Visit, chosen: string | undefined) {
  const all = { text: 'All', href: visit.link(visit.path), current: chosen === undefined };
  const each = MEETING_STATUSES.map((status) => ({
    text: MEETING_STATUS_WORDS[status].word,
    href: visit.link(visit.path, { status }),
    current: status === chosen,
  }));
  return [all, ...each];
}
