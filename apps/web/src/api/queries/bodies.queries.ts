import { BODY_KINDS } from '@daybook/register';
import type { Described, ParameterName } from '../parameters';
import { many, one, query } from './api-query';

const described = {
  id: { description: "A body's or an office's id.", schema: { type: 'string' }, example: 'kent-pcc' },
  area: {
    description: 'An area, such as `kent`. A body is else that of the area that recorded its id first.',
    schema: { type: 'string' },
  },
  kind: { description: 'Only bodies of this kind.', schema: { type: 'string', enum: BODY_KINDS } },
} as const satisfies Readonly<Partial<Record<ParameterName, Described>>>;

/** Bodies and offices, who holds them, and who took whose place. */
export const bodiesQueries = [
  query({
    path: '/bodies',
    title: 'Bodies and offices, of one area or of all: who holds them, and who took whose place',
    ...many('Body'),
    needed: [],
    optional: ['area', 'kind'],
    described,
    paged: true,
    ask: ({ readings, person, at, asked, page }) => readings.bodies.list(person, at, { ...asked, ...page }),
  }),
  query({
    path: '/bodies/:id',
    title: 'One body or office: what is within it, and every event about it',
    ...one('BodyInFull'),
    needed: ['id'],
    optional: ['area'],
    described,
    ask: ({ readings, person, at, asked }) => readings.bodies.one(person, at, asked),
  }),
];
