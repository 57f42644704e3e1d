import type { DecisionStatus, ReviewOutcome } from '../../codes';
import type { DecisionAct, History } from '../../histories';
import { priorityRef, subjectRef, type Citation } from '../../scrutiny.events';
import { decisionOn, officeThatDecided, type DecisionState } from '../decision-state';

/** What a panel made of a decision, and when. */
export interface ReviewItem {
  readonly outcome: ReviewOutcome;
  readonly on: string;
}

/** A decision as lists show it. Days are UK days. */
export interface DecisionItem {
  readonly area: string;
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  /** The office that decided. */
  readonly office: string;
  /** The body whose decision it is, whoever wrote it down. */
  readonly by: string;
  readonly status: DecisionStatus;
  readonly decidedOn: string;
  readonly precision: 'day' | 'month';
  /** May be to come; null: not said. */
  readonly takesEffectOn: string | null;
  readonly publishedOn: string | null;
  /** Which parts are exempt, and on what ground. */
  readonly exempt: readonly string[];
  /** How often it was amended. */
  readonly amendments: number;
  /** When it was rescinded or superseded; null while it stands. */
  readonly endedOn: string | null;
  /** When it was last called in; it waits for its review while there is none. */
  readonly calledIn: string | null;
  readonly review: ReviewItem | null;
  readonly meeting: string | null;
  readonly item: string | null;
  readonly priority: string | null;
  /** References to what else it concerns. */
  readonly about: readonly string[];
  /** Figures that it rests on, at the vintages quoted. */
  readonly cites: readonly Citation[];
  /** How many of them stand no longer; 0 until somebody looked at the figures, which are another slice's. */
  readonly citesRevised: number;
  /** Read in a paper of another body than the one whose decision it is. */
  readonly secondHand: boolean;
}

/** A decision as at a day; undefined while it is not on record. */
export function decisionItem(
  { area, id, acts }: Pick<History<'decision'>, 'area' | 'id' | 'acts'>,
  asOf: string,
): DecisionItem | undefined {
  const state = decisionOn(acts, asOf);
  return state && itemOf({ area, id }, state);
}

export function itemOf({ area, id }: Pick<DecisionItem, 'area' | 'id'>, state: DecisionState): DecisionItem {
  const { recorded, status, title, takesEffectOn, publishedOn, exempt } = state;
  const { number, meeting, item, priority, cites } = recorded.data;
  const by = bodyThatActed(recorded);
  return {
    ...{ area, id, number, title, office: officeThatDecided(recorded), by, status },
    ...{ decidedOn: recorded.effectiveOn, precision: recorded.precision, takesEffectOn, publishedOn, exempt },
    ...{ amendments: state.amendments.length, endedOn: state.ended?.effectiveOn ?? null },
    calledIn: state.calledIn?.effectiveOn ?? null,
    review: state.review && { outcome: state.review.data.outcome, on: state.review.effectiveOn },
    ...{ meeting, item, priority, about: concerned(area, id, recorded) },
    ...{ cites, citesRevised: 0, secondHand: recorded.secondHand },
  };
}

function bodyThatActed({ by, for: whose }: Pick<DecisionAct, 'by' | 'for'>): string {
  return whose ?? by.body;
}

/** What it is about besides itself, its place, its plan, its paper and the figures that it cites. */
function concerned(area: string, id: string, { about, data, source }: DecisionState['recorded']): string[] {
  const own = new Set([
    subjectRef({ kind: 'decision', id }, area),
    ...(data.meeting ? [subjectRef({ kind: 'meeting', id: data.meeting }, area)] : []),
    ...(data.priority ? [priorityRef(area, data.priority)] : []),
    ...(source ? [`paper:${source.paper}`] : []),
    ...data.cites.map(({ figure }) => figure),
  ]);
  return about.filter((one) => !own.has(one));
}
