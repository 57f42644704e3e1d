import { many, query } from './api-query';

/** What the register answers. */
export const registerQueries = [
  query({
    path: '/papers',
    title: 'Papers, of one area or of all',
    ...many('Paper'),
    needed: [],
    optional: ['area'],
    paged: true,
    ask: ({ readings, person, at, asked, page }) => readings.papers(person, at, { ...asked, ...page }),
  }),
];
