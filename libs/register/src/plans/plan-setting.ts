import { Refusal, type Access, type Context, type Problem } from '@daybook/ledger';
import { actsFor, policingBodyOf, type GivenPaper, type Setting, type Sourced } from '@daybook/provenance';
import type { RegisterBook } from '../book';
import { priorityRef, type Priority } from '../register.events';
import { dayOf, readSetting } from '../setting';
import { planOn, type PlanState } from './plan-state';
import { daysOf } from './period';

/**
 * Reads the heading of an act about a plan: the local policing body's own, or from the day of its succession
 * on that of the body that took its place, which may write down what was done before.
 */
export function readPlansSetting(
  input: Sourced,
  of: readonly (Access | undefined)[],
  context: Context<GivenPaper>,
): Setting | Problem[] {
  const { by, given } = context;
  const first = policingBodyOf(input.area);
  return readSetting(input, actsFor(by.body, first, given.bodies) ? first : by.body, of, context);
}

/** The plan on record by the day of a command, or the refusal of a command that names it. */
export function findPlan(
  book: RegisterBook,
  { plan, ...input }: Sourced & { readonly plan: string },
  context: Context<GivenPaper>,
): PlanState | Refusal {
  const day = dayOf(input, context);
  const message = `No plan "${plan}" is on record in this area by ${day}. Adopt it first, on its own day.`;
  return planOn(book.plans.get(plan), day) ?? new Refusal('register.unknown-plan', message);
}

/** A priority as a command names it. */
export interface PriorityGiven {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly setFor?: string | null;
}

export function prioritiesOf(given: readonly PriorityGiven[]): Priority[] {
  return given.map(({ number, id, title, setFor }) => ({
    ...{ number, priority: id, title },
    setFor: setFor ?? null,
  }));
}

/** Each priority has an id and a number of its own in its plan. */
export function checkPriorities(given: readonly PriorityGiven[]): Problem[] {
  return given.flatMap(({ id, number }, n): Problem[] => {
    const before = given.slice(0, n);
    const sameId = before.some((one) => one.id === id);
    const sameNumber = before.some((one) => one.number === number);
    return [
      ...(sameId
        ? [problem(`/priorities/${n}/id`, 'register.priority-twice', `"${id}" is named twice.`)]
        : []),
      ...(sameNumber
        ? [
            problem(
              `/priorities/${n}/number`,
              'register.number-twice',
              `Two priorities have the number ${number}.`,
            ),
          ]
        : []),
    ];
  });
}

/** Both ends of a period are days, months or years, and in order. */
export function checkPeriod(from: string, until: string | null | undefined): Problem[] {
  const bad = (field: string, text: string): Problem[] =>
    daysOf(text)
      ? []
      : [
          problem(
            field,
            'register.bad-period',
            `"${text}" is no day, month or year. Write it as 2022-04-01, 2022-04 or 2022.`,
          ),
        ];
  const problems = [...bad('/from', from), ...(until ? bad('/until', until) : [])];
  const [begins, ends] = [daysOf(from), until ? daysOf(until) : undefined];
  if (!begins || !ends || begins.first <= ends.last) return problems;
  return [
    problem('/until', 'register.period-reversed', `The plan begins in ${from}, after it ends in ${until}.`),
  ];
}

/** What an event about a plan concerns besides the plan: its priorities, whose act it is, and the paper. */
export function concerned(
  input: { readonly area: string; readonly plan: string },
  priorities: readonly string[],
  { actor, source }: Setting,
): string[] {
  return [
    ...priorities.map((priority) => priorityRef(input.area, input.plan, priority)),
    `body:${actor}`,
    ...(source ? [`paper:${source.paper}`] : []),
  ];
}

export function problem(field: string, code: string, message: string): Problem {
  return { field, code, message };
}
