import { COMMITMENT_KINDS, COMMITMENT_SORTS, COMMITMENT_STATUSES_WANTED } from '@daybook/scrutiny';
import type { Described, ParameterName } from '../parameters';
import { many, one, query, type ApiQuery } from './api-query';

/** What parameters are here: commitments have kinds, statuses and orders of their own. */
const described = {
  id: {
    description: "A commitment's id.",
    schema: { type: 'string' },
    example: 'kent-board-2023-03-15-action-1',
  },
  area: {
    description: 'An area, such as `kent`. A commitment is else that of the area that recorded its id first.',
    schema: { type: 'string' },
  },
  status: {
    description: 'Only commitments in this status; `live`: whatever is still to be kept.',
    schema: { type: 'string', enum: COMMITMENT_STATUSES_WANTED },
  },
  owner: {
    description:
      'Only what this office promised; or this body, the offices within it, and a body that it succeeded.',
    schema: { type: 'string' },
  },
  to: {
    description: 'Only what was promised to this office; or to this body, the offices and boards within it.',
    schema: { type: 'string' },
  },
  priority: {
    description: 'Only what serves this priority of a plan, as `<plan>/<priority>`.',
    schema: { type: 'string' },
  },
  kind: {
    description: 'Only commitments of this kind.',
    schema: { type: 'string', enum: COMMITMENT_KINDS },
  },
  overdue: {
    description: '`yes`: only what is past the latest day of its date; `no`: only the rest.',
    schema: { type: 'string', enum: ['yes', 'no'] },
  },
  sort: {
    description:
      'The order: by `id` where absent, by the latest day it is `due`, its `slip`, its `moves`, or the days it is ' +
      '`overdue`; `-` before it turns it about. What has nothing to be sorted by comes last.',
    schema: { type: 'string', enum: COMMITMENT_SORTS, default: 'id' },
  },
} as const satisfies Readonly<Partial<Record<ParameterName, Described>>>;

/** The list of commitments, and one of them in full. */
export const commitmentsQueries: readonly ApiQuery[] = [
  query({
    path: '/commitments',
    title: 'What was promised: where each commitment stands, of one area or of all',
    ...many('Commitment'),
    needed: [],
    optional: [
      ...(['area', 'status', 'owner', 'to', 'meeting', 'kind', 'priority'] as const),
      ...(['overdue', 'moved', 'pending', 'sort'] as const),
    ],
    described,
    paged: true,
    ask: ({ readings, person, at, asked, page }) =>
      readings.commitments.list(person, at, { ...asked, ...page }),
  }),
  query({
    path: '/commitments/:id',
    title:
      'One commitment in full: its dates, claims and answers, its target beside its figures, its history',
    ...one('CommitmentInFull'),
    needed: ['id'],
    optional: ['area'],
    described,
    ask: ({ readings, person, at, asked }) => readings.commitments.one(person, at, asked),
  }),
  query({
    path: '/commitments/:id/history',
    title: 'Every event about one commitment, in order of effective date',
    ...many('CommitmentEvent'),
    needed: ['id'],
    optional: ['area'],
    described,
    ask: ({ readings, person, at, asked }) => readings.commitments.history(person, at, asked),
  }),
];
