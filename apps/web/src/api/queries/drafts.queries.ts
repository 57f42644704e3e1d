import { query } from './api-query';

/** What waits for a second person: it is not on record, so an answer has no position. */
export const draftsQueries = [
  query({
    path: '/drafts',
    title: "The drafts of one's own body in an area, and whether it has four eyes switched on there",
    item: 'Drafts',
    shape: 'bare',
    clocks: 'none',
    needed: ['area'],
    ask: async ({ readings, person, asked }) => ({ bare: await readings.drafts.list(person, asked.area) }),
  }),
  query({
    path: '/drafts/:draft',
    title: "One draft of one's own body, and whether it could be approved now",
    item: 'Draft',
    shape: 'bare',
    clocks: 'none',
    needed: ['draft'],
    ask: async ({ readings, person, asked }) => ({ bare: await readings.drafts.one(person, asked.draft) }),
  }),
];
