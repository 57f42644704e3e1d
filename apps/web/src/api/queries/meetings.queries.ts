import { MEETING_STATUSES } from '@daybook/scrutiny';
import type { Described, ParameterName } from '../parameters';
import { many, one, query, type ApiQuery } from './api-query';

const words = { type: 'string' } as const;
const day = { type: 'string', format: 'date' } as const;

/** What parameters are here: meetings have bodies, statuses and days of their own. */
const described = {
  id: { description: "A meeting's id.", schema: words, example: 'kent-board-2023-03-15' },
  area: {
    description: 'An area, such as `kent`. A meeting is else that of the area that recorded its id first.',
    schema: words,
  },
  body: { description: 'Only meetings of this board or panel, such as `kent-panel`.', schema: words },
  status: {
    description: 'Only meetings in this status.',
    schema: { type: 'string', enum: MEETING_STATUSES },
  },
  from: { description: 'Only what is to be, or was, held on this UK date or later.', schema: day },
  to: { description: 'Only what is to be, or was, held on this UK date or before.', schema: day },
} as const satisfies Readonly<Partial<Record<ParameterName, Described>>>;

/** Meetings of boards and panels, and one of them in full. */
export const meetingsQueries: readonly ApiQuery[] = [
  query({
    path: '/meetings',
    title: 'Meetings of one area or of all, the latest first, with what became of their notes',
    ...many('Meeting'),
    needed: [],
    optional: ['area', 'body', 'status', 'from', 'to'],
    described,
    paged: true,
    ask: ({ readings, person, at, asked, page }) => readings.meetings.list(person, at, { ...asked, ...page }),
  }),
  query({
    path: '/meetings/:id',
    title: 'One meeting in full: what was said under each item, and what has happened to it since',
    ...one('MeetingInFull'),
    needed: ['id'],
    optional: ['area'],
    described,
    ask: ({ readings, person, at, asked }) => readings.meetings.one(person, at, asked),
  }),
];
