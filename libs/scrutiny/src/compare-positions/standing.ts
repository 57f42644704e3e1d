import { commitmentOf, dueOf } from '../commitments/commitment-state';
import { decisionOf } from '../decisions/decision-state';
import type { ActsOf, SubjectKind } from '../histories';
import { meetingOf } from '../meetings/meeting-state';
import { questionOf } from '../questions/question-state';

/** How a thing stands after some of its acts, as far as two positions are compared by it. */
export interface Standing {
  readonly title: string;
  readonly status: string;
  /** When a meeting is, a commitment is due, a decision takes effect: canonical; null where no date stands. */
  readonly due: string | null;
  /** Everything else that reads otherwise where it differs. */
  readonly rest: string;
}

type StandingOf = {
  readonly [Kind in SubjectKind]: (acts: readonly ActsOf[Kind][]) => Standing | undefined;
};

const STANDING: StandingOf = {
  meeting(acts) {
    const state = meetingOf(acts);
    if (!state) return undefined;
    const { called, status, on, items, notes } = state;
    const resolved = [...items.values()].map((one) => [one.item, one.title, one.resolved?.outcome]);
    const rest = [notes.published?.id, notes.outcome, notes.notedBy.map(({ id }) => id), resolved];
    return { title: called.data.title, status, due: on, rest: JSON.stringify([called.id, ...rest]) };
  },
  question(acts) {
    const state = questionOf(acts);
    if (!state) return undefined;
    const { asked, title, status, answers, followUps } = state;
    const rest = JSON.stringify([asked.id, answers.map(({ id }) => id), followUps.map(({ id }) => id)]);
    return { title, status, due: null, rest };
  },
  commitment(acts) {
    const state = commitmentOf(acts);
    if (!state) return undefined;
    const { made, status, taken, moves, asked } = state;
    const rest = JSON.stringify([made.id, taken?.id, moves, asked.map(({ outcome }) => outcome)]);
    return { title: made.data.title, status, due: dueOf(state).anticipated, rest };
  },
  decision(acts) {
    const state = decisionOf(acts);
    if (!state) return undefined;
    const { recorded, title, status, takesEffectOn, amendments, calledIn, review } = state;
    const rest = [recorded.id, amendments.map(({ id }) => id), calledIn?.id, review?.id];
    return { title, status, due: takesEffectOn, rest: JSON.stringify(rest) };
  },
};

/** Undefined while the thing is not on record. */
export function standingOf<Kind extends SubjectKind>(
  kind: Kind,
  acts: readonly ActsOf[Kind][],
): Standing | undefined {
  return STANDING[kind](acts);
}
