import { QUESTION_SORTS, QUESTION_STATUSES } from '@daybook/scrutiny';
import type { Described, ParameterName } from '../parameters';
import { many, one, query, type ApiQuery } from './api-query';

const words = { type: 'string' } as const;

/** What parameters are here: questions have statuses and orders of their own. */
const described = {
  id: { description: "A question's id.", schema: words, example: 'kent-board-2023-03-15-question-1' },
  area: {
    description: 'An area, such as `kent`. A question is else that of the area that recorded its id first.',
    schema: words,
  },
  status: {
    description: 'Only questions in this status.',
    schema: { type: 'string', enum: QUESTION_STATUSES },
  },
  to: {
    description: 'Only what this office, or this body and the offices in it, is asked: `kent-police`.',
    schema: words,
  },
  meeting: { description: 'Only what was asked at this meeting, by its id.', schema: words },
  priority: {
    description: 'Only what serves this priority of a plan, as `<plan>/<priority>`.',
    schema: words,
  },
  sort: {
    description: 'The order: by `id` where absent, or by `age` in days; `-` before it turns it about.',
    schema: { type: 'string', enum: QUESTION_SORTS, default: 'id' },
  },
} as const satisfies Readonly<Partial<Record<ParameterName, Described>>>;

/** Questions, and what was said that leans on figures which changed since. */
export const questionsQueries: readonly ApiQuery[] = [
  query({
    path: '/questions',
    title: 'What was asked, and whether it was answered, of one area or of all',
    ...many('Question'),
    needed: [],
    optional: ['area', 'status', 'to', 'askedBy', 'meeting', 'priority', 'unanswered', 'sort'],
    described,
    paged: true,
    ask: ({ readings, person, at, asked, page }) =>
      readings.questions.list(person, at, { ...asked, ...page }),
  }),
  query({
    path: '/questions/:id',
    title: 'One question in full: its words, its answers with what they cite, and its history',
    ...one('QuestionInFull'),
    needed: ['id'],
    optional: ['area'],
    described,
    ask: ({ readings, person, at, asked }) => readings.questions.one(person, at, asked),
  }),
  query({
    path: '/leaning',
    title: 'Answers, decisions and claims that rest on a figure which stands no longer as it was quoted',
    ...many('Leaning'),
    needed: ['area'],
    optional: ['measure', 'period', 'breakdown'],
    described: {
      breakdown: {
        description:
          'Only of this breakdown: dimension=value;dimension=value in any order; any where absent.',
        schema: words,
      },
    },
    ask: ({ readings, person, at, asked }) => readings.leaning.list(person, at, asked),
  }),
];
