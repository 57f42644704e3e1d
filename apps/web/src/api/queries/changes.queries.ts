import { query } from './api-query';

/** What became of figures: what changed between two positions. */
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
];
