import { mayCommandIn } from '@daybook/identity';
import {
  longDate,
  nameIn,
  nameOf,
  readOrSayWhen,
  recordsAbout,
  refuseUnknownArea,
  samePosition,
  whoWrote,
  type Names,
  type Page,
  type PagePosition,
  type Show,
  type Visit,
} from '@daybook/pages';
import type { PlanReadings, PlanShown } from '../../readings.page';
import { planRef } from '../../register.events';
import type { PlanHistoryItem, PlanItem } from './plan-item';
import {
  PLAN_EVENT_WORDS,
  PLAN_STATUS_WORDS,
  endInWords,
  periodOfPlan,
  planPath,
  priorityPath,
} from './wording.page';

const TEMPLATE = 'libs/register/src/plans/see-plans/plan.njk';

/** The plan in force, or why there is none, and the plans before and after it; and each plan by itself. */
export function planPages(readings: PlanReadings): readonly Page[] {
  return [
    { method: 'GET', path: '/:area/plan', answer: (visit) => inForce(readings, visit) },
    { method: 'GET', path: '/:area/plan/:plan', answer: (visit) => onePlan(readings, visit) },
  ];
}

async function inForce(readings: PlanReadings, visit: Visit): Promise<Show> {
  const { area = '' } = visit.params;
  const { position, items } = await readings.plans.list(visit.person, visit.at, { area });
  if (items.length === 0) await refuseUnknownArea(readings, visit, area);
  // Where nobody said that one takes the place of another, the one that began last is the guide.
  const guide = items.findLast(({ status }) => status === 'in-force');
  if (guide) return planShow(readings, visit, { position, plan: guide.id, plans: items });
  return {
    template: TEMPLATE,
    title: [`Police and crime plan, ${nameOf(area)}`],
    position,
    api: `/api/v1/plans?area=${area}`,
    data: {
      ...{ area, ...othersOf(visit, items, undefined), forms: formsOf(visit, area, undefined) },
      why: await whyNone(readings, visit, position, items),
    },
  };
}

async function onePlan(readings: PlanReadings, visit: Visit): Promise<Show> {
  const { area = '', plan = '' } = visit.params;
  const { position } = await readOrSayWhen(
    visit,
    (at) => readings.plans.one(visit.person, at, { id: plan, area }),
    (found) => found.item,
  );
  const { items } = await readings.plans.list(visit.person, samePosition(position), { area });
  return planShow(readings, visit, { position, plan, plans: items });
}

interface Looked {
  readonly position: PagePosition;
  readonly plan: string;
  readonly plans: readonly PlanItem[];
}

async function planShow(readings: PlanReadings, visit: Visit, looked: Looked): Promise<Show> {
  const { area = '' } = visit.params;
  const { person } = visit;
  const { position, plan, plans } = looked;
  const at = samePosition(position);
  const [{ item }, names, papers] = await Promise.all([
    readings.plans.one(person, at, { id: plan, area }),
    readings.bodies.names(person, at, area),
    readings.papers(person, at, { area }),
  ]);
  const titles = new Map(papers.items.map(({ id, title }) => [id, title]));
  const { recorded } = visit.query;
  return {
    template: TEMPLATE,
    title: [`${item.title}, ${nameOf(area)}`, 'Police and crime plan'],
    position,
    api: `/api/v1/plans/${encodeURIComponent(plan)}?area=${area}`,
    data: {
      ...{ area, item, ...othersOf(visit, plans, plan), forms: formsOf(visit, area, plan) },
      ...{ statusWord: PLAN_STATUS_WORDS[item.status], facts: factsOf(item, names) },
      paper: item.source && {
        text: titles.get(item.source.paper) ?? item.source.paper,
        href: visit.link(`/${area}/papers/${item.source.paper}`),
      },
      priorities: item.priorities.map((one) => ({
        ...one,
        href: visit.link(priorityPath(area, plan, one.id)),
        setForWord: one.setFor && nameIn(names, one.setFor),
      })),
      former: item.former.map((one) => ({ ...one, href: visit.link(priorityPath(area, plan, one.id)) })),
      events: item.history.map((event) => eventShown(event, { item, names, titles })).reverse(),
      recorded: item.history.find(({ index }) => String(index) === recorded)?.index,
      onRecord: await recordsAbout(readings, visit, position, planRef(area, plan)),
    },
  };
}

