import { DECISION_STATUSES } from '@daybook/scrutiny';
import type { Described, ParameterName } from '../parameters';
import { many, one, query, type ApiQuery } from './api-query';

const words = { type: 'string' } as const;

/** What parameters are here: decisions have statuses of their own. */
const described = {
  id: { description: "A decision's id.", schema: words, example: 'budget-2023-24' },
  area: {
    description: 'An area, such as `kent`. A decision is else that of the area that recorded its id first.',
    schema: words,
  },
  status: {
    description: 'Only decisions in this status.',
    schema: { type: 'string', enum: DECISION_STATUSES },
  },
  office: { description: 'Only what this office decided: `kent-chief-constable`.', schema: words },
  meeting: { description: 'Only what was decided at this meeting, by its id.', schema: words },
  priority: {
    description: 'Only what serves this priority of a plan, as `<plan>/<priority>`.',
    schema: words,
  },
} as const satisfies Readonly<Partial<Record<ParameterName, Described>>>;

/** Decisions of named offices. */
export const decisionsQueries: readonly ApiQuery[] = [
  query({
    path: '/decisions',
    title: 'What was decided, of one area or of all, the latest first',
    ...many('Decision'),
    needed: [],
    optional: ['area', 'status', 'office', 'meeting', 'priority'],
    described,
    paged: true,
    ask: ({ readings, person, at, asked, page }) =>
      readings.decisions.list(person, at, { ...asked, ...page }),
  }),
  query({
    path: '/decisions/:id',
    title: 'One decision in full: its reasons, the figures that it rests on, and its history',
    ...one('DecisionInFull'),
    needed: ['id'],
    optional: ['area'],
    described,
    ask: ({ readings, person, at, asked }) => readings.decisions.one(person, at, asked),
  }),
];
