import { audienceFor, mayCommandIn } from '@daybook/identity';
import { counted, nameOf, refuseUnknownArea, samePosition, type Page, type Visit } from '@daybook/pages';
import type { FigureReadings } from '../readings.page';
import { periodInWords } from '../see-figures/wording.page';
import type { SinceReadings } from '../since-readings.page';
import { STATE_WORDS, ruleInWords, stateInWords } from './expected-wording.page';
import type { ExpectedItem, ExpectedState } from './expected.query';

const MOST = 200;
const STATES = Object.keys(STATE_WORDS) as ExpectedState[];

/** What the calendars of an area ask for, and whether it has come. */
export function expectedPage(
  readings: Pick<FigureReadings, 'knowsArea' | 'papers' | 'measures'> & SinceReadings,
): Page {
  return {
    method: 'GET',
    path: '/:area/returns/expected',
    async answer(visit: Visit) {
      const { area = '' } = visit.params;
      const { person } = visit;
      const { position, items: all } = await readings.returns.expected(person, visit.at, { area });
      const at = samePosition(position);
      const state = STATES.find((known) => known === visit.query.state);
      const { items, next } = await readings.returns.expected(person, at, {
        ...{ area, state, after: visit.query.after, limit: MOST },
      });
      const [papers, measures] = await Promise.all([
        readings.papers(person, at, { area }),
        readings.measures(person, at, { area }),
      ]);
      if (papers.items.length === 0 && measures.items.length === 0)
        await refuseUnknownArea(readings, visit, area);
      const query = `area=${area}${state ? `&state=${state}` : ''}`;
      return {
        template: 'libs/figures/src/see-expected/expected.njk',
        title: [`What is expected, ${nameOf(area)}`, 'Returns'],
        position,
        api: `/api/v1/expected?${query}`,
        csv: `/api/v1/expected.csv?${query}`,
        data: {
          area,
          anything: all.length > 0,
          totals: totals(all, visit),
          state: state && STATE_WORDS[state].word,
          all: visit.link(visit.path),
          items: items.map((item) => row(item, new Map(papers.items.map((p) => [p.id, p.title])))),
          key: STATES.filter((s) => items.some((item) => item.state === s)).map((s) => STATE_WORDS[s]),
          outside: audienceFor(person, area) === 'outside',
          maySet: mayCommandIn(person, 'expect-returns', area),
          next: next && visit.link(visit.path, { state, after: next }),
        },
      };
    },
  };
}

const TOTALS: Readonly<Record<ExpectedState, (n: number) => string>> = {
  overdue: (n) => `${counted(n, 'period')} ${n === 1 ? 'has' : 'have'} not come`,
  'received-late': (n) => `${counted(n, 'period')} came late`,
  received: (n) => `${counted(n, 'period')} came in time`,
  due: (n) => `${counted(n, 'period')} ${n === 1 ? 'is' : 'are'} due next`,
};

function totals(all: readonly ExpectedItem[], visit: Visit): readonly object[] {
  return (['overdue', 'received-late', 'received', 'due'] as const).flatMap((state) => {
    const count = all.filter((item) => item.state === state).length;
    return count === 0 ? [] : [{ words: TOTALS[state](count), href: visit.link(visit.path, { state }) }];
  });
}

function row(item: ExpectedItem, papers: ReadonlyMap<string, string>): object {
  return {
    ...item,
    title: item.title ?? item.measure,
    periodWords: periodInWords(item.period),
    rule: ruleInWords(item),
    tag: STATE_WORDS[item.state],
    said: stateInWords(item),
    paperTitle: item.paper && (papers.get(item.paper) ?? item.paper),
  };
}
