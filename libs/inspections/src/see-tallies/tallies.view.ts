import type { Recorded } from '@daybook/ledger';
import { type Said, saidIn } from '@daybook/provenance';
import type { View } from '@daybook/read-model';
import type { InspectionsEvent, TallyRecorded } from '../inspections.events';

/** Numbers that were said of findings, as they were said. */
export type TallyRow = Said & Omit<TallyRecorded['data'], 'secondHand'> & { readonly wrong: boolean };

/** Every tally of every area, by the event that recorded it. */
export const talliesView: View<TallyRow> = {
  name: 'tallies',
  version: 1,
  key(record) {
    const event = record as Recorded<InspectionsEvent>;
    if (event.type === 'inspections.tally-recorded') return [`tally:${event.data.area}/${event.id}`];
    if (event.type !== 'inspections.entry-marked-wrong') return [];
    return [`tally:${event.data.area}/${event.data.of}`];
  },
  fold(row, { index, record }) {
    const event = record as Recorded<InspectionsEvent>;
    if (event.type === 'inspections.tally-recorded')
      return { ...event.data, ...saidIn(event, index), wrong: false };
    return row && { ...row, wrong: true };
  },
  columns: ['area', 'inspection'],
  values: ({ area, inspection }) => ({ area, inspection }),
};
