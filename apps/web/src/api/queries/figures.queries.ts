import { figuresSheet, triangleSheet } from './figures-sheets';
import { many, one, query } from './api-query';

const figure = '/figures/:area/:measure/:period';

/** What the figures slice answers. */
export const figuresQueries = [
  query({
    path: '/areas',
    title: 'Areas that have a measure or an inspection on record',
    ...many('Area'),
    needed: [],
    ask: ({ readings, person, at }) => readings.areas(person, at),
  }),
  query({
    path: '/measures',
    title: 'Measures, of one area or of all',
    ...many('Measure'),
    needed: [],
    optional: ['area'],
    paged: true,
    ask: ({ readings, person, at, asked, page }) => readings.measures(person, at, { ...asked, ...page }),
  }),
  query({
    path: '/measures/:area/:measure',
    title: 'One measure',
    ...one('Measure'),
    needed: ['area', 'measure'],
    ask: ({ readings, person, at, asked }) => readings.measure(person, at, asked),
  }),
  query({
    path: '/measures/:area/:measure/triangle',
    title: 'The revision triangle of a measure: each figure as it stood after every day that changed it',
    ...many('TriangleRow'),
    needed: ['area', 'measure'],
    paged: true,
    sheet: triangleSheet,
    ask: ({ readings, person, at, asked, page }) => readings.triangles.of(person, at, { ...asked, ...page }),
  }),
  query({
    path: '/figures',
    title: 'Figures that stand in an area, of all or of those that are wanted',
    ...many('Figure'),
    needed: ['area'],
    optional: ['measure', 'period', 'status', 'kind', 'paper', 'changedSince', 'sort'],
    paged: true,
    sheet: figuresSheet,
    ask: ({ readings, person, at, asked, page }) => readings.figures(person, at, { ...asked, ...page }),
  }),
  query({
    path: figure,
    title: 'One figure: what stands',
    ...one('Figure'),
    needed: ['area', 'measure', 'period'],
    optional: ['breakdown'],
    ask: ({ readings, person, at, asked }) => readings.figure(person, at, asked),
  }),
  query({
    path: `${figure}/history`,
    title: 'Every entry about one figure, in order of effective date',
    ...many('Vintage'),
    needed: ['area', 'measure', 'period'],
    optional: ['breakdown'],
    ask: ({ readings, person, at, asked }) => readings.history(person, at, asked),
  }),
];
