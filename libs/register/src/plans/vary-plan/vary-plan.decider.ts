import { isRefusal, type Decider, type FreeText, type Problem } from '@daybook/ledger';
import { headed, secondHand, type GivenPaper, type Sourced } from '@daybook/provenance';
import { registerBook, type RegisterBook } from '../../book';
import { planRef, type PlanVaried } from '../../register.events';
import { refused } from '../../setting';
import type { PlanState } from '../plan-state';
import {
  checkPeriod,
  checkPriorities,
  concerned,
  findPlan,
  prioritiesOf,
  problem,
  readPlansSetting,
  type PriorityGiven,
} from '../plan-setting';

export interface VaryPlanInput extends Sourced {
  readonly plan: string;
  readonly title?: string | null;
  readonly until?: string | null;
  /** The whole list anew. */
  readonly priorities?: readonly PriorityGiven[] | null;
  readonly reason?: FreeText;
}

/** What a plan says otherwise from a day on; what is not given stays as it was. */
export const varyPlan: Decider<VaryPlanInput, RegisterBook, PlanVaried, GivenPaper> = {
  ...registerBook,
  decide(input, book, context) {
    const { area, plan, title, until, priorities, reason } = input;
    const state = findPlan(book, input, context);
    if (isRefusal(state)) return state;
    const setting = readPlansSetting(input, [state.adopted.access], context);
    const problems = [
      ...checkPeriod(state.from, until),
      ...checkPriorities(priorities ?? []),
      ...checkChanges(input, state),
      ...(Array.isArray(setting) ? setting : []),
    ];
    if (problems.length > 0 || Array.isArray(setting)) return refused('The plan was not varied.', problems);
    const ids = (priorities ?? []).map(({ id }) => id);
    return [
      {
        type: 'register.plan-varied',
        ...headed(setting),
        about: [planRef(area, plan), ...concerned({ area, plan }, ids, setting)],
        data: {
          ...{ area, plan, ...secondHand(setting), title: title || null, until: until || null },
          priorities: priorities ? prioritiesOf(priorities) : null,
          reason: reason ?? null,
        },
      },
    ];
  },
};

/** A variation says something that does not stand on its day. */
function checkChanges({ title, until, priorities }: VaryPlanInput, state: PlanState): Problem[] {
  const changes =
    (title && title !== state.title) ||
    (until && until !== state.until) ||
    (priorities && JSON.stringify(prioritiesOf(priorities)) !== JSON.stringify(state.priorities));
  if (changes) return [];
  const message =
    'The plan stands like that on this day. Say what is otherwise: its title, end or priorities.';
  return [problem('/plan', 'register.nothing-changes', message)];
}
