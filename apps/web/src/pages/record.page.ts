import { areaOf, refuse, type Actor } from '@daybook/ledger';
import {
  samePosition,
  whoWrote,
  withQuery,
  type Page,
  type PagePosition,
  type Visit,
  typeInWords,
} from '@daybook/pages';
import type { Neighbours, OpenEvent, Readings } from '@daybook/runtime';
import { askedBy, queryOf } from './ledger-filter';
import { pathOfReference, subjectOf } from './references';
import { Subjects } from './subjects';

/** Of a commit of more records than this, only its ends and those beside the record are named. */
const MOST_OF_COMMIT = 12;

/**
 * One record as it was written: the bytes, their hash, both clocks, what stands beside it. An outsider to a
 * restricted one sees that it stands here.
 */
export function recordPage(readings: Readings): Page {
  return {
    method: 'GET',
    path: '/ledger/:index',
    async answer(visit: Visit) {
      const index = indexOf(visit);
      const { position, item } = await readings.event(visit.person, visit.at, index);
      const { item: beside } = await readings.records.neighbours(visit.person, samePosition(position), index);
      // The list that the reader came from, at the place where the record stands in it.
      const kept = queryOf(askedBy(visit.query));
      const to = (record: number | null): object | undefined =>
        record === null
          ? undefined
          : { text: `Record ${record}`, index: record, href: visit.link(`/ledger/${record}`, kept) };
      return {
        template: 'apps/web/src/pages/record.njk',
        title: [`Record ${index}`, 'Ledger'],
        position,
        recordApi: withQuery(`/api/v1/events/${index}`, { basis: String(position.basis) }),
        data: {
          index,
          hash: item.hash,
          restricted: item.restricted,
          back: `${visit.link('/ledger', kept)}#record-${index}`,
          previous: to(beside.inLedger.previous),
          following: to(beside.inLedger.next),
          ...(!item.restricted && {
            ...(await openRecord(readings, visit, position, item)),
            inStream: { previous: to(beside.inStream.previous), following: to(beside.inStream.next) },
            commit: commitOf(beside, index).map(to),
            span: beside.commit,
            bytesHref: visit.link(`/ledger/${index}/bytes`),
          }),
        },
      };
    },
  };
}

/** The very bytes that were hashed, as a file. */
export function recordBytesPage(readings: Readings): Page {
  return {
    method: 'GET',
    path: '/ledger/:index/bytes',
    async answer(visit: Visit) {
      const index = indexOf(visit);
      const { item } = await readings.event(visit.person, visit.at, index);
      if (item.restricted)
        return refuse(
          'ledger.restricted',
          'What this record says is for its area’s force, office and inspectorate.',
        );
      return {
        download: {
          name: `record-${index}.json`,
          type: 'application/json; charset=utf-8',
          bytes: item.canonical,
        },
      };
    },
  };
}

function indexOf({ params: { index = '' } }: Visit): number {
  if (/^\d{1,15}$/.test(index)) return Number(index);
  return refuse('ledger.not-on-record', 'Records are numbered 0, 1, 2 and so on.');
}

async function openRecord(
  readings: Readings,
  visit: Visit,
  position: PagePosition,
  { record, canonical }: OpenEvent,
): Promise<object> {
  const subjects = await Subjects.of(readings, visit, position, record.about);
  return {
    record,
    words: typeInWords(record.type),
    who: whoWrote({ by: record.by, for: record.for }),
    approver: (record.data as { approvedBy?: Actor }).approvedBy?.person,
    subject: subjects.words(subjectOf(record)),
    about: record.about.map((reference) => ({
      reference,
      words: subjects.words(reference),
      href: pathOfReference(reference, areaOf(record)),
    })),
    text: JSON.stringify(JSON.parse(canonical), undefined, 2),
    canonical,
    bytes: Buffer.byteLength(canonical),
  };
}

/** The other records of the commit; where they are many, the first, those beside the record, and the last. */
function commitOf({ commit }: Neighbours, index: number): number[] {
  if (!commit) return [];
  const { first, last } = commit;
  const all = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const some =
    all.length <= MOST_OF_COMMIT
      ? all
      : all.filter((record) => record === first || record === last || Math.abs(record - index) === 1);
  return some.filter((record) => record !== index);
}
