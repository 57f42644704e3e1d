import type { Page } from '@daybook/pages';
import type { Readings } from '@daybook/runtime';

/** Whether what one sees is complete and current: the ledger's size, and how far each view has read. */
export function statusPage(readings: Readings): Page {
  return {
    method: 'GET',
    path: '/status',
    async answer({ person }) {
      const status = await readings.status(person);
      const { views } = status;
      return {
        template: 'apps/web/src/pages/status.njk',
        title: ['Status'],
        data: { status, views, stopped: views.some((view) => view.stopped), api: '/api/v1/status' },
      };
    },
  };
}
