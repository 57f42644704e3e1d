import type { PlanItem } from '@daybook/register';
import type { Many, MovedItem, One, PlanInFull, PriorityCounted, PriorityInFull } from '@daybook/runtime';
import type { ListAnswer, OneAnswer, Question } from '../door/door';
import { ask, at, type Asking, type At } from './ask';
import { dateOf, listed, positionLine } from './show';
import { sheet, table } from './table';

type Asked = Asking & At & { readonly area?: string };

export function askPlans(asked: Asked): Promise<void> {
  const { area } = asked;
  const question: Question<Many<PlanItem>> = {
    path: 'plans',
    parameters: { ...at(asked), area },
    here: (readings, person) => readings.plans.list(person, at(asked), { area }),
  };
  return ask(asked, (door) => door.many(question), showPlans);
}

export function askPlan(id: string, asked: Asked): Promise<void> {
  const { area } = asked;
  const question: Question<One<PlanInFull>> = {
    path: `plans/${encodeURIComponent(id)}`,
    parameters: { ...at(asked), area },
    here: (readings, person) => readings.plans.one(person, at(asked), { id, area }),
  };
  return ask(asked, (door) => door.one(question), showPlan);
}

export function askPriority(
  { plan, priority }: { readonly plan: string; readonly priority: string },
  asked: Asked,
): Promise<void> {
  const { area } = asked;
  const question: Question<One<PriorityInFull>> = {
    path: `plans/${encodeURIComponent(plan)}/priorities/${encodeURIComponent(priority)}`,
    parameters: { ...at(asked), area },
    here: (readings, person) => readings.plans.priority(person, at(asked), { id: plan, area, priority }),
  };
  return ask(asked, (door) => door.one(question), showPriority);
}

function showPlans(answer: ListAnswer<PlanItem>, colour: boolean): string {
  const rows = table<PlanItem>(
    [
      { head: 'Area', cell: (p) => p.area },
      { head: 'Plan', cell: (p) => p.id },
      { head: 'Status', cell: (p) => p.status },
      { head: 'From', cell: (p) => p.from },
      { head: 'Until', cell: (p) => p.until },
      { head: 'Priorities', cell: (p) => p.priorities.length, align: 'end' },
      { head: 'Succeeds', cell: (p) => p.succeeds },
      { head: 'Title', cell: (p) => p.title },
    ],
    answer.items,
    colour,
  );
  return listed(answer, rows, 'plan');
}

function showPlan({ item, ...position }: OneAnswer<PlanInFull>, colour: boolean): string {
  const parts = sheet([
    ['Plan', `${item.area} ${item.id}`],
    ['Title', item.title],
    ['Status', item.status],
    ['Period', `${item.from} to ${item.until ?? '(no end given)'}`],
    ['Succeeds', item.succeeds],
    ['Succeeded by', item.succeededBy],
    ['Varied', item.variations === 0 ? null : `${item.variations} times`],
    ['Adopted', dateOf(item)],
    ['Recorded', item.recordedAt],
    ['Recorded by', `${item.by.role} ${item.by.body}`],
    ['Act of', item.for],
    ['Paper', item.source?.paper ?? null],
    ['Former priorities', item.former.map(({ id, until }) => `${id} until ${until}`).join(', ')],
  ]);
  const priorities = table<PriorityCounted>(
    [
      { head: 'No.', cell: (p) => p.number, align: 'end' },
      { head: 'Priority', cell: (p) => p.id },
      { head: 'Measures', cell: ({ counts }) => counts.measures, align: 'end' },
      { head: 'Findings', cell: ({ counts }) => counts.findings, align: 'end' },
      { head: 'Questions', cell: ({ counts }) => counts.questions, align: 'end' },
      { head: 'Unanswered', cell: ({ counts }) => counts.unanswered, align: 'end' },
      { head: 'Commitments', cell: ({ counts }) => counts.commitments, align: 'end' },
      { head: 'Decisions', cell: ({ counts }) => counts.decisions, align: 'end' },
      { head: 'Overdue', cell: ({ counts }) => counts.overdue, align: 'end' },
      { head: 'Title', cell: (p) => p.title },
    ],
    item.priorities,
    colour,
  );
  return `${parts}\n${item.priorities.length === 0 ? '' : `${priorities}\n`}${positionLine(position)}`;
}

/** Something that hangs from a priority, as a line. */
interface Line {
  readonly kind: string;
  readonly id: string;
  readonly stands: string | null;
  readonly due: string | null;
  readonly overdue: number | null;
  readonly title: string;
}

function showPriority({ item, ...position }: OneAnswer<PriorityInFull>, colour: boolean): string {
  const { lastMeeting } = item;
  const parts = sheet([
    ['Priority', `${item.area} ${item.plan.id} ${item.number}. ${item.id}`],
    ['Title', item.title],
    ['Plan', `${item.plan.title} (${item.plan.status})`],
    ['Set for', item.setFor],
    ['No longer since', item.until],
    ['Not on record', item.notOnRecord.join(', ')],
    ['Last board', lastMeeting ? `${lastMeeting.id}, ${lastMeeting.on}` : 'none before this day'],
  ]);
  const rows = table<Line>(
    [
      { head: 'Kind', cell: (one) => one.kind },
      { head: 'Id', cell: (one) => one.id },
      { head: 'Stands', cell: (one) => one.stands },
      { head: 'Due', cell: (one) => one.due },
      { head: 'Overdue', cell: (one) => one.overdue, align: 'end' },
      { head: 'Title', cell: (one) => one.title },
    ],
    linesOf(item),
    colour,
  );
  const moved = table<MovedItem>(
    [
      { head: 'Moved', cell: (one) => one.kind },
      { head: 'What', cell: (one) => one.reference },
      { head: 'Before', cell: (one) => one.before },
      { head: 'Now', cell: (one) => one.after },
    ],
    item.moved,
    colour,
  );
  return [parts, rows, item.moved.length === 0 ? '' : moved, positionLine(position)]
    .filter((part) => part !== '')
    .join('\n');
}

function linesOf({ measures, findings, questions, commitments, decisions }: PriorityInFull): Line[] {
  const undated = { due: null, overdue: null };
  return [
    ...measures.map(({ id, title, latest }) => ({
      ...{ kind: 'measure', id, title, ...undated },
      stands: latest && `${latest.value ?? latest.status} (${latest.period})`,
    })),
    ...findings.map(({ finding, title, status, addressee, anticipated, overdueDays }) => ({
      ...{ kind: 'finding', id: finding, title, due: anticipated, overdue: overdueDays },
      stands: [status, addressee].filter((part) => part !== null).join(' '),
    })),
    ...questions.map(({ id, title, status }) => ({
      kind: 'question',
      id,
      title,
      stands: status,
      ...undated,
    })),
    ...commitments.map(({ id, title, status, due, overdueDays }) => ({
      ...{ kind: 'commitment', id, title, stands: status, due, overdue: overdueDays },
    })),
    ...decisions.map(({ id, title, status }) => ({
      kind: 'decision',
      id,
      title,
      stands: status,
      ...undated,
    })),
  ];
}
