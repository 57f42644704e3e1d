import { mayCommandIn } from '@daybook/identity';
import {
  counted,
  nameIn,
  nameOf,
  refuseUnknownArea,
  samePosition,
  withQuery,
  type AreaReadings,
  type Names,
  type Page,
  type Visit,
} from '@daybook/pages';
import { DECISION_STATUSES } from '../../codes';
import type { BodyReads, DecisionReads } from '../../readings.page';
import type { DecisionItem } from './decision-item';
import { DECISION_STATUS_WORDS, REVIEW_WORDS, decisionPath } from './wording.page';

const MOST = 50;
const ASKED = ['status', 'office', 'meeting', 'priority'] as const;

/** The decisions of an area, the latest first. */
export function decisionsPage(readings: DecisionReads & BodyReads & AreaReadings): Page {
  return {
    method: 'GET',
    path: '/:area/decisions',
    async answer(visit: Visit) {
      const { area = '' } = visit.params;
      const { person, query } = visit;
      const { position, items: all } = await readings.decisions.list(person, visit.at, { area });
      if (all.length === 0) await refuseUnknownArea(readings, visit, area);
      const asked = Object.fromEntries(ASKED.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
      const wanted = { area, ...asked, after: query.after, limit: MOST };
      const { items, next } = await readings.decisions.list(person, samePosition(position), wanted);
      const names = await readings.bodies.names(person, samePosition(position), area);
      const api = { area, ...asked };
      return {
        template: 'libs/scrutiny/src/decisions/see-decisions/decisions.njk',
        title: [`Decisions, ${nameOf(area)}`],
        position,
        api: withQuery('/api/v1/decisions', api),
        csv: withQuery('/api/v1/decisions.csv', api),
        data: {
          ...{ area, any: all.length > 0, narrowed: Object.keys(asked).length > 0 },
          mayRecord: mayCommandIn(person, 'record-decision', area),
          decisions: items.map((item) => lineOf(item, names)),
          counts: countsOf(visit, all),
          offices: officesOf(visit, all, names),
          clear: visit.link(visit.path),
          first: query.after && visit.link(visit.path, asked),
          next: next && visit.link(visit.path, { ...asked, after: next }),
          key: DECISION_STATUSES.filter((status) => items.some((item) => item.status === status)).map(
            (status) => DECISION_STATUS_WORDS[status],
          ),
        },
      };
    },
  };
}

function lineOf(item: DecisionItem, names: Names): object {
  const { area, id, office, status, calledIn, review, citesRevised } = item;
  return {
    ...item,
    path: decisionPath(area, id),
    office: nameIn(names, office),
    statusWord: DECISION_STATUS_WORDS[status],
    panel: review ? REVIEW_WORDS[review.outcome] : calledIn ? 'Called in, waiting for its review' : undefined,
    revised: citesRevised > 0 ? `${counted(citesRevised, 'figure')} cited, revised since` : undefined,
  };
}

type Way = { readonly text: string; readonly href: string };

/** How many stand in each status, each with the way to them. */
function countsOf(visit: Visit, all: readonly DecisionItem[]): Way[] {
  return DECISION_STATUSES.flatMap((status) => {
    const count = all.filter((item) => item.status === status).length;
    const text = `${count} ${DECISION_STATUS_WORDS[status].word.toLowerCase()}`;
    return count > 0 ? [{ text, href: visit.link(visit.path, { status }) }] : [];
  });
}

function officesOf(visit: Visit, all: readonly DecisionItem[], names: Names): Way[] {
  return [...new Set(all.map(({ office }) => office))].sort().map((office) => ({
    text: nameIn(names, office),
    href: visit.link(visit.path, { office }),
  }));
}
