import type { Said } from '@daybook/provenance';
import type { PlanAct, RegisterBook } from '../book';
import type { PlanContent, Priority } from '../register.events';

type ActNamed<Type extends PlanAct['type']> = Extract<PlanAct, { readonly type: Type }>;
export type Placing = ActNamed<'register.placed-under-priority'>;

/** A priority that a later list of the plan left out, and the act that gave that list. */
export interface FormerPriority {
  readonly priority: Priority;
  readonly until: ActNamed<'register.plan-varied'>;
}

export interface PlanState extends PlanContent {
  readonly adopted: ActNamed<'register.plan-adopted'>;
  /** The plan whose place it takes. */
  readonly succeeds: string | null;
  readonly variations: readonly ActNamed<'register.plan-varied'>[];
  readonly former: readonly FormerPriority[];
  /** By the priority's id: each reference that hangs from it, with the act that placed it there. */
  readonly placed: ReadonlyMap<string, ReadonlyMap<string, Placing>>;
  /** Acts that did not fit what stood before them, by their ids: they are on record and change nothing. */
  readonly notFitting: readonly string[];
}

/** Where a plan stood at the end of a day; undefined while it is not on record. */
export function planOn(acts: readonly PlanAct[] | undefined, day: string): PlanState | undefined {
  return planOf((acts ?? []).filter(({ effectiveOn }) => effectiveOn <= day));
}

/** Where a plan stands, from all that was said of it, in effective order. */
export function planOf(acts: readonly PlanAct[]): PlanState | undefined {
  return acts.reduce<PlanState | undefined>(after, undefined);
}

/** The plan that took the place of another, whenever it did; undefined where none did. */
export function successorOf({ plans }: Pick<RegisterBook, 'plans'>, plan: string): string | undefined {
  return [...plans].find(([, acts]) => planOf(acts)?.succeeds === plan)?.[0];
}

function after(state: PlanState | undefined, act: PlanAct): PlanState | undefined {
  if (!state) return act.type === 'register.plan-adopted' ? begin(act) : undefined;
  return step(state, act) ?? { ...state, notFitting: [...state.notFitting, act.id] };
}

function begin(adopted: ActNamed<'register.plan-adopted'>): PlanState {
  const { title, from, until, priorities, succeeds } = adopted.data;
  return {
    ...{ adopted, title, from, until, priorities, succeeds },
    ...{ variations: [], former: [], placed: new Map(), notFitting: [] },
  };
}

/** The next state; undefined where the act does not fit. */
export function step(state: PlanState, act: PlanAct): PlanState | undefined {
  switch (act.type) {
    case 'register.plan-adopted':
      return undefined;
    case 'register.plan-varied':
      return varied(state, act);
    case 'register.placed-under-priority':
      return placedUnder(state, act);
    case 'register.taken-from-priority':
      return takenFrom(state, act);
    default: {
      const never: never = act;
      throw new Error(`Unknown act ${(never as Said & { type: string }).type}`);
    }
  }
}

function varied(state: PlanState, act: ActNamed<'register.plan-varied'>): PlanState {
  const { title, until, priorities } = act.data;
  const kept = priorities ?? state.priorities;
  const isKept = (id: string): boolean => kept.some(({ priority }) => priority === id);
  const left = state.priorities.filter(({ priority }) => !isKept(priority));
  return {
    ...{ ...state, title: title ?? state.title, until: until ?? state.until, priorities: kept },
    former: [
      ...state.former.filter(({ priority }) => !isKept(priority.priority)),
      ...left.map((priority) => ({ priority, until: act })),
    ],
    variations: [...state.variations, act],
  };
}

function placedUnder(state: PlanState, act: Placing): PlanState | undefined {
  const { priority, references } = act.data;
  const known = state.placed.get(priority) ?? new Map<string, Placing>();
  const fresh = references.filter((reference) => !known.has(reference));
  if (fresh.length === 0) return undefined;
  const now = new Map([...known, ...fresh.map((reference) => [reference, act] as const)]);
  return { ...state, placed: new Map([...state.placed, [priority, now]]) };
}

function takenFrom(state: PlanState, act: ActNamed<'register.taken-from-priority'>): PlanState | undefined {
  const { priority, references } = act.data;
  const known = state.placed.get(priority);
  if (!known || !references.some((reference) => known.has(reference))) return undefined;
  const now = new Map([...known].filter(([reference]) => !references.includes(reference)));
  return { ...state, placed: new Map([...state.placed, [priority, now]]) };
}
