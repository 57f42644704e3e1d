import { expectedInWords } from '@daybook/due-dates';
import { periodInWords, valueWithUnit } from '@daybook/figures';
import { mayCommandIn } from '@daybook/identity';
import {
  counted,
  longDate,
  nameIn,
  nameOf,
  readOrSayWhen,
  recordsAbout,
  samePosition,
  type Names,
  type Page,
  type Visit,
} from '@daybook/pages';
import { priorityRef, type PlacedItem } from '@daybook/register';
import type { MeasureUnder, PriorityInFull, Readings } from '@daybook/runtime';
import { movedInWords } from './moved-words';
import { pathOfReference } from './references';

/** A priority of a plan: everything that hangs from it, and what moved since the last meeting of a board. */
export function priorityPage(readings: Readings): Page {
  return {
    method: 'GET',
    path: '/:area/plan/:plan/:priority',
    async answer(visit: Visit) {
      const { area = '', plan = '', priority = '' } = visit.params;
      const { person } = visit;
      const which = { id: plan, area, priority };
      const { position, item } = await readOrSayWhen(
        visit,
        (at) => readings.plans.priority(person, at, which),
        (found) => firstOf(found.item),
      );
      const at = samePosition(position);
      const names = await readings.bodies.names(person, at, area);
      const known = item.placed.map(({ index }) => index);
      const path = `/api/v1/plans/${encodeURIComponent(plan)}/priorities/${encodeURIComponent(priority)}`;
      return {
        template: 'apps/web/src/pages/priority.njk',
        title: [item.title, item.plan.title, nameOf(area)],
        position,
        api: `${path}?area=${area}`,
        data: {
          ...{ area, item, setFor: item.setFor && nameIn(names, item.setFor) },
          inForce: item.plan.status === 'in-force',
          ...shownOf(visit, item, names),
          moved: item.moved.map((one) => ({
            ...movedInWords(one, names, new Map(item.measures.map(({ id, unit }) => [id, unit]))),
            href: visit.link(pathOfReference(one.reference, area) ?? `/${area}`),
          })),
          forms: formsOf(visit, item),
          recorded: known.find((index) => String(index) === visit.query.recorded),
          onRecord: await recordsAbout(readings, visit, position, priorityRef(area, plan, priority)),
        },
      };
    },
  };
}

/** When something first came to hang from it, for who looks at a day before. */
function firstOf({ placed }: PriorityInFull) {
  const days = placed.map(({ since }) => since).sort();
  return days[0] === undefined ? undefined : { effectiveOn: days[0] };
}

/** What hangs from it, kind by kind, each with its page and how it stands in words. */
function shownOf({ link }: Visit, item: PriorityInFull, names: Names) {
  const { area } = item;
  const since = new Map(item.placed.map((placed): [string, PlacedItem] => [placed.reference, placed]));
  const linked = (reference: string) => ({
    href: link(pathOfReference(reference, area) ?? `/${area}`),
    placed: since.get(reference),
  });
  const of = (kind: string, id: string) => linked(`${kind}:${area}/${id}`);
  const called = (id: string | null): string => (id === null ? 'nobody' : nameIn(names, id));
  const due = (anticipated: string | null): string => expectedInWords({ anticipated });
  const late = (days: number | null): string => (days === null ? '' : `${counted(days, 'day')} overdue`);
  return {
    measures: item.measures.map((one) => ({ ...one, ...of('measure', one.id), latestWords: latestOf(one) })),
    findings: item.findings.map((one) => ({
      ...{ ...one, ...of('finding', one.finding), owner: called(one.addressee) },
      ...{
        statusWord: word(one.status ?? 'no status'),
        due: due(one.anticipated),
        late: late(one.overdueDays),
      },
    })),
    questions: item.questions.map((one) => ({
      ...{ ...one, ...of('question', one.id), asked: called(one.to), statusWord: word(one.status) },
      revised:
        one.citesRevised === 0 ? '' : `${counted(one.citesRevised, 'figure')} that it cites changed since`,
      age: one.unanswered ? `${counted(one.ageDays, 'day')} without an answer` : '',
    })),
    commitments: item.commitments.map((one) => ({
      ...{ ...one, ...of('commitment', one.id), ownerWord: called(one.owner), statusWord: word(one.status) },
      ...{ due: due(one.due), late: late(one.overdueDays) },
      verdictWord: one.verdict === null ? '' : word(one.verdict),
      movesWord: one.moves === 0 ? '' : `moved ${counted(one.moves, 'time')}`,
    })),
    decisions: item.decisions.map((one) => ({
      ...{ ...one, ...of('decision', one.id), officeWord: called(one.office), statusWord: word(one.status) },
      on: longDate(one.decidedOn, one.precision),
    })),
    lost: item.notOnRecord,
  };
}

/** "Robbery in July 2022: 85", as the latest figure of a measure reads. */
function latestOf({
  latest,
  unit,
}: MeasureUnder): { readonly value: string; readonly period: string } | null {
  return latest && { value: valueWithUnit(latest, unit), period: periodInWords(latest.period) };
}

function word(status: string): string {
  const words = status.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function formsOf({ person }: Visit, { area, plan, id, until, placed, notOnRecord }: PriorityInFull) {
  const own = `/${area}/plan/${encodeURIComponent(plan.id)}/${encodeURIComponent(id)}`;
  const anyPlaced = placed.length + notOnRecord.length > 0;
  return [
    ...(until === null && mayCommandIn(person, 'place-under-priority', area)
      ? [{ text: 'Place something under this priority', path: `${own}/place` }]
      : []),
    ...(anyPlaced && mayCommandIn(person, 'take-from-priority', area)
      ? [{ text: 'Take something from it', path: `${own}/take` }]
      : []),
  ];
}
