import { many, query } from './api-query';

/** What became of figures: what changed between two positions, and their history step by step. */
export const changesQueries = [
  query({
    path: '/changes',
    title:
      'What changed in an area between two positions (dates, ledger sizes, or both), a first release included',
    item: 'Change',
    shape: 'many',
    clocks: 'between',
    needed: ['area'],
    optional: ['measure', 'from', 'to', 'fromBasis', 'toBasis'],
    paged: true,
    ask: ({ readings, person, asked, page }) => {
      const { from, to, fromBasis, toBasis, area, measure } = asked;
      const positions = { from, to, fromBasis, toBasis };
      return readings.changes.between(person, positions, { area, measure, ...page });
    },
  }),
  query({
    path: '/replay',
    title:
      'The history of an area or a measure, step by step: each event with what stood before and after it',
    ...many('ReplayStep'),
    needed: ['area'],
    optional: ['measure', 'from', 'order'],
    paged: true,
    ask: ({ readings, person, at, asked, page }) => readings.replay.steps(person, at, { ...asked, ...page }),
  }),
];