/** The plans of an area but the one shown, with the plan that took the place of each. */
function othersOf(visit: Visit, plans: readonly PlanItem[], shown: string | undefined) {
  const titles = new Map(plans.map(({ id, title }) => [id, title]));
  const linked = (id: string | null) =>
    id && { text: titles.get(id) ?? id, href: visit.link(planPath(visit.params.area ?? '', id)) };
  const own = plans.find(({ id }) => id === shown);
  return {
    succeeds: own && linked(own.succeeds),
    succeededBy: own && linked(own.succeededBy),
    others: plans
      .filter(({ id }) => id !== shown)
      .map((plan) => ({
        ...linked(plan.id),
        period: periodOfPlan(plan),
        status: PLAN_STATUS_WORDS[plan.status],
        next: linked(plan.succeededBy),
      }))
      .reverse(),
  };
}

function formsOf({ person }: Visit, area: string, plan: string | undefined) {
  const offered: readonly (readonly [string, string, string])[] = [
    ['adopt-plan', 'Adopt a plan', `/${area}/plan/new`],
    ...(plan ? [['vary-plan', 'Vary this plan', `${planPath(area, plan)}/vary`] as const] : []),
  ];
  return offered.flatMap(([command, text, path]) =>
    mayCommandIn(person, command, area) ? [{ text, path }] : [],
  );
}

function factsOf(item: PlanShown, names: Names): { readonly name: string; readonly value: string }[] {
  return [
    { name: 'Period', value: periodOfPlan(item) },
    { name: 'Adopted', value: longDate(item.effectiveOn, item.precision) },
    { name: 'Recorded by', value: whoWrote(item, names) },
  ];
}

/** Why no plan is in force, in sentences; where none is on record then, since when one is. */
async function whyNone(
  readings: PlanReadings,
  visit: Visit,
  { asOf }: PagePosition,
  plans: readonly PlanItem[],
): Promise<string[]> {
  const area = nameOf(visit.params.area ?? '');
  const last = plans.findLast(({ status }) => status === 'ended' || status === 'succeeded');
  const next = plans.find(({ status }) => status === 'to-come');
  const said = [
    `No plan of ${area} was in force on ${longDate(asOf)}, as far as is on record.`,
    ...(last
      ? [`The last one, ${last.title}, ran until ${last.until ? endInWords(last.until) : 'the next began'}.`]
      : []),
    ...(next ? [`The next one, ${next.title}, begins in ${endInWords(next.from)}.`] : []),
  ];
  if (plans.length > 0) return said;
  const { items } = await readings.plans.list(visit.person, {}, { area: visit.params.area ?? '' });
  const days = items.map(({ effectiveOn }) => effectiveOn).sort();
  return [
    ...said,
    days[0] ? `The first plan on record was adopted on ${longDate(days[0])}.` : 'None is on record yet.',
  ];
}

interface Telling {
  readonly item: PlanShown;
  readonly names: Names;
  readonly titles: ReadonlyMap<string, string>;
}

function eventShown(event: PlanHistoryItem, { item, names, titles }: Telling) {
  const { priority, references, title, until, priorities, fits } = event;
  const known = [...item.priorities, ...item.former].find(({ id }) => id === priority);
  const sentences = [
    priority && `${known?.title ?? priority}: ${references.join(', ')}.`,
    title && `Title: ${title}.`,
    until && `Its period ends: ${endInWords(until)}.`,
    priorities &&
      `Priorities: ${priorities.map((one) => `${one.number}. ${one.title}`).join('; ') || 'none known'}.`,
    !fits && 'It does not fit what stood before it, and changes nothing.',
  ];
  return {
    ...event,
    words: PLAN_EVENT_WORDS[event.type],
    who: whoWrote(event, names),
    sentences: sentences.filter((one): one is string => typeof one === 'string' && one !== ''),
    paperTitle: event.source && (titles.get(event.source.paper) ?? event.source.paper),
  };
}
