import { stringify } from 'csv-stringify/sync';
import type { Page } from '@daybook/pages';
import { READ_COLUMNS } from '../file-columns';
import type { FigureReadings } from '../readings.page';
import { bodiesToChoose } from '../submit-return/return-choices.page';
import { offered } from '../submit-return/return-form.page';

/** A file to fill in: the columns, and a line for each measure of the body whose figures they are. */
export function templatePage(readings: FigureReadings): Page {
  return {
    method: 'GET',
    path: '/:area/returns/template.csv',
    async answer(visit) {
      const { area = '' } = visit.params;
      const { measures } = await offered(readings, visit);
      const owner = visit.query.for ?? bodiesToChoose(visit.person, measures)[0]?.value ?? visit.person.body;
      const own = measures.filter((measure) => measure.owner === owner).map(({ id }) => [id]);
      const rows = [[...READ_COLUMNS], ...own.map((row) => READ_COLUMNS.map((_, i) => row[i] ?? ''))];
      // The mark at its beginning makes spreadsheets read and save it as UTF-8.
      const bytes = stringify(rows, { bom: true, record_delimiter: '\r\n' });
      return { download: { name: `figures-${area}.csv`, type: 'text/csv; charset=utf-8', bytes } };
    },
  };
}
