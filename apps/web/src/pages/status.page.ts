import type { Page } from '@daybook/pages';
import type { Readings, StatusAnswer } from '@daybook/runtime';

const STORES: Readonly<Record<StatusAnswer['store'], string>> = {
  embedded: 'Embedded, in the data directory of this server',
  kurrentdb: 'KurrentDB, with a mirror of it on this server',
};

interface State {
  readonly word: string;
  readonly sentence: string;
  /** Of the tag, which says the same in words. */
  readonly colour: string;
}

const STATES: Readonly<Record<StatusAnswer['storeState'], State>> = {
  current: { word: 'Complete', sentence: 'This server holds everything on record.', colour: 'green' },
  'catching-up': {
    word: 'Catching up',
    sentence: 'This server has not read all of the ledger yet.',
    colour: 'blue',
  },
  unreachable: {
    word: 'Unreachable',
    sentence: 'What others record meanwhile is not seen here.',
    colour: 'yellow',
  },
  stopped: {
    word: 'Stopped',
    sentence: 'Something that is not Daybook changed the record in it. Tell whoever answers for the record.',
    colour: 'red',
  },
};

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
        data: {
          status,
          store: STORES[status.store],
          state: STATES[status.storeState],
          views,
          stopped: views.some((view) => view.stopped),
          api: '/api/v1/status',
        },
      };
    },
  };
}
