import { mayCommandIn } from '@daybook/identity';
import {
  crumbsTo,
  dateQuestion,
  deedPages,
  notYours,
  samePosition,
  sourceQuestions,
  withQuery,
  type Deed,
  type FormDoor,
  type Page,
  type Question,
  type Visit,
} from '@daybook/pages';
import type { CanHang, PlanReadings } from '../../readings.page';
import { HANGING_KINDS, type HangingKind } from '../hanging';
import { planPath, priorityPath } from '../see-plans/wording.page';

const LABELS: Readonly<Record<HangingKind, string>> = {
  measure: 'A measure',
  finding: 'A finding',
  question: 'A question',
  commitment: 'A commitment',
  decision: 'A decision',
};

/** The forms by which something is placed under a priority, or taken from it. */
export function hangPages(readings: PlanReadings, door: FormDoor): readonly Page[] {
  const path = '/:area/plan/:plan/:priority';
  return [
    ...deedPages(`${path}/place`, (visit) => placing(readings, visit), door),
    ...deedPages(`${path}/take`, (visit) => taking(readings, visit), door),
  ];
}

async function placing(readings: PlanReadings, visit: Visit): Promise<Deed> {
  const deed = await deedOf(readings, visit, 'place-under-priority');
  const { area, position } = deed;
  const { items } = await readings.plans.canHang(visit.person, samePosition(position), { area });
  const chosen = (answers: Readonly<Record<string, unknown>>): string[] =>
    HANGING_KINDS.flatMap((kind) => (typeof answers[kind] === 'string' ? [answers[kind]] : []));
  return {
    ...deed,
    heading: 'Place something under this priority',
    intro: ['One of each kind at once. Figures are placed as their measure: all of its periods.'],
    questions: [...HANGING_KINDS.flatMap((kind) => choiceOf(kind, items)), ...deed.questions],
    problems: (answers) =>
      chosen(answers).length === 0
        ? [{ field: '/measure', code: 'request.missing', message: 'Choose what is placed under it' }]
        : [],
    button: 'Place it here',
    sentence: (answers) =>
      `From that day on it hangs from “${deed.caption ?? ''}”: ${titlesOf(chosen(answers), items)}.`,
    body: (answers) => ({ ...deed.body(answers), references: chosen(answers) }),
    toDo: 'place something under this priority',
  };
}

async function taking(readings: PlanReadings, visit: Visit): Promise<Deed> {
  const deed = await deedOf(readings, visit, 'take-from-priority');
  const { area = '', plan = '', priority = '' } = visit.params;
  const at = samePosition(deed.position);
  const [{ item }, { items }] = await Promise.all([
    readings.plans.priority(visit.person, at, { id: plan, area, priority }),
    readings.plans.canHang(visit.person, at, { area }),
  ]);
  const placed = [...item.placed.map(({ reference }) => reference), ...item.notOnRecord];
  return {
    ...deed,
    heading: 'Take something from this priority',
    intro: ['What says itself that it is about the priority stays there: only what was placed can be taken.'],
    questions: [
      {
        ...{ name: 'references', kind: 'several', label: 'What no longer hangs from it?' },
        choices: placed.map((reference) => ({ value: reference, text: titlesOf([reference], items) })),
        missing: 'Choose what no longer hangs from it',
      },
      ...deed.questions,
    ],
    button: 'Take it from here',
    sentence: ({ references }) =>
      `From that day on it no longer hangs from “${deed.caption ?? ''}”: ${titlesOf(references as string[], items)}.`,
    body: (answers) => ({ ...deed.body(answers), references: answers.references }),
    toDo: 'take something from this priority',
  };
}

/** What both forms say alike. */
async function deedOf(readings: PlanReadings, visit: Visit, command: string): Promise<Deed> {
  const { area = '', plan = '', priority = '' } = visit.params;
  const { person } = visit;
  if (!mayCommandIn(person, command, area)) notYours(person, 'What hangs from a priority');
  const { position, item } = await readings.plans.one(person, visit.at, { id: plan, area });
  const { items: papers } = await readings.papers(person, {}, { area });
  const known = [...item.priorities, ...item.former].find(({ id }) => id === priority);
  const own = priorityPath(area, plan, priority);
  const title = known?.title ?? priority;
  const steps = [
    ['Police and crime plan', `/${area}/plan`],
    [item.title, planPath(area, plan)],
    [title, own],
  ] as const;
  return {
    ...{ position, area, command, heading: '', caption: title },
    title: [title, item.title],
    crumbs: crumbsTo(visit, area, ...steps),
    questions: [
      { ...dateQuestion(false, position.today), label: 'From which day on?' },
      ...sourceQuestions(papers, false),
    ],
    button: '',
    sentence: () => '',
    body: ({ effectiveOn, paper, place }) => ({ area, plan, priority, effectiveOn, paper, place }),
    recorded: ({ indexes }) => withQuery(own, { recorded: String(indexes[0] ?? '') }),
    seen: { href: own, words: 'the priority' },
    toDo: '',
  };
}

/** The things of one kind to choose from; nothing where none is on record. */
function choiceOf(kind: HangingKind, items: readonly CanHang[]): Question[] {
  const choices = items
    .filter((one) => one.kind === kind)
    .map(({ reference, title }) => ({ value: reference, text: title }));
  if (choices.length === 0) return [];
  return [{ name: kind, kind: 'select', label: `${LABELS[kind]} (optional)`, quiet: true, choices }];
}

function titlesOf(references: readonly string[], items: readonly CanHang[]): string {
  const titles = new Map(items.map(({ reference, title }) => [reference, title]));
  return references.map((reference) => titles.get(reference) ?? reference).join(', ');
}
