import type { Actor, Precision, Recorded } from '@daybook/ledger';
import type { View } from '@daybook/read-model';
import type { PaperContent, PaperRecorded } from '../register.events';

export interface PaperRow extends PaperContent {
  readonly event: string;
  readonly index: number;
  readonly effectiveOn: string;
  readonly precision: Precision;
  readonly recordedAt: string;
  readonly by: Actor;
}

function isPaper(record: Recorded): record is Recorded<PaperRecorded> {
  return (record as Recorded<PaperRecorded>).type === 'register.paper-recorded';
}

/** Every recorded paper, by its reference (`paper:kent-performance-2022-09-14`). */
export const papersView: View<PaperRow> = {
  name: 'papers',
  version: 2,
  key: (record) => (isPaper(record) ? [`paper:${record.data.paper}`] : []),
  fold(row, { index, record }) {
    if (!isPaper(record)) return row;
    const { id, data, effectiveOn, precision, recordedAt, by } = record;
    return { ...data, event: id, index, effectiveOn, precision, recordedAt, by };
  },
  columns: ['area'],
  values: ({ area }) => ({ area }),
};
