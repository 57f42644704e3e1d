import { speaksFor } from '@daybook/identity';
import { actsFor } from '@daybook/provenance';
import { stringify } from 'csv-stringify/sync';
import type { Page } from '@daybook/pages';
import { cellOf } from '@daybook/sheets';
import type { FindingItem } from '../see-findings/finding-item';
import { mayImport } from './may-import.page';
import { TRACKER_COLUMNS } from './tracker-file';
import type { TrackerReadings } from './tracker-readings.page';

const COLUMNS = ['finding', 'title', ...TRACKER_COLUMNS.filter((column) => column !== 'finding')] as const;

/**
 * A tracker to fill in: a line for each open finding of the visitor's own body, with the date that stands;
 * for the office, which writes down what others do, of everybody.
 */
export function templatePage(readings: TrackerReadings): Page {
  return {
    method: 'GET',
    path: '/:area/findings/template.csv',
    async answer({ person, params, at }) {
      const { area = '' } = params;
      mayImport(person, area);
      const { items } = await readings.findings.list(person, at, { area, status: 'live' });
      const own = items.filter(
        ({ addressee }) =>
          addressee &&
          (person.role === 'office' || speaksFor(person).some((body) => actsFor(body, addressee))),
      );
      const rows = [[...COLUMNS], ...own.map((item) => COLUMNS.map((column) => cellOf(cell(item, column))))];
      // The mark at its beginning makes spreadsheets read and save it as UTF-8.
      const bytes = stringify(rows, { bom: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
      return { download: { name: `findings-${area}.csv`, type: 'text/csv; charset=utf-8', bytes } };
    },
  };
}

/** What stands is filled in, and everything that would be new is left empty. */
function cell(item: FindingItem, column: (typeof COLUMNS)[number]): string {
  const { finding, title, addressee, anticipated, earliest, latest } = item;
  const filled: Readonly<Partial<Record<typeof column, string | null>>> = {
    ...{ finding, title, addressee, anticipated, earliest, latest },
  };
  return filled[column] ?? '';
}
