import { one, query } from './api-query';

/** Responses under section 55, Police Act 1996. */
export const responsesQueries = [
  query({
    path: '/inspections/:id/response',
    title: 'The response to a report under section 55, Police Act 1996, and its clock of 56 days',
    ...one('Response'),
    needed: ['id'],
    optional: ['area'],
    described: {
      id: { description: "An inspection's id.", schema: { type: 'string' } },
      area: {
        description: 'The area; where absent, the one which recorded an inspection with this id first.',
        schema: { type: 'string' },
      },
    },
    ask: ({ readings, person, at, asked }) => readings.responses.one(person, at, asked),
  }),
];
