import { FINDING_KINDS, FINDING_SORTS, STATUSES_WANTED } from '@daybook/inspections';
import type { Described, ParameterName } from '../parameters';
import { many, one, query } from './api-query';

/** What parameters are here: findings have kinds, statuses and orders of their own. */
const described = {
  id: {
    description: "A finding's id.",
    schema: { type: 'string' },
    example: 'kent-peel-2021-22-afi-01',
  },
  area: {
    description: 'An area, such as `kent`. A finding is else that of the area that recorded its id first.',
    schema: { type: 'string' },
  },
  kind: { description: 'Only findings of this kind.', schema: { type: 'string', enum: FINDING_KINDS } },
  status: {
    description: 'Only findings in this status with the addressee; `live`: whatever has not ended.',
    schema: { type: 'string', enum: STATUSES_WANTED },
  },
  sort: {
    description:
      'The order: by `id` and addressee where absent, by the latest day it is `due`, its `slip`, its `moves`, or ' +
      'the `gap` it waits in; `-` before it turns it about. What has nothing to be sorted by comes last.',
    schema: { type: 'string', enum: FINDING_SORTS, default: 'id' },
  },
} as const satisfies Readonly<Partial<Record<ParameterName, Described>>>;

/** The tracker of findings, and one of them in full. */
export const findingsQueries = [
  query({
    path: '/findings',
    title: 'The tracker: an item for each finding and addressee, of one area or of all',
    ...many('Finding'),
    needed: [],
    optional: [
      ...(['area', 'inspection', 'status', 'kind', 'addressee', 'question', 'priority'] as const),
      ...(['overdue', 'agreed', 'movedMoreThan', 'gapOver', 'sort'] as const),
    ],
    described,
    paged: true,
    ask: ({ readings, person, at, asked, page }) => readings.findings.list(person, at, { ...asked, ...page }),
  }),
  query({
    path: '/findings/:id',
    title: 'One finding in full: where it stands with each addressee, its dates, and its history',
    ...one('FindingInFull'),
    needed: ['id'],
    optional: ['area'],
    described,
    ask: ({ readings, person, at, asked }) => readings.findings.one(person, at, asked),
  }),
  query({
    path: '/findings/:id/history',
    title: 'Every event about one finding, in order of effective date',
    ...many('FindingEvent'),
    needed: ['id'],
    optional: ['area'],
    described,
    ask: ({ readings, person, at, asked }) => readings.findings.history(person, at, asked),
  }),
  query({
    path: '/finding-counts',
    title: 'How many findings stood in which status, one for each addressee, on each day that changed it',
    ...many('FindingCounts'),
    needed: ['area'],
    optional: ['inspection', 'kind'],
    described: { kind: described.kind },
    ask: ({ readings, person, at, asked }) => readings.findings.counts(person, at, asked),
  }),
];
