import type { Many, One } from '@daybook/runtime';
import type {
  HappenedItem,
  ItemInFull,
  MeetingInFull,
  MeetingItem,
  MeetingToldAct,
  SaidUnder,
} from '@daybook/scrutiny';
import type { ListAnswer, OneAnswer, Question } from '../door/door';
import { ask, at, type Asking, type At } from './ask';
import { PAGE } from './questions';
import { dateOf, listed, positionLine } from './show';
import { sheet, table } from './table';

export interface MeetingsWanted {
  readonly area?: string;
  readonly body?: string;
  readonly status?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Meetings, the latest first, to the last page. */
export const askMeetings = (asked: Asking & At & MeetingsWanted): Promise<void> => {
  const { area, body, status, from, to } = asked;
  const wanted = { area, body, status, from, to };
  const meetings: Question<Many<MeetingItem>> = {
    path: 'meetings',
    parameters: { ...at(asked), ...wanted, limit: PAGE },
    here: (readings, person) => readings.meetings.list(person, at(asked), wanted),
  };
  return ask(asked, (door) => door.many(meetings), showMeetings);
};

export const askMeeting = (id: string, asked: Asking & At & { area?: string }): Promise<void> => {
  const { area } = asked;
  const meeting: Question<One<MeetingInFull>> = {
    path: `meetings/${encodeURIComponent(id)}`,
    parameters: { ...at(asked), area },
    here: (readings, person) => readings.meetings.one(person, at(asked), { id, area }),
  };
  return ask(asked, (door) => door.one(meeting), showMeeting);
};

function showMeetings(answer: ListAnswer<MeetingItem>, colour: boolean): string {
  const rows = table<MeetingItem>(
    [
      { head: 'Meeting', cell: (m) => m.id },
      { head: 'Body', cell: (m) => m.body },
      { head: 'Day', cell: (m) => m.on },
      { head: 'Status', cell: (m) => m.status },
      { head: 'Items', cell: (m) => m.itemCount, align: 'end' },
      { head: 'Notes', cell: (m) => (m.status === 'held' ? m.notes.status : null) },
      { head: 'Agreed at', cell: (m) => m.notes.agreedAt },
      { head: 'Noted at', cell: (m) => m.notes.notedAt.join(', ') },
      { head: 'Title', cell: (m) => m.title },
    ],
    answer.items,
    colour,
  );
  return listed(answer, rows, 'meeting');
}

function showMeeting({ item, ...position }: OneAnswer<MeetingInFull>, colour: boolean): string {
  const about = sheet([
    ['Meeting', item.id],
    ['Title', item.title],
    ['Body', item.body],
    ['Status', item.status],
    ['Day', item.on],
    ['Called for', item.calledFor],
    ['Place', item.venue],
    ['Present', item.present.join('; ')],
    ['Apologies', item.apologies.join('; ')],
    ['Attending', item.attending.join('; ')],
    ['Notes', item.status === 'held' ? item.notes.status : null],
    ['Agreed at', item.notes.agreedAt],
    ['Noted at', item.notes.notedAt.join(', ')],
    ['Corrected', item.corrections],
  ]);
  const said = table<Line>(
    [
      { head: 'Item', cell: (l) => l.item },
      { head: 'What', cell: (l) => l.what },
      { head: 'Id', cell: (l) => l.id },
      { head: 'Stands', cell: (l) => l.stands },
      { head: 'Since', cell: (l) => l.since },
      { head: 'Title', cell: (l) => l.title },
    ],
    [...item.items.flatMap(linesOf), ...linesUnder('-', item.elsewhere)],
    colour,
  );
  const history = table<MeetingToldAct>(
    [
      { head: 'Effective', cell: dateOf },
      { head: 'What', cell: (h) => h.type.slice(h.type.indexOf('.') + 1) },
      { head: 'By', cell: (h) => `${h.by.role} ${h.by.body}${h.for ? ` for ${h.for}` : ''}` },
      { head: 'Paper', cell: (h) => h.source?.paper ?? null },
      { head: 'Fits', cell: (h) => (h.fits ? null : 'no') },
    ],
    item.history,
    colour,
  );
  return [about, '', said, '', history, '', positionLine(position)].join('\n');
}

/** A thing that was said at the meeting, on one line of the agenda. */
interface Line {
  readonly item: string;
  readonly what: string;
  readonly id: string | null;
  readonly stands: string | null;
  readonly since: string | null;
  readonly title: string;
}

function linesOf(item: ItemInFull): Line[] {
  const own = {
    item: item.item,
    what: 'item',
    id: null,
    stands: item.outcome,
    since: null,
    title: item.title,
  };
  return [own, ...linesUnder(item.item, item)];
}

function linesUnder(item: string, { questions, commitments, decisions }: SaidUnder): Line[] {
  const line = (what: string) => (one: Omit<Line, 'item' | 'what' | 'stands' | 'since'> & Standing) => ({
    ...{ item, what, id: one.id, stands: one.status, since: latestOf(one.since), title: one.title },
  });
  return [
    ...questions.map(line('question')),
    ...commitments.map(line('commitment')),
    ...decisions.map(line('decision')),
  ];
}

interface Standing {
  readonly status: string;
  readonly since: readonly HappenedItem[];
}

/** The latest that was said of it since, and when. */
function latestOf(since: readonly HappenedItem[]): string | null {
  const latest = since.at(-1);
  return latest ? `${dateOf(latest)} ${latest.type.slice(latest.type.indexOf('.') + 1)}` : null;
}
