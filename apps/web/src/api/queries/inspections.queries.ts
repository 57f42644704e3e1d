import { INSPECTION_KINDS } from '@daybook/inspections';
import type { Described, ParameterName } from '../parameters';
import { many, one, query } from './api-query';

const described = {
  kind: {
    description: 'Only what is of this kind, such as `force`, a report on the force.',
    schema: { type: 'string', enum: INSPECTION_KINDS },
  },
  id: { description: "An inspection's id, such as `kent-peel-2021-22`.", schema: { type: 'string' } },
  area: {
    description: 'An area, such as `kent`; where several have the id, the first that recorded it if absent.',
    schema: { type: 'string' },
    example: 'kent',
  },
  question: {
    description: 'Only grades of this area of assessment, such as `investigating-crime`.',
    schema: { type: 'string' },
  },
} as const satisfies Readonly<Partial<Record<ParameterName, Described>>>;

/** What inspections said: themselves, their grades, and grades over the cycles. */
export const inspectionsQueries = [
  query({
    path: '/inspections',
    title: 'Inspections, audits, complaints and notices, of one area or of all',
    ...many('Inspection'),
    needed: [],
    optional: ['area', 'kind'],
    described: { kind: described.kind },
    paged: true,
    ask: ({ readings, person, at, asked, page }) =>
      readings.inspections.list(person, at, { ...asked, ...page }),
  }),
  query({
    path: '/inspections/:id',
    title: 'One inspection, with the grades that it gave',
    ...one('InspectionInFull'),
    needed: ['id'],
    optional: ['area'],
    described: { id: described.id, area: described.area },
    ask: ({ readings, person, at, asked }) => readings.inspections.one(person, at, asked),
  }),
  query({
    path: '/scales',
    title: 'The grades that can be given, the best first: scales of one area or of all',
    ...many('Scale'),
    needed: [],
    optional: ['area'],
    ask: ({ readings, person, at, asked }) => readings.inspections.scales(person, at, asked),
  }),
  query({
    path: '/grades',
    title: 'The grade history of an area: every question in every inspection, with what changed',
    ...many('GradeInHistory'),
    needed: ['area'],
    optional: ['question'],
    described: { question: described.question },
    ask: ({ readings, person, at, asked }) => readings.inspections.grades(person, at, asked),
  }),
];
