import { TIMELINE_KINDS } from '@daybook/provenance';
import { many, query } from './api-query';

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
      priority: {
        description: 'Only what hangs from this priority, as `<plan>/<priority>`.',
        schema: { type: 'string' },
      },
      status: {
        description: 'Only what is about a thing that stands so at the position.',
        schema: { type: 'string' },
      },
      from: { description: 'Only what is effective on this UK date or later.', schema: day },
      to: { description: 'Only what is effective by this UK date.', schema: day },
    },
    paged: true,
    ask: ({ readings, person, at, asked, page }) =>
      readings.overview.timeline(person, at, { ...asked, ...page }),
  }),
];
