import { daysBetween } from '@daybook/ledger';
import type { Said } from '@daybook/provenance';
import type { QuestionStatus } from '../codes';
import { byDay, type QuestionAct } from '../histories';

type ActNamed<Type extends QuestionAct['type']> = Extract<QuestionAct, { readonly type: Type }>;

export interface QuestionState {
  readonly asked: ActNamed<'scrutiny.question-asked'>;
  readonly status: QuestionStatus;
  /** In the words of the latest asking. */
  readonly title: string;
  readonly answers: readonly ActNamed<'scrutiny.question-answered'>[];
  readonly followUps: readonly ActNamed<'scrutiny.question-followed-up'>[];
  /** The act that answered or settled it; null while it is unanswered. */
  readonly closedBy: QuestionAct | null;
  readonly settled: ActNamed<'scrutiny.question-settled'> | null;
  /** Acts that did not fit what stood before them, by their ids: they are on record and change nothing. */
  readonly notFitting: readonly string[];
}

/** Whether somebody still waits for an answer. */
export function isUnanswered(status: QuestionStatus): boolean {
  return status === 'open' || status === 'part-answered' || status === 'taken-away';
}

/** Where a question stood at the end of a day; undefined while it is not on record. */
export function questionOn(acts: readonly QuestionAct[], day: string): QuestionState | undefined {
  return questionOf(byDay(acts, day));
}

/** Where a question stands, from all that was said of it, in effective order. */
export function questionOf(acts: readonly QuestionAct[]): QuestionState | undefined {
  return acts.reduce<QuestionState | undefined>(after, undefined);
}

function after(state: QuestionState | undefined, act: QuestionAct): QuestionState | undefined {
  if (!state) return act.type === 'scrutiny.question-asked' ? begin(act) : undefined;
  return step(state, act) ?? { ...state, notFitting: [...state.notFitting, act.id] };
}

function begin(asked: ActNamed<'scrutiny.question-asked'>): QuestionState {
  return {
    ...{ asked, status: 'open', title: asked.data.title, answers: [], followUps: [] },
    ...{ closedBy: null, settled: null, notFitting: [] },
  };
}

/** The next state; undefined where the act does not fit. */
export function step(state: QuestionState, act: QuestionAct): QuestionState | undefined {
  switch (act.type) {
    case 'scrutiny.question-asked':
      return undefined;
    case 'scrutiny.question-answered':
      return state.status === 'settled' ? undefined : answered(state, act);
    case 'scrutiny.question-followed-up':
      return {
        ...{ ...state, status: 'open', closedBy: null, settled: null },
        ...{ title: act.data.title ?? state.title, followUps: [...state.followUps, act] },
      };
    case 'scrutiny.question-settled':
      return state.status === 'settled'
        ? undefined
        : { ...state, status: 'settled', settled: act, closedBy: state.closedBy ?? act };
    default: {
      const never: never = act;
      throw new Error(`Unknown act ${(never as Said & { type: string }).type}`);
    }
  }
}

const AFTER = { full: 'answered', part: 'part-answered', 'taken-away': 'taken-away' } as const;

function answered(state: QuestionState, act: ActNamed<'scrutiny.question-answered'>): QuestionState {
  const status = AFTER[act.data.extent];
  // Nothing that is said later makes a full answer less than that; asking again does.
  if (state.status === 'answered' && status !== 'answered')
    return { ...state, answers: [...state.answers, act] };
  const closedBy = status === 'answered' ? (state.closedBy ?? act) : null;
  return { ...state, status, closedBy, answers: [...state.answers, act] };
}

/** How long it waited, in days: to the answer, or to the day that is asked about while there is none. */
export function ageDays({ asked, closedBy }: QuestionState, day: string): number {
  return daysBetween(asked.effectiveOn, closedBy?.effectiveOn ?? day);
}
