import { actsFor, type Bodies } from '@daybook/provenance';
import type { AskingMode, QuestionStatus } from '../../codes';
import type { History } from '../../histories';
import { priorityRef, subjectRef, type Citation } from '../../scrutiny.events';
import { ageDays, isUnanswered, questionOn, type QuestionState } from '../question-state';
import type { QuestionsWanted } from './questions-wanted';

/** Where one question stands. */
export interface QuestionItem {
  readonly area: string;
  readonly id: string;
  /** In the words of the latest asking. */
  readonly title: string;
  /** The body or office that is asked. */
  readonly to: string;
  /** The body that asked, and its office where that was said. */
  readonly askedBy: string;
  readonly office: string | null;
  readonly mode: AskingMode;
  readonly meeting: string | null;
  readonly item: string | null;
  /** `<plan>/<priority>`. */
  readonly priority: string | null;
  /** References to what it is about, beside itself and where it was asked. */
  readonly about: readonly string[];
  readonly status: QuestionStatus;
  readonly askedOn: string;
  /** Days from the first asking until it was answered or settled, or until the day of the position. */
  readonly ageDays: number;
  readonly unanswered: boolean;
  readonly answeredOn: string | null;
  readonly settledOn: string | null;
  /** Figures that its answers cite, at the vintages quoted. */
  readonly cites: readonly Citation[];
  /** How many of them stand no longer; 0 until somebody looked at the figures, which are another slice's. */
  readonly citesRevised: number;
}

/** The question as at a day; undefined while it is not on record. */
export function questionItem(history: History<'question'>, asOf: string): QuestionItem | undefined {
  const state = questionOn(history.acts, asOf);
  if (!state) return undefined;
  const { area, id } = history;
  const { asked, status, closedBy, settled, answers } = state;
  const { to, mode, meeting, item, priority, office } = asked.data;
  return {
    ...{ area, id, title: state.title, to, askedBy: asked.for ?? asked.by.body, office },
    ...{ mode, meeting, item, priority, about: concerned(area, id, asked), status },
    ...{ askedOn: asked.effectiveOn, ageDays: ageDays(state, asOf), unanswered: isUnanswered(status) },
    answeredOn: closedBy?.type === 'scrutiny.question-answered' ? closedBy.effectiveOn : null,
    settledOn: settled?.effectiveOn ?? null,
    cites: answers.flatMap(({ data }) => data.cites),
    citesRevised: 0,
  };
}

/** What it is about, beside itself, where and to whom it was put, its plan and its paper. */
function concerned(area: string, id: string, { about, data, source }: QuestionState['asked']): string[] {
  const own = new Set([
    subjectRef({ kind: 'question', id }, area),
    ...(data.meeting ? [subjectRef({ kind: 'meeting', id: data.meeting }, area)] : []),
    ...(data.priority ? [priorityRef(area, data.priority)] : []),
    ...(source ? [`paper:${source.paper}`] : []),
    `body:${data.to}`,
  ]);
  return about.filter((one) => !own.has(one));
}

/** Whether a question is one of those wanted. */
export function isWanted(item: QuestionItem, wanted: QuestionsWanted, bodies: Bodies): boolean {
  const { status, to, askedBy, meeting, priority, unanswered } = wanted;
  if (status !== undefined && item.status !== status) return false;
  if (to !== undefined && !actsFor(to, item.to, bodies)) return false;
  if (askedBy !== undefined && item.askedBy !== askedBy && item.office !== askedBy) return false;
  if (meeting !== undefined && item.meeting !== meeting) return false;
  if (priority !== undefined && item.priority !== priority) return false;
  return unanswered === undefined || item.unanswered === unanswered;
}

/** An item's own place in every list. */
export function placeOf({ area, id }: Pick<QuestionItem, 'area' | 'id'>): string {
  return `${area}/${id}`;
}

/** Less than nought where `a` comes before `b`; what comes out alike stands in order of id. */
export function compareQuestions(a: QuestionItem, b: QuestionItem, sort: QuestionsWanted['sort']): number {
  const alike = placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0;
  const turned = sort.startsWith('-') ? -1 : 1;
  if (sort === 'id' || sort === '-id') return alike * turned;
  return (a.ageDays - b.ageDays) * turned || alike;
}
