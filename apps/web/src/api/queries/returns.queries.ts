import { many, one, placeIn, query } from './api-query';

/** Returns, what is expected, what papers put on record, and what nobody has explained. */
export const returnsQueries = [
  query({
    path: '/returns',
    title:
      'Returns of an area, the newest effective first, with what became of their figures; a page may be short and still have a next',
    ...many('Return'),
    needed: ['area'],
    optional: ['paper', 'body'],
    paged: true,
    ask: ({ readings, person, at, asked, page }) => readings.returns.list(person, at, { ...asked, ...page }),
  }),
  query({
    path: '/returns/:index',
    title: 'One return, by the place of its first record, with its figures and what became of each',
    ...one('ReturnWithFigures'),
    needed: ['index'],
    ask: ({ readings, person, at, asked }) => readings.returns.one(person, at, placeIn(asked.index)),
  }),
  query({
    path: '/returns/:index/figures',
    title: 'The figures of one return as a list, in the order in which they were sent',
    ...many('EnteredFigure'),
    needed: ['index'],
    paged: true,
    ask: ({ readings, person, at, asked, page }) =>
      readings.returns.lines(person, at, { index: placeIn(asked.index), ...page }),
  }),
  query({
    path: '/returns/:index/file',
    title: 'The file that a return came in: its name and SHA-256, with what was said once for all figures',
    item: 'ReturnFile',
    shape: 'bare',
    clocks: 'none',
    needed: ['index'],
    ask: async ({ readings, person, asked }) => ({
      bare: await readings.returnFiles.one(person, placeIn(asked.index)),
    }),
  }),
  query({
    path: '/expected',
    title:
      'What the reporting calendars of an area ask for, and whether it has come; to readers outside, in public',
    ...many('Expected'),
    needed: ['area'],
    optional: ['measure', 'state'],
    paged: true,
    ask: ({ readings, person, at, asked, page }) =>
      readings.returns.expected(person, at, { ...asked, ...page }),
  }),
  query({
    path: '/unexplained',
    title: 'Figures that changed between two papers and nobody has said why, the oldest first',
    ...many('UnexplainedChange'),
    needed: ['area'],
    optional: ['measure'],
    paged: true,
    ask: ({ readings, person, at, asked, page }) =>
      readings.returns.unexplained(person, at, { ...asked, ...page }),
  }),
  query({
    path: '/papers/:id',
    title: 'One paper, with all that it put on record and what became of each figure',
    ...one('PaperWithFigures'),
    needed: ['id'],
    ask: ({ readings, person, at, asked }) => readings.returns.paper(person, at, asked.id),
  }),
  query({
    path: '/papers/:id/figures',
    title: 'What a paper put on record as a list, in ledger order',
    ...many('EnteredFigure'),
    needed: ['id'],
    paged: true,
    ask: ({ readings, person, at, asked, page }) =>
      readings.returns.paperFigures(person, at, { id: asked.id, ...page }),
  }),
];
