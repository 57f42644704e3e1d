import type { Said } from '@daybook/provenance';
import type { DecisionStatus } from '../codes';
import { byDay, type DecisionAct } from '../histories';

type ActNamed<Type extends DecisionAct['type']> = Extract<DecisionAct, { readonly type: Type }>;

export interface DecisionState {
  readonly recorded: ActNamed<'scrutiny.decision-recorded'>;
  readonly status: DecisionStatus;
  /** As they stand after every amendment. */
  readonly title: string;
  readonly takesEffectOn: string | null;
  readonly publishedOn: string | null;
  readonly exempt: readonly string[];
  readonly amendments: readonly ActNamed<'scrutiny.decision-amended'>[];
  readonly calledIn: ActNamed<'scrutiny.decision-called-in'> | null;
  readonly review: ActNamed<'scrutiny.decision-reviewed'> | null;
  /** The act that ended it. */
  readonly ended: DecisionAct | null;
  /** Acts that did not fit what stood before them, by their ids: they are on record and change nothing. */
  readonly notFitting: readonly string[];
}

/** The office that decided; the body itself, where no office was named. */
export function officeThatDecided({ data, by, ...recorded }: DecisionState['recorded']): string {
  return data.office ?? recorded.for ?? by.body;
}

/** Where a decision stood at the end of a day; undefined while it is not on record. */
export function decisionOn(acts: readonly DecisionAct[], day: string): DecisionState | undefined {
  return decisionOf(byDay(acts, day));
}

/** Where a decision stands, from all that was said of it, in effective order. */
export function decisionOf(acts: readonly DecisionAct[]): DecisionState | undefined {
  const first = acts.findIndex(({ type }) => type === 'scrutiny.decision-recorded');
  const recorded = acts[first];
  if (recorded?.type !== 'scrutiny.decision-recorded') return undefined;
  const tooEarly = acts.slice(0, first).map(({ id }) => id);
  return acts.slice(first + 1).reduce(after, begin(recorded, tooEarly));
}

function after(state: DecisionState, act: DecisionAct): DecisionState {
  return step(state, act) ?? { ...state, notFitting: [...state.notFitting, act.id] };
}

function begin(
  recorded: ActNamed<'scrutiny.decision-recorded'>,
  notFitting: readonly string[],
): DecisionState {
  const { title, takesEffectOn, publishedOn, exempt } = recorded.data;
  return {
    ...{ recorded, status: 'standing', title, takesEffectOn, publishedOn, exempt },
    ...{ amendments: [], calledIn: null, review: null, ended: null, notFitting },
  };
}

/** The next state; undefined where the act does not fit. */
export function step(state: DecisionState, act: DecisionAct): DecisionState | undefined {
  const stands = state.status === 'standing';
  switch (act.type) {
    case 'scrutiny.decision-recorded':
      return undefined;
    case 'scrutiny.decision-amended': {
      const { title, takesEffectOn, publishedOn, exempt } = act.data;
      return stands
        ? {
            ...{ ...state, title: title ?? state.title, exempt: exempt ?? state.exempt },
            takesEffectOn: takesEffectOn ?? state.takesEffectOn,
            publishedOn: publishedOn ?? state.publishedOn,
            amendments: [...state.amendments, act],
          }
        : undefined;
    }
    case 'scrutiny.decision-rescinded':
      return stands ? { ...state, status: 'rescinded', ended: act } : undefined;
    case 'scrutiny.decision-superseded':
      return stands ? { ...state, status: 'superseded', ended: act } : undefined;
    case 'scrutiny.decision-called-in':
      return stands && (!state.calledIn || state.review)
        ? { ...state, calledIn: act, review: null }
        : undefined;
    case 'scrutiny.decision-reviewed':
      return { ...state, review: act };
    default: {
      const never: never = act;
      throw new Error(`Unknown act ${(never as Said & { type: string }).type}`);
    }
  }
}
