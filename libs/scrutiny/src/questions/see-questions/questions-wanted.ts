import { Refusal, RefusalError, type Problem } from '@daybook/ledger';
import { QUESTION_STATUSES, type QuestionStatus } from '../../codes';

/** What a list of questions can be sorted by; a `-` before it turns the order about. */
export const QUESTION_SORTS = ['id', '-id', 'age', '-age'] as const;
export type QuestionSort = (typeof QUESTION_SORTS)[number];

/** Which questions are wanted, in which order. */
export interface QuestionsWanted {
  readonly area?: string;
  readonly status?: QuestionStatus;
  /** Who is asked: an office; or a body with all offices within it, and what it took over. */
  readonly to?: string;
  /** Who asked: a body or its office. */
  readonly askedBy?: string;
  /** At which it was asked. */
  readonly meeting?: string;
  /** `<plan>/<priority>`. */
  readonly priority?: string;
  readonly unanswered?: boolean;
  readonly sort: QuestionSort;
}

/** The same as it is asked: text, each part of which may be wrong. */
export type QuestionsAsked = { readonly [Name in keyof QuestionsWanted]?: string };

/**
 * Reads what is asked. Throws a RefusalError that names every part that cannot be read. A body or a meeting
 * that nobody knows is no error: no question has it.
 */
export function readQuestionsWanted(asked: QuestionsAsked): QuestionsWanted {
  const problems: Problem[] = [];
  const choice = <Of extends string>(name: keyof QuestionsAsked, known: readonly Of[], code: string) => {
    const text = asked[name];
    const found = known.find((one) => one === text);
    if (text !== undefined && found === undefined)
      problems.push({ field: `/${name}`, code, message: `Choose one of ${known.join(', ')}.` });
    return found;
  };
  const { area, to, askedBy, meeting, priority } = asked;
  const status = choice('status', QUESTION_STATUSES, 'scrutiny.unknown-status');
  const unanswered = choice('unanswered', ['yes', 'no'], 'scrutiny.yes-or-no');
  const sort = choice('sort', QUESTION_SORTS, 'scrutiny.unknown-sort') ?? 'id';
  if (problems.length > 0)
    throw new RefusalError(
      Refusal.of('scrutiny.bad-filter', 'Questions cannot be asked for like that.', problems),
    );
  return {
    ...(area !== undefined && { area }),
    ...(to !== undefined && { to }),
    ...(askedBy !== undefined && { askedBy }),
    ...(meeting !== undefined && { meeting }),
    ...(priority !== undefined && { priority }),
    ...(status && { status }),
    ...(unanswered && { unanswered: unanswered === 'yes' }),
    sort,
  };
}
