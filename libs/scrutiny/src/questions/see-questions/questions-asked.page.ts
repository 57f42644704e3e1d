import { nameOf, type Visit } from '@daybook/pages';
import { QUESTION_STATUSES, type QuestionStatus } from '../../codes';
import type { QuestionItem } from './question-item';
import type { QuestionsAsked } from './questions-wanted';
import { QUESTION_STATUS_WORDS } from './wording.page';

/** What the page's address may ask for, by the names that the API has too. */
const ASKED = ['status', 'to', 'askedBy', 'meeting', 'priority', 'unanswered', 'sort'] as const;
type Name = (typeof ASKED)[number];
export type PageAsked = Readonly<Partial<Record<Name, string>>>;

const SORTS = [
  ['-age', 'Longest waiting first'],
  ['age', 'Latest asked first'],
  ['id', 'By id'],
] as const;

export function questionsAsked({ query }: Visit): PageAsked {
  return Object.fromEntries(
    ASKED.flatMap((name) => (query[name]?.trim() ? [[name, query[name].trim()]] : [])),
  );
}

/** A form sends what was left empty too; the address that people keep has only what is asked for. */
export function sentByForm({ query }: Visit): boolean {
  return ASKED.some((name) => query[name] === '');
}

/** The same as the readings take it: the longest waiting first unless it says otherwise. */
export function wantedOf(area: string, asked: PageAsked): QuestionsAsked & { readonly area: string } {
  return { area, sort: '-age', ...asked };
}

/** The form that asks: its choices, from everything in the area, and what was asked last. */
export function questionsForm(visit: Visit, asked: PageAsked, all: readonly QuestionItem[]): object {
  const choose = (name: Name, other: string, options: readonly (readonly [string, string])[]) => [
    { value: '', text: other, selected: !asked[name] },
    ...options.map(([value, text]) => ({ value, text, selected: value === asked[name] })),
  ];
  const known = (of: (item: QuestionItem) => string | null) =>
    [...new Set(all.flatMap((item) => of(item) ?? []))].sort();
  const named = (ids: readonly string[]) => ids.map((id) => [id, nameOf(id)] as const);
  return {
    action: visit.path,
    kept: Object.entries({ 'as-of': visit.at.asOf, basis: visit.at.basis }).filter(([, value]) => value),
    statuses: choose(
      'status',
      'Any status',
      QUESTION_STATUSES.map((status) => [status, QUESTION_STATUS_WORDS[status].word] as const),
    ),
    waiting: choose('unanswered', 'Answered or not', [
      ['yes', 'Still unanswered'],
      ['no', 'Answered or settled'],
    ]),
    asked: choose('to', 'Anybody', named(known(({ to }) => to))),
    askers: choose('askedBy', 'Anybody', named(known(({ askedBy }) => askedBy))),
    meetings: choose(
      'meeting',
      'Any meeting, or none',
      known(({ meeting }) => meeting).map((id) => [id, id] as const),
    ),
    sorts: SORTS.map(([value, text]) => ({ value, text, selected: value === (asked.sort ?? '-age') })),
    priority: asked.priority,
  };
}

/** How many stand in each status, each with the way to them. */
export function countsOf(visit: Visit, all: readonly QuestionItem[]): { text: string; href: string }[] {
  const count = (status: QuestionStatus) => all.filter((item) => item.status === status).length;
  return QUESTION_STATUSES.filter((status) => count(status) > 0).map((status) => ({
    text: `${count(status)} ${QUESTION_STATUS_WORDS[status].word.toLowerCase()}`,
    href: visit.link(visit.path, { status }),
  }));
}
