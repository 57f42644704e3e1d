import { many, query } from './api-query';

/** What a board was told beside what the ledger counts. */
export const talliesQueries = [
  query({
    path: '/tallies',
    title: 'Numbers that a board was told about findings, beside what the ledger counts as of that day',
    ...many('Tally'),
    needed: ['area'],
    optional: ['inspection'],
    ask: ({ readings, person, at, asked }) => readings.tallies.list(person, at, asked),
  }),
];
