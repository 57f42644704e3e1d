import { mayCommandIn } from '@daybook/identity';
import { RefusalError, type Refusal } from '@daybook/ledger';
import {
  counted,
  errorSummary,
  nameIn,
  nameOf,
  refuseUnknownArea,
  samePosition,
  withQuery,
  type AreaReadings,
  type Names,
  type Page,
  type Visit,
} from '@daybook/pages';
import { QUESTION_STATUSES } from '../../codes';
import type { BodyReads, QuestionReads } from '../../readings.page';
import type { QuestionItem } from './question-item';
import { countsOf, questionsAsked, questionsForm, sentByForm, wantedOf } from './questions-asked.page';
import { meetingPath, QUESTION_STATUS_WORDS, questionPath } from './wording.page';

const MOST = 50;

/** The questions of an area, the longest waiting first. */
export function questionsPage(readings: QuestionReads & BodyReads & AreaReadings): Page {
  return {
    method: 'GET',
    path: '/:area/questions',
    async answer(visit: Visit) {
      const { area = '' } = visit.params;
      const { person } = visit;
      const { after } = visit.query;
      const asked = questionsAsked(visit);
      if (sentByForm(visit)) return { goTo: visit.link(withQuery(visit.path, { ...asked })) };
      const { position, items: all } = await readings.questions.list(person, visit.at, { area });
      if (all.length === 0) await refuseUnknownArea(readings, visit, area);
      const wanted = wantedOf(area, asked);
      const names = await readings.bodies.names(person, samePosition(position), area);
      const found = await readings.questions
        .list(person, samePosition(position), { ...wanted, after, limit: MOST })
        .catch(asRefusal);
      const refusal = 'refusal' in found ? found.refusal : undefined;
      const { items, next } = 'refusal' in found ? { items: [], next: undefined } : found;
      const cursor = after && Buffer.from(after, 'utf8').toString('base64url');
      const query = { ...wanted, limit: String(MOST), after: cursor };
      return {
        ...(refusal && { status: 422, failed: true }),
        template: 'libs/scrutiny/src/questions/see-questions/questions.njk',
        title: [`Questions, ${nameOf(area)}`],
        position,
        ...(!refusal && {
          api: withQuery('/api/v1/questions', query),
          csv: withQuery('/api/v1/questions.csv', query),
        }),
        data: {
          ...{ area, any: all.length > 0, narrowed: Object.keys(asked).length > 0 },
          mayAsk: mayCommandIn(person, 'ask-question', area),
          counts: countsOf(visit, all),
          form: questionsForm(visit, asked, all),
          errors: refusal && errorSummary(refusal, (id) => id),
          questions: items.map((item) => lineOf(item, names)),
          clear: visit.link(visit.path),
          first: after && visit.link(visit.path, { ...asked }),
          next: next && visit.link(visit.path, { ...asked, after: next }),
          key: QUESTION_STATUSES.filter((status) => items.some((item) => item.status === status)).map(
            (status) => QUESTION_STATUS_WORDS[status],
          ),
        },
      };
    },
  };
}

function lineOf(item: QuestionItem, names: Names): object {
  const { area, id, to, askedBy, office, status, meeting, ageDays, unanswered, citesRevised } = item;
  return {
    ...item,
    path: questionPath(area, id),
    to: nameIn(names, to),
    askedBy: nameIn(names, office ?? askedBy),
    statusWord: QUESTION_STATUS_WORDS[status],
    meetingPath: meeting && meetingPath(area, meeting),
    age: unanswered ? `Waiting for ${counted(ageDays, 'day')}` : `Waited ${counted(ageDays, 'day')}`,
    revised: citesRevised > 0 ? `${counted(citesRevised, 'figure')} cited, revised since` : undefined,
  };
}

function asRefusal(error: unknown): { readonly refusal: Refusal } {
  if (error instanceof RefusalError && error.refusal.code.startsWith('scrutiny.')) return error;
  throw error;
}
