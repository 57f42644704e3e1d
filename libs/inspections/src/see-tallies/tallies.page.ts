import { mayCommandIn } from '@daybook/identity';
import {
  longDate,
  nameOf,
  refuseUnknownArea,
  samePosition,
  whoWrote,
  withQuery,
  type AreaReadings,
  type Page,
} from '@daybook/pages';
import type { InspectionReads, PaperReads, TallyReads } from '../readings.page';
import type { SumCompared } from './compare-tally';
import type { TallyItem } from './tallies.query';

/** What boards were told, newest first, beside what the ledger counts as of the same day. */
export function talliesPage(readings: TallyReads & InspectionReads & PaperReads & AreaReadings): Page {
  return {
    method: 'GET',
    path: '/:area/tallies',
    async answer(visit) {
      const { area = '' } = visit.params;
      const { person } = visit;
      const { position, items } = await readings.tallies.list(person, visit.at, { area });
      if (items.length === 0) await refuseUnknownArea(readings, visit, area);
      const at = samePosition(position);
      const [inspections, papers] = await Promise.all([
        readings.inspections.list(person, at, { area }),
        readings.papers(person, at, { area }),
      ]);
      const titles = new Map([...inspections.items, ...papers.items].map(({ id, title }) => [id, title]));
      const api = withQuery('/api/v1/tallies', { area });
      return {
        template: 'libs/inspections/src/see-tallies/tallies.njk',
        title: [`What boards were told, ${nameOf(area)}`],
        position,
        ...{ api, csv: withQuery('/api/v1/tallies.csv', { area }) },
        data: {
          area,
          tallies: items.map((item) => shown(item, titles)).reverse(),
          recorded: items.find(({ index }) => String(index) === visit.query.recorded)?.index,
          mayRecordTally: mayCommandIn(person, 'record-tally', area),
        },
      };
    },
  };
}

function shown(item: TallyItem, titles: ReadonlyMap<string, string>): object {
  const { inspection, source, parts, sum } = item;
  return {
    ...item,
    who: whoWrote(item),
    when: longDate(item.effectiveOn, item.precision),
    of: inspection ? (titles.get(inspection) ?? inspection) : 'every inspection on record',
    paperTitle: source && (titles.get(source.paper) ?? source.paper),
    parts: parts.map((part) => ({ ...part, differs: inWords(part) })),
    sumWords: sum && sumInWords(sum, new Map(parts.map(({ id, said }) => [id, said]))),
  };
}

function inWords({ said, counted, agrees }: TallyItem['parts'][number]): string {
  if (said === null) return 'nothing to compare';
  if (agrees) return 'the same';
  const by = Math.abs(counted - said);
  return `${by} ${counted > said ? 'more' : 'fewer'} in the ledger`;
}

/** "28 + 5 - 21 = 12, as said", or what it comes to instead. */
function sumInWords(
  { plus, minus, said, reckoned, holds }: SumCompared,
  numbers: ReadonlyMap<string, number | null>,
): string {
  const number = (id: string): string => String(numbers.get(id) ?? 0);
  const base = [plus.map(number).join(' + '), ...minus.map(number)].join(' − ');
  return holds ? `${base} = ${said}, as it was said.` : `${base} = ${reckoned}, and ${said} was said.`;
}
