import type { Page } from '@daybook/pages';
import type { Readings } from '@daybook/runtime';
import { typeInWords } from './references';

/** Whether what one sees is complete and current: the ledger's size, and how far each view has read. */
export function statusPage(readings: Readings): Page {
  return {
    method: 'GET',
    path: '/status',
    async answer() {
      const status = await readings.status();
      const { views } = status;
      const types = [...new Set(views.flatMap((view) => Object.keys(view.records)))].sort();
      const records = types.map((type) => ({
        words: typeInWords(type),
        inLedger: Math.max(...views.map((view) => view.records[type]?.inLedger ?? 0)),
        consumed: views.map((view) => view.records[type]?.consumed ?? 0),
      }));
      return {
        template: 'apps/web/src/pages/status.njk',
        title: ['Status'],
        data: { status, views, records, stopped: views.some((view) => view.stopped), api: '/api/v1/status' },
      };
    },
  };
}
