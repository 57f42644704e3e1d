import type { TimelineEntry } from '@daybook/provenance';
import type { Many, One, ToRaise } from '@daybook/runtime';
import type { TimelineAsked } from '@daybook/scrutiny';
import type { ListAnswer, OneAnswer, Question } from '../door/door';
import { ask, at, type Asking, type At } from './ask';
import { dateOf, listed, positionLine } from './show';
import { PAGE } from './questions';
import { sheet, table } from './table';

export type TimelineWanted = TimelineAsked & { readonly area: string };
export interface PackAsked {
  readonly area: string;
  readonly for?: string;
  /** The board or panel whose meeting it is; `body` is that of who asks. */
  readonly meetingOf?: string;
}

/** The whole relationship, the newest first: a line for each event. */
export const askTimeline = (asked: Asking & At & TimelineWanted): Promise<void> => {
  const { area, kind, office, meeting, priority, status, from, to } = asked;
  const wanted = { area, kind, office, meeting, priority, status, from, to };
  const timeline: Question<Many<TimelineEntry>> = {
    path: 'timeline',
    parameters: { ...at(asked), ...wanted, limit: PAGE },
    here: (readings, person) => readings.overview.timeline(person, at(asked), wanted),
  };
  return ask(asked, (door) => door.many(timeline), showTimeline);
};

/** Everything to be raised at a meeting, or on the day of the position: a table for each kind of thing. */
export const askPack = (asked: Asking & At & PackAsked): Promise<void> => {
  const { area, for: day, meetingOf } = asked;
  const wanted = { area, for: day, body: meetingOf };
  const pack: Question<One<ToRaise>> = {
    path: 'pack',
    parameters: { ...at(asked), ...wanted },
    here: (readings, person) => readings.overview.toRaise(person, at(asked), wanted),
  };
  return ask(asked, (door) => door.one(pack), showPack);
};

function showTimeline(answer: ListAnswer<TimelineEntry>, colour: boolean): string {
  const rows = table<TimelineEntry>(
    [
      { head: 'Effective', cell: dateOf },
      { head: 'What', cell: (e) => e.type },
      { head: 'About', cell: (e) => e.reference },
      { head: 'Stands as', cell: (e) => e.status },
      { head: 'By', cell: (e) => e.office ?? e.for ?? e.by.body },
      { head: 'Meeting', cell: (e) => (e.item ? `${e.meeting ?? ''} item ${e.item}` : e.meeting) },
      { head: 'Title', cell: (e) => e.title },
      { head: 'Paper', cell: (e) => e.source?.paper ?? null },
      { head: 'Record', cell: (e) => e.index, align: 'end' },
    ],
    answer.items,
    colour,
  );
  return listed(answer, rows, 'event');
}

interface Raised {
  readonly why: string;
  readonly id: string;
  readonly title: string;
  readonly who: string | null;
  readonly due: string | null;
  readonly days: number | null;
}

function showPack({ item, ...position }: OneAnswer<ToRaise>, colour: boolean): string {
  const { since } = item;
  const heading = sheet([
    ['Area', item.area],
    ['For', item.for],
    ['Body', item.body],
    ['Last meeting', since && `${since.id}, ${since.on ?? ''}`],
    ['Called', item.called.map(({ id, on }) => `${id}, ${on ?? ''}`).join('; ') || null],
  ]);
  const rows = table<Raised>(
    [
      { head: 'Why', cell: (r) => r.why },
      { head: 'What', cell: (r) => r.id },
      { head: 'Who', cell: (r) => r.who },
      { head: 'Due', cell: (r) => r.due },
      { head: 'Days', cell: (r) => r.days, align: 'end' },
      { head: 'Title', cell: (r) => r.title },
    ],
    raisedIn(item),
    colour,
  );
  return `${heading}\n${rows}\n${positionLine(position)}`;
}

/** Each thing with why it is raised, in the order in which a meeting takes it. */
function raisedIn(item: ToRaise): Raised[] {
  const { findings } = item;
  const commitments = (why: string, some: ToRaise['overdue']): Raised[] =>
    some.map((one) => ({
      ...{ why, id: one.id, title: one.title, who: one.owner },
      ...{ due: one.due, days: one.overdueDays },
    }));
  const found = (why: string, some: ToRaise['findings']['overdue']): Raised[] =>
    some.map((one) => ({
      ...{ why, id: one.finding, title: one.title, who: one.addressee },
      ...{ due: one.anticipated, days: one.overdueDays },
    }));
  return [
    ...commitments('overdue', item.overdue),
    ...commitments('due', item.due),
    ...commitments('claimed', item.claimed),
    ...commitments('date asked for', item.pending),
    ...commitments('no last day', item.undated),
    ...item.unanswered.map((one) => ({
      ...{ why: one.status, id: one.id, title: one.title, who: one.to, due: null, days: one.ageDays },
    })),
    ...found('finding overdue', findings.overdue),
    ...found('finding due', findings.due),
    ...found('move not agreed', findings.notAgreed),
    ...found('not assured', findings.claimed),
    ...found('not closed', findings.assured),
    ...item.figures.map((one) => ({
      ...{
        why: `figure ${one.kind}`,
        id: one.about,
        title: `${one.before?.value ?? '-'} to ${one.after?.value ?? '-'}`,
      },
      ...{ who: one.for ?? one.by.body, due: null, days: null },
    })),
    ...item.leaning.map((one) => ({
      ...{
        why: `${one.kind} leans on it`,
        id: one.about,
        title: one.title,
        who: one.office,
        due: null,
        days: null,
      },
    })),
    ...[...item.moved, ...item.ended].map(saidSince),
    ...item.responses.map((one) => ({
      ...{
        why: 'response',
        id: one.inspection,
        title: one.title,
        who: null,
        due: one.dueOn,
        days: one.daysPast,
      },
    })),
    ...meetings('nothing recorded', item.unheard),
    ...meetings('notes not agreed', item.notes),
  ];
}

function meetings(why: string, some: ToRaise['notes']): Raised[] {
  return some.map(({ id, title, body, on }) => ({ why, id, title, who: body, due: on, days: null }));
}

/** What was said of a date, or of an end, since the last meeting. */
function saidSince({ type, subject, title, office, for: whose, by }: TimelineEntry): Raised {
  const why = type.slice(type.indexOf('.') + 1).replaceAll('-', ' ');
  return { why, id: subject, title, who: office ?? whose ?? by.body, due: null, days: null };
}
