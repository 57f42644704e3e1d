import { isRefusal, type Refusal, type Context, type Problem } from '@daybook/ledger';
import { headed, secondHand, type GivenPaper, type Sourced } from '@daybook/provenance';
import type { RegisterBook } from '../book';
import { planRef, type PlacedUnderPriority, type TakenFromPriority } from '../register.events';
import { refused } from '../setting';
import { concerned, findPlan, problem, readPlansSetting } from './plan-setting';
import type { PlanState } from './plan-state';

/** What can hang from a priority. */
export const HANGING_KINDS = ['measure', 'finding', 'question', 'commitment', 'decision'] as const;
export type HangingKind = (typeof HANGING_KINDS)[number];

export interface HangingInput extends Sourced {
  readonly plan: string;
  readonly priority: string;
  readonly references: readonly string[];
}

type Hung = PlacedUnderPriority | TakenFromPriority;

const REFERENCE = /^([a-z]+):([a-z0-9-]+)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/;
const EXAMPLES = 'measure:kent/robbery or finding:kent/its-id';

/**
 * Decides what comes to hang from a priority, or no longer does. `wrong` says why a reference cannot, from
 * whether it hangs there on that day. What other slices have on record is not known here.
 */
export function hang<Event extends Hung>(
  type: Event['type'],
  input: HangingInput,
  { book, context }: { readonly book: RegisterBook; readonly context: Context<GivenPaper> },
  wrong: (reference: string, hangs: boolean, field: string) => Problem[],
): Event[] | Refusal {
  const { area, plan, priority, references } = input;
  const state = findPlan(book, input, context);
  if (isRefusal(state)) return state;
  const hanging = state.placed.get(priority) ?? new Map<string, unknown>();
  const setting = readPlansSetting(input, [state.adopted.access], context);
  const problems = [
    ...checkPriority(input, state),
    ...references.flatMap((reference, n) => [
      ...checkReference(area, references, n),
      ...wrong(reference, hanging.has(reference), `/references/${n}`),
    ]),
    ...(Array.isArray(setting) ? setting : []),
  ];
  if (problems.length > 0 || Array.isArray(setting)) return refused('Nothing was recorded.', problems);
  const about = [planRef(area, plan), ...concerned({ area, plan }, [priority], setting), ...references];
  const data = { area, plan, priority, ...secondHand(setting), references };
  return [{ type, ...headed(setting), about, data } as unknown as Event];
}

/** The priority is one of the plan on that day; what hangs from one that was dropped can still be taken from it. */
function checkPriority({ plan, priority }: HangingInput, state: PlanState): Problem[] {
  const ids = state.priorities.map((one) => one.priority);
  if (ids.includes(priority) || state.placed.get(priority)?.size) return [];
  const message = `"${priority}" is no priority of ${plan} on that day. It has: ${ids.join(', ') || 'none'}.`;
  return [problem('/priority', 'register.unknown-priority', message)];
}

function checkReference(area: string, references: readonly string[], n: number): Problem[] {
  const field = `/references/${n}`;
  const reference = references[n] ?? '';
  if (reference.startsWith('figure:')) {
    const [measure = ''] = reference.slice('figure:'.length).split('/').slice(1);
    const message = `Figures hang from a priority as their measure: measure:${area}/${measure}.`;
    return [problem(field, 'register.figure-not-measure', message)];
  }
  const [, kind, of] = REFERENCE.exec(reference) ?? [];
  if (!HANGING_KINDS.some((one) => one === kind)) {
    const message = `"${reference}" is no measure, finding, question, commitment or decision. Write ${EXAMPLES}.`;
    return [problem(field, 'register.bad-reference', message)];
  }
  if (of !== area) return [problem(field, 'register.other-area', `"${reference}" is not of ${area}.`)];
  if (!references.slice(0, n).includes(reference)) return [];
  return [problem(field, 'register.reference-twice', `"${reference}" is named twice.`)];
}
