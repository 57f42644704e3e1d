import type { LeaningItem, Many, One, QuestionTold } from '@daybook/runtime';
import type { QuestionItem, QuestionsAsked } from '@daybook/scrutiny';
import type { ListAnswer, OneAnswer, Question } from '../door/door';
import { ask, at, type Asking, type At } from './ask';
import { PAGE } from './questions';
import { dateOf, listed, positionLine } from './show';
import { sheet, table } from './table';

export interface LeaningAsked {
  readonly area: string;
  readonly measure?: string;
  readonly period?: string;
  readonly breakdown?: string;
}

/** What was asked, to its last page. */
export const askQuestions = (asked: Asking & At & QuestionsAsked): Promise<void> => {
  const { area, status, to, askedBy, meeting, priority, unanswered, sort } = asked;
  const wanted = { area, status, to, askedBy, meeting, priority, unanswered, sort };
  const questions: Question<Many<QuestionItem>> = {
    path: 'questions',
    parameters: { ...at(asked), ...wanted, limit: PAGE },
    here: (readings, person) => readings.questions.list(person, at(asked), wanted),
  };
  return ask(asked, (door) => door.many(questions), showQuestions);
};

export const askQuestion = (id: string, asked: Asking & At & { area?: string }): Promise<void> => {
  const { area } = asked;
  const question: Question<One<QuestionTold>> = {
    path: `questions/${encodeURIComponent(id)}`,
    parameters: { ...at(asked), area },
    here: (readings, person) => readings.questions.one(person, at(asked), { id, area }),
  };
  return ask(asked, (door) => door.one(question), showQuestion);
};

/** What was said that rests on a figure which stands no longer as it was quoted. */
export const askLeaning = (asked: Asking & At & LeaningAsked): Promise<void> => {
  const { area, measure, period, breakdown } = asked;
  const wanted = { area, measure, period, breakdown };
  const leaning: Question<Many<LeaningItem>> = {
    path: 'leaning',
    parameters: { ...at(asked), ...wanted },
    here: (readings, person) => readings.leaning.list(person, at(asked), wanted),
  };
  return ask(asked, (door) => door.many(leaning), showLeaning);
};

function showQuestions(answer: ListAnswer<QuestionItem>, colour: boolean): string {
  const rows = table<QuestionItem>(
    [
      { head: 'Question', cell: ({ id }) => id },
      { head: 'Asked', cell: ({ askedOn }) => askedOn },
      { head: 'By', cell: ({ askedBy, office }) => office ?? askedBy },
      { head: 'To', cell: ({ to }) => to },
      { head: 'Meeting', cell: ({ meeting, item }) => (meeting && item ? `${meeting}, ${item}` : meeting) },
      { head: 'Status', cell: ({ status }) => status },
      { head: 'Days', cell: ({ ageDays }) => ageDays, align: 'end' },
      { head: 'Revised', cell: ({ citesRevised }) => citesRevised || null, align: 'end' },
      { head: 'Title', cell: ({ title }) => title },
    ],
    answer.items,
    colour,
  );
  return listed(answer, rows, 'question');
}

function showQuestion(answer: OneAnswer<QuestionTold>, colour: boolean): string {
  const { item } = answer;
  const facts = sheet([
    ['Question', item.id],
    ['Title', item.title],
    ['Words', item.asked.words],
    ['To', item.to],
    ['By', item.office ? `${item.office}, ${item.askedBy}` : item.askedBy],
    ['Asked', item.askedOn],
    ['At', item.meeting && (item.item ? `${item.meeting}, item ${item.item}` : item.meeting)],
    ['Status', item.status],
    ['Days', String(item.ageDays)],
  ]);
  const answers = table<(typeof item.answers)[number]>(
    [
      { head: 'Answered', cell: (one) => dateOf(one) },
      { head: 'Extent', cell: ({ extent }) => extent },
      { head: 'Answer', cell: ({ words, wordsErased }) => (wordsErased ? 'erased' : words) },
      { head: 'Rests on', cell: ({ cites }) => cites.map(citedIn).join('; ') || null },
      { head: 'Record', cell: ({ index }) => index, align: 'end' },
    ],
    item.answers,
    colour,
  );
  return [positionLine(answer), facts, ...(item.answers.length > 0 ? [answers] : [])].join('\n\n');
}

function showLeaning(answer: ListAnswer<LeaningItem>, colour: boolean): string {
  const rows = table<LeaningItem>(
    [
      { head: 'Said', cell: (one) => dateOf(one) },
      { head: 'Kind', cell: ({ kind }) => kind },
      { head: 'About', cell: ({ about }) => about },
      { head: 'Figure', cell: ({ cites }) => cites.figure },
      { head: 'Quoted', cell: ({ cites }) => cites.value, align: 'end' },
      { head: 'Since', cell: ({ cites }) => cites.became },
      { head: 'Now', cell: ({ cites }) => cites.now?.value ?? null, align: 'end' },
      { head: 'Record', cell: ({ index }) => index, align: 'end' },
    ],
    answer.items,
    colour,
  );
  return listed(answer, rows, 'figure quoted', 'figures quoted');
}

/** "figure:kent/robbery/2022-07 at 40 (revised: 45)". */
function citedIn({ figure, value, stands, became, now }: LeaningItem['cites']): string {
  const since = stands ? '' : ` (${became}: ${now?.value ?? 'no value'})`;
  return `${figure} at ${value ?? 'no value'}${since}`;
}
