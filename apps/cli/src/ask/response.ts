import type { RecommendationItem, ResponseItem, ResponseToOne } from '@daybook/inspections';
import type { One } from '@daybook/runtime';
import type { OneAnswer, Question } from '../door/door';
import { ask, at, type Asking, type At } from './ask';
import { counted, positionLine } from './show';
import { sheet, table } from './table';

export const askResponse = (id: string, asked: Asking & At & { area?: string }): Promise<void> => {
  const { area } = asked;
  const response: Question<One<ResponseItem>> = {
    path: `inspections/${encodeURIComponent(id)}/response`,
    parameters: { ...at(asked), area },
    here: (readings, person) => readings.responses.one(person, at(asked), { id, area }),
  };
  return ask(asked, (door) => door.one(response), showResponse);
};

function showResponse({ item, ...position }: OneAnswer<ResponseItem>, colour: boolean): string {
  const { accelerated, ...report } = item;
  const all = [report, ...accelerated].map((one) => showOne(one, colour));
  return `${all.join('\n')}\n${positionLine(position)}`;
}

function showOne(one: ResponseToOne, colour: boolean): string {
  const { complete, respondedOn, missing, copies } = one;
  const heading = sheet([
    [one.concern ? 'Cause of concern' : 'Inspection', one.concern ?? one.inspection],
    ['Title', one.title],
    ['Published', one.publishedOn],
    ['Due', one.dueOn],
    ['Status', clockInWords(one)],
    ['Responded', respondedOn && `${respondedOn}, ${complete ? 'complete' : 'incomplete'}`],
    ['Not covered', one.uncovered.join(' ')],
    ['Missing', missing.join(', ')],
    ['Comments asked for by', one.invited?.commentsBy ?? null],
    ['Comments', one.comments.map((c) => `${c.effectiveOn}${c.arrived ? '' : ' (none came)'}`).join(', ')],
    ...copies.map(({ to, sentOn }) => [`Copy to ${to}`, sentOn ?? (respondedOn && 'outstanding')] as const),
  ]);
  if (one.recommendations.length === 0) return heading;
  const answers = new Map(one.answers.map((answer) => [answer.id, answer]));
  const answerTo = ({ answer }: RecommendationItem) => answers.get(answer ?? '');
  const rows = table<RecommendationItem>(
    [
      { head: 'Recommendation', cell: (r) => r.finding },
      { head: 'Covered', cell: (r) => (r.covered ? 'yes' : 'no') },
      { head: 'Action', cell: (r) => answerTo(r)?.action ?? null },
      { head: 'Answered', cell: (r) => answerTo(r)?.effectiveOn ?? null },
      { head: 'Title', cell: (r) => r.title },
    ],
    one.recommendations,
    colour,
  );
  return `${heading}\n${rows}`;
}

function clockInWords({ status, day, daysLate, daysPast, why }: ResponseToOne): string {
  switch (status) {
    case 'running':
      return `running, day ${day} of 56`;
    case 'met':
      return `met on day ${day}`;
    case 'late':
      return `late by ${counted(daysLate ?? 0, 'day')}`;
    case 'none-recorded':
      return `none recorded here, ${counted(daysPast ?? 0, 'day')} past the last day`;
    case 'not-applicable':
      return `no clock (${why})`;
    default: {
      const never: never = status;
      throw new Error(`Unknown status ${String(never)}`);
    }
  }
}
