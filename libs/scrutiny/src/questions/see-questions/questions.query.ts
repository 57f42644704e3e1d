import { refuse } from '@daybook/ledger';
import { NO_BODIES, type Bodies } from '@daybook/provenance';
import { Rows, areasWith, type Audience, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { questionsView } from '../../histories.view';
import { compareQuestions, isWanted, placeOf, questionItem, type QuestionItem } from './question-item';
import type { QuestionsWanted } from './questions-wanted';

/**
 * The questions at a position that are wanted, of one area or of all, each as the reader's audience in its
 * area may see it. A page begins after the item whose place is `after`. Throws `request.bad-cursor` for an
 * `after` that is no item at the position.
 */
export class QuestionsQuery {
  constructor(
    readonly wanted: QuestionsWanted,
    readonly position: Position,
    readonly audienceIn: (area: string) => Audience,
    readonly page: { readonly after?: string; readonly limit?: number } = {},
    readonly bodiesIn: (area: string) => Bodies = () => NO_BODIES,
  ) {}
}

export interface QuestionList {
  readonly items: readonly QuestionItem[];
  readonly next?: string;
}

@QueryHandler(QuestionsQuery)
export class QuestionsHandler implements IQueryHandler<QuestionsQuery> {
  constructor(private readonly rows: Rows) {}

  async execute(query: QuestionsQuery): Promise<QuestionList> {
    const { wanted, position, audienceIn, page, bodiesIn } = query;
    const areas =
      wanted.area === undefined
        ? areasWith(this.rows, questionsView, {}, { position, audienceIn })
        : [wanted.area];
    const all = areas.flatMap((area) => questionsIn(this.rows, area, position, audienceIn(area)));
    const last = page.after === undefined ? undefined : itemAt(all, page.after);
    const rest = all
      .filter((item) => isWanted(item, wanted, bodiesIn(item.area)))
      .filter((item) => !last || compareQuestions(item, last, wanted.sort) > 0)
      .sort((a, b) => compareQuestions(a, b, wanted.sort));
    const items = rest.slice(0, page.limit);
    const end = items.at(-1);
    return { items, ...(end && items.length < rest.length && { next: placeOf(end) }) };
  }
}

/** Every question of an area at a position. */
export function questionsIn(
  rows: Rows,
  area: string,
  position: Position,
  audience: Audience,
): QuestionItem[] {
  const found = rows.list(questionsView, { area }, position, audience).rows;
  return found.flatMap(({ row }) => questionItem(row, position.asOf) ?? []);
}

/** What a page ended with: it may have left the list since, and still has its place there. */
function itemAt(all: readonly QuestionItem[], place: string): QuestionItem {
  return (
    all.find((item) => placeOf(item) === place) ??
    refuse('request.bad-cursor', 'Pass as "after" only what an answer at this position gave as "next".')
  );
}
