import { areaOf } from '@daybook/ledger';
import type { Page, Visit } from '@daybook/pages';
import type { EventItem, Readings } from '@daybook/runtime';
import { pathOfReference, subjectOf, typeInWords } from './references';

const PAGE = 50;

/** The ledger itself, the newest records first; or, oldest first, those about one thing. */
export function ledgerPage(readings: Readings): Page {
  return {
    method: 'GET',
    path: '/ledger',
    async answer(visit: Visit) {
      const { about } = visit.query;
      const position = await readings.position(visit.at);
      const { basis } = position;
      const part = about
        ? await recordsAbout(readings, visit, about, basis)
        : await newest(readings, visit, basis);
      return {
        template: 'apps/web/src/pages/ledger.njk',
        title: [about ? `Records about ${about}` : 'Ledger'],
        position,
        recordApi: about ? `/api/v1/events?${new URLSearchParams({ about }).toString()}` : '/api/v1/events',
        data: {
          ...part,
          about,
          aboutHref: about && pathOfReference(about, undefined),
          dated: position.asOf < position.today,
        },
      };
    },
  };
}

interface Part {
  readonly records: readonly object[];
  readonly newer?: string;
  readonly older?: string;
}

async function newest(readings: Readings, visit: Visit, basis: number): Promise<Part> {
  const asked = Number(visit.query.before ?? basis);
  const before = Number.isSafeInteger(asked) && asked > 0 ? Math.min(asked, basis) : basis;
  const from = Math.max(0, before - PAGE);
  const { items } =
    before > from ? await readings.events(visit.person, { from, limit: before - from }) : { items: [] };
  return {
    records: [...items].reverse().map(listed),
    ...(from > 0 && { older: visit.link('/ledger', { before: String(from) }) }),
    ...(before < basis && {
      newer: visit.link('/ledger', { before: String(Math.min(basis, before + PAGE)) }),
    }),
  };
}

/** Closed records pass no filter, so these are all open. Those beyond the basis were not there yet. */
async function recordsAbout(readings: Readings, visit: Visit, about: string, basis: number): Promise<Part> {
  const from = /^\d{1,15}$/.test(visit.query.from ?? '') ? Number(visit.query.from) : 0;
  const { items, next } = await readings.events(visit.person, { about, basis, from, limit: PAGE });
  return {
    records: items.map(listed),
    ...(next !== undefined && { newer: visit.link('/ledger', { about, from: String(next) }) }),
  };
}

function listed(item: EventItem): object {
  if (item.restricted) return item;
  const { index, hash, record } = item;
  return {
    index,
    hash,
    restricted: false,
    words: typeInWords(record.type),
    subject: subjectOf(record),
    href: pathOfReference(subjectOf(record), areaOf(record)),
    effectiveOn: record.effectiveOn,
    precision: record.precision,
    recordedAt: record.recordedAt,
    by: record.by,
    for: record.for ?? null,
  };
}
