import type { Described, ParameterName } from '../parameters';
import { many, one, query } from './api-query';

const described = {
  id: { description: "A plan's id.", schema: { type: 'string' }, example: 'making-kent-safer' },
  area: {
    description: 'An area, such as `kent`; where several have the id, the first that recorded it if absent.',
    schema: { type: 'string' },
    example: 'kent',
  },
  priority: {
    description: 'The id of a priority of the plan, also of one that the plan dropped.',
    schema: { type: 'string' },
    example: 'road-danger',
  },
} as const satisfies Readonly<Partial<Record<ParameterName, Described>>>;

/** Police and crime plans, and what hangs from their priorities. */
export const plansQueries = [
  query({
    path: '/plans',
    title:
      'Police and crime plans of one area or of all, with their priorities, the one that began first first',
    ...many('Plan'),
    needed: [],
    optional: ['area'],
    ask: ({ readings, person, at, asked }) => readings.plans.list(person, at, asked),
  }),
  query({
    path: '/plans/:id',
    title: 'One plan, with how much hangs from each of its priorities, and every event about it',
    ...one('PlanInFull'),
    needed: ['id'],
    optional: ['area'],
    described: { id: described.id, area: described.area },
    ask: ({ readings, person, at, asked }) => readings.plans.one(person, at, asked),
  }),
  query({
    path: '/plans/:id/priorities/:priority',
    title:
      'One priority with everything that hangs from it, and what moved since the last meeting of a board',
    ...one('PriorityInFull'),
    needed: ['id', 'priority'],
    optional: ['area'],
    described,
    ask: ({ readings, person, at, asked }) => readings.plans.priority(person, at, asked),
  }),
];
