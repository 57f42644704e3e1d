import {
  PLAN_STATUSES,
  type FormerPriorityItem,
  type PlacedItem,
  type PlanHistoryItem,
  type PlanItem,
  type PriorityItem,
} from '@daybook/register';
import {
  MOVED_KINDS,
  type HangingCounts,
  type MeasureUnder,
  type MovedItem,
  type PlanInFull,
  type PriorityCounted,
  type PriorityInFull,
} from '@daybook/runtime';
import { UNITS } from '@daybook/figures';
import { count, date, flag, list, object, oneOf, orNull, reference, text, type Schema } from '../json-schema';
import { readText, said } from './parts';

const orText = orNull(text);
const { id: _id, ...placedInTime } = said;
const end: Schema = { ...orText, description: 'A day, a month (`2025-03`) or a year; null: not said.' };
const status = oneOf(PLAN_STATUSES);

const priority: Record<keyof PriorityItem, Schema> = {
  ...{ id: text, number: count, title: text },
  setFor: { ...orText, description: 'The body that it is set for; null: not said.' },
};

const plan: Record<keyof PlanItem, Schema> = {
  ...{ area: text, id: text, title: text },
  from: { ...text, description: 'A day, a month (`2022-04`) or a year.' },
  until: end,
  status: {
    ...status,
    description: 'As on the day of the position; `succeeded` from the day on which the plan after it begins.',
  },
  succeeds: { ...orText, description: 'The plan whose place it takes.' },
  succeededBy: orText,
  variations: { ...count, description: 'How often it was varied.' },
  priorities: list(object<PriorityItem>(priority)),
  ...placedInTime,
};

const counts = object<HangingCounts>({
  ...{ measures: count, findings: count, questions: count, commitments: count, decisions: count },
  unanswered: count,
  overdue: { ...count, description: 'Findings and commitments past the latest day of the date that stands.' },
});
const counted: Record<keyof PriorityCounted, Schema> = {
  ...priority,
  counts: { ...counts, description: 'Of what the reader may read; a finding counts once.' },
};

const history = object<PlanHistoryItem>({
  ...{ ...said, ...readText },
  type: oneOf([
    'register.plan-adopted',
    'register.plan-varied',
    'register.placed-under-priority',
    'register.taken-from-priority',
  ]),
  ...{ title: orText, from: orText, until: end },
  priorities: orNull(list(object<PriorityItem>(priority))),
  priority: orText,
  references: list(text),
  fits: { ...flag, description: 'False of what did not fit what stood before it: it changes nothing.' },
});

const moved = object<MovedItem>({
  reference: text,
  kind: oneOf(MOVED_KINDS),
  title: text,
  addressee: { ...orText, description: 'With whom a finding moved.' },
  ...{ period: orText, breakdown: orText },
  before: { ...orText, description: 'A value, a status or a date as it stood; null: none.' },
  after: orText,
});

/** What is answered about plans and their priorities. */
export const plansSchemas = {
  Plan: object<PlanItem>(plan),
  PlanInFull: object<PlanInFull>({
    ...plan,
    priorities: list(object<PriorityCounted>(counted)),
    former: {
      ...list(object<FormerPriorityItem>({ ...priority, until: date })),
      description: 'Priorities that a later list left out, and the day from which they are none.',
    },
    history: list(history),
  }),
  PriorityInFull: object<PriorityInFull>({
    ...counted,
    area: text,
    plan: object<PriorityInFull['plan']>({ id: text, title: text, status, from: text, until: end }),
    until: { ...orNull(date), description: 'The day from which it is no longer a priority of its plan.' },
    measures: list(
      object<MeasureUnder>({
        ...{ id: text, title: text, unit: oneOf(Object.keys(UNITS)) },
        latest: { ...orNull(reference('Figure')), description: 'Of the latest period.' },
      }),
    ),
    findings: list(reference('Finding')),
    questions: list(reference('Question')),
    commitments: list(reference('Commitment')),
    decisions: list({ type: 'object' }),
    placed: {
      ...list(object<PlacedItem>({ reference: text, since: date, index: count })),
      description: 'What of it was placed there; the rest says itself that it is about the priority.',
    },
    notOnRecord: {
      ...list(text),
      description: 'References placed under it that name nothing on record; told to who reads from inside.',
    },
    lastMeeting: orNull(
      object<NonNullable<PriorityInFull['lastMeeting']>>({ id: text, title: text, on: date }),
    ),
    moved: {
      ...list(moved),
      description: 'What reads otherwise than at the end of the day of that meeting, on the same basis.',
    },
  }),
};
