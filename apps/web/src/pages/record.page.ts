import { areaOf, refuse } from '@daybook/ledger';
import { whoWrote, type Page, type Visit } from '@daybook/pages';
import type { Readings } from '@daybook/runtime';
import { pathOfReference, typeInWords } from './references';

/**
 * One record as it was written: the bytes, their hash, both clocks. An outsider to a restricted one sees that
 * it stands here.
 */
export function recordPage(readings: Readings): Page {
  return {
    method: 'GET',
    path: '/ledger/:index',
    async answer(visit: Visit) {
      const { index: asked = '' } = visit.params;
      const index = /^\d{1,15}$/.test(asked)
        ? Number(asked)
        : refuse('ledger.not-on-record', 'Records are numbered 0, 1, 2 and so on.');
      const { position, item } = await readings.event(visit.person, visit.at, index);
      return {
        template: 'apps/web/src/pages/record.njk',
        title: [`Record ${index}`, 'Ledger'],
        position,
        recordApi: `/api/v1/events/${index}`,
        data: {
          index,
          hash: item.hash,
          restricted: item.restricted,
          previous: index > 0 && { text: `Record ${index - 1}`, href: visit.link(`/ledger/${index - 1}`) },
          following: index + 1 < position.basis && {
            text: `Record ${index + 1}`,
            href: visit.link(`/ledger/${index + 1}`),
          },
          ...(!item.restricted && {
            record: item.record,
            words: typeInWords(item.record.type),
            who: whoWrote({ by: item.record.by, for: item.record.for }),
            about: item.record.about.map((reference) => ({
              reference,
              href: pathOfReference(reference, areaOf(item.record)),
            })),
            text: JSON.stringify(JSON.parse(item.canonical), undefined, 2),
            bytes: Buffer.byteLength(item.canonical),
          }),
        },
      };
    },
  };
}
