import {
  nameOf,
  positionQuery,
  refuseUnknownArea,
  typeInWords,
  whoWrote,
  withQuery,
  type AreaReadings,
  type Page,
  type Visit,
} from '@daybook/pages';
import { TIMELINE_KINDS, type TimelineEntry } from '@daybook/provenance';
import type { OverviewReads } from '../readings.page';

const MOST = 50;

/** What the address may ask for; the same names as the API's. */
const ASKED = ['kind', 'office', 'meeting', 'priority', 'status', 'from', 'to'] as const;
type Asked = Readonly<Partial<Record<(typeof ASKED)[number], string>>>;

const KIND_WORDS: Readonly<Record<TimelineEntry['kind'], string>> = {
  meeting: 'Meetings',
  question: 'Questions',
  commitment: 'Commitments',
  decision: 'Decisions',
  finding: 'Findings',
};

/** Everything that was said, the newest first: the whole relationship in one list. */
export function timelinePage(readings: OverviewReads & AreaReadings): Page {
  return {
    method: 'GET',
    path: '/:area/timeline',
    async answer(visit: Visit) {
      const { area = '' } = visit.params;
      const asked = askedBy(visit);
      const page = { after: visit.query.after, limit: MOST };
      const found = await readings.overview.timeline(visit.person, visit.at, { area, ...asked, ...page });
      const { position, items, next } = found;
      if (items.length === 0) await refuseUnknownArea(readings, visit, area);
      const query = { area, ...asked };
      return {
        template: 'libs/scrutiny/src/holding-to-account/timeline.njk',
        title: [`Timeline, ${nameOf(area)}`],
        position,
        api: withQuery('/api/v1/timeline', query),
        csv: withQuery('/api/v1/timeline.csv', query),
        data: {
          area,
          asked,
          narrowed: Object.keys(asked).length > 0,
          clear: visit.link(visit.path),
          kept: Object.entries(positionQuery(visit.at)).filter(([, value]) => value),
          kinds: kindLinks(visit, asked),
          entries: items.map((entry) => lineOf(visit, asked, entry)),
          first: page.after && visit.link(visit.path, asked),
          next: next && visit.link(visit.path, { ...asked, after: next }),
        },
      };
    },
  };
}

function askedBy({ query }: Visit): Asked {
  return Object.fromEntries(
    ASKED.flatMap((name) => (query[name]?.trim() ? [[name, query[name].trim()]] : [])),
  );
}

function kindLinks(visit: Visit, asked: Asked) {
  const { kind: _kind, ...others } = asked;
  const all = { text: 'Everything', href: visit.link(visit.path, others), current: !asked.kind };
  const kinds = TIMELINE_KINDS.map((kind) => ({
    text: KIND_WORDS[kind],
    href: visit.link(visit.path, { ...others, kind }),
    current: kind === asked.kind,
  }));
  return [all, ...kinds];
}

function lineOf(visit: Visit, asked: Asked, entry: TimelineEntry) {
  const { area, kind, subject, type, title, meeting, item, office, source } = entry;
  const only = (more: Asked): string => visit.link(visit.path, { ...asked, ...more });
  return {
    ...{ title, status: entry.status?.replaceAll('-', ' '), secondHand: entry.secondHand },
    ...{ effectiveOn: entry.effectiveOn, precision: entry.precision, recordedAt: entry.recordedAt },
    what: typeInWords(type),
    href: visit.link(`/${area}/${kind}s/${encodeURIComponent(subject)}`),
    who: whoWrote(entry),
    office: office && { text: nameOf(office), href: only({ office }) },
    meeting: meeting && {
      text: item ? `${meeting}, item ${item}` : meeting,
      href: visit.link(`/${area}/meetings/${encodeURIComponent(meeting)}`),
    },
    paper: source && {
      text: source.place ? `${source.paper}, ${source.place}` : source.paper,
      href: visit.link(`/${area}/papers/${encodeURIComponent(source.paper)}`),
    },
    record: { text: String(entry.index), href: visit.link(`/ledger/${entry.index}`) },
  };
}
