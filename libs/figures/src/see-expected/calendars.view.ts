import type { Recorded } from '@daybook/ledger';
import type { View } from '@daybook/read-model';
import type { Calendar } from '../calendar';
import { measureRef, type CalendarSet, type FiguresEvent } from '../figures.events';

/** The calendars that were ever set for a measure. */
export interface CalendarsRow {
  readonly area: string;
  readonly measure: string;
  readonly calendars: readonly Calendar[];
}

function isCalendar(record: Recorded): record is Recorded<CalendarSet> {
  return (record as Recorded<FiguresEvent>).type === 'figures.calendar-set';
}

/** What is expected of each measure, by its reference (`measure:kent/robbery`). */
export const calendarsView: View<CalendarsRow> = {
  name: 'calendars',
  version: 1,
  key: (record) => (isCalendar(record) ? [measureRef(record.data)] : []),
  fold(row, { index, record }) {
    if (!isCalendar(record)) return row;
    const { id, effectiveOn, data } = record;
    const { area, measure, frequency, daysAfter, from, until } = data;
    const calendar = { id, order: index, effectiveOn, frequency, daysAfter, from, until };
    const others = (row?.calendars ?? []).filter((known) => known.id !== id);
    return { area, measure, calendars: [...others, calendar] };
  },
  columns: ['area', 'measure'],
  values: ({ area, measure }) => ({ area, measure }),
};
