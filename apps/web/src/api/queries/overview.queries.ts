import { TIMELINE_KINDS } from '@daybook/provenance';
import { many, one, query } from './api-query';

const text = { type: 'string' } as const;
const day = { type: 'string', format: 'date' } as const;

/** What was asked, promised and decided, whatever it is. */
export const overviewQueries = [
  query({
    path: '/timeline',
    title: 'Everything said of meetings, questions, commitments, decisions and findings, the newest first',
    ...many('TimelineEntry'),
    needed: ['area'],
    optional: ['kind', 'office', 'meeting', 'priority', 'status', 'from', 'to'],
    described: {
      kind: {
        description: 'Only what is about such a thing.',
        schema: { type: 'string', enum: TIMELINE_KINDS },
      },
      office: { description: 'Only what this office said, or the body whose act it was.', schema: text },
      priority: { description: 'Only what hangs from this priority, as `<plan>/<priority>`.', schema: text },
      status: { description: 'Only what is about a thing that stands so at the position.', schema: text },
      from: { description: 'Only what is effective on this UK date or later.', schema: day },
      to: { description: 'Only what is effective by this UK date.', schema: day },
    },
    paged: true,
    ask: ({ readings, person, at, asked, page }) =>
      readings.overview.timeline(person, at, { ...asked, ...page }),
  }),
  query({
    path: '/pack',
    title:
      'Everything to be raised at a meeting, or on the day of the position: what is overdue, due and unanswered',
    ...one('ToRaise'),
    needed: ['area'],
    optional: ['for', 'body'],
    described: {
      body: { description: 'The board or panel whose meeting it is, such as `kent-panel`.', schema: text },
    },
    ask: ({ readings, person, at, asked }) => readings.overview.toRaise(person, at, asked),
  }),
];
