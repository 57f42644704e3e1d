import { Refusal, type Decider, type Problem } from '@daybook/ledger';
import { headed, secondHand, type GivenPaper, type Sourced } from '@daybook/provenance';
import { registerBook, type RegisterBook } from '../../book';
import { planRef, type PlanAdopted } from '../../register.events';
import { dayOf, refused } from '../../setting';
import { planOn, successorOf } from '../plan-state';
import {
  checkPeriod,
  checkPriorities,
  concerned,
  prioritiesOf,
  problem,
  readPlansSetting,
  type PriorityGiven,
} from '../plan-setting';

export interface AdoptPlanInput extends Sourced {
  readonly id: string;
  readonly title: string;
  /** A day, a month or a year; both may be still to come. */
  readonly from: string;
  readonly until?: string | null;
  readonly priorities: readonly PriorityGiven[];
  /** The plan whose place it takes. */
  readonly succeeds?: string | null;
}

/** A plan is adopted once, with its period and its numbered priorities; what they are later is varied. */
export const adoptPlan: Decider<AdoptPlanInput, RegisterBook, PlanAdopted, GivenPaper> = {
  ...registerBook,
  decide(input, book, context) {
    const { area, id, title, from, until, priorities, succeeds } = input;
    if (book.plans.has(id))
      return new Refusal('register.plan-exists', `A plan "${id}" is on record in this area already.`);
    const setting = readPlansSetting(input, [], context);
    const problems = [
      ...checkPeriod(from, until),
      ...checkPriorities(priorities),
      ...checkSucceeds(book, succeeds, dayOf(input, context)),
      ...(Array.isArray(setting) ? setting : []),
    ];
    if (problems.length > 0 || Array.isArray(setting)) return refused('The plan was not adopted.', problems);
    const ids = priorities.map((one) => one.id);
    return [
      {
        type: 'register.plan-adopted',
        ...headed(setting),
        about: [
          planRef(area, id),
          ...(succeeds ? [planRef(area, succeeds)] : []),
          ...concerned({ area, plan: id }, ids, setting),
        ],
        data: {
          ...{ area, plan: id, ...secondHand(setting), succeeds: succeeds || null },
          ...{ title, from, until: until || null, priorities: prioritiesOf(priorities) },
        },
      },
    ];
  },
};

/** What it succeeds is on record by then, and no other plan has taken its place. */
function checkSucceeds(book: RegisterBook, plan: string | null | undefined, day: string): Problem[] {
  if (!plan) return [];
  if (!planOn(book.plans.get(plan), day))
    return [
      problem(
        '/succeeds',
        'register.unknown-plan',
        `No plan "${plan}" is on record by ${day}. Adopt it first.`,
      ),
    ];
  const successor = successorOf(book, plan);
  if (!successor) return [];
  return [
    problem('/succeeds', 'register.already-succeeded', `${plan} is succeeded by ${successor} already.`),
  ];
}
